import { expect, test } from "vitest";
import { checkPictures } from "./check-pictures";

test("low and high at a bound become one interval, told in words", () => {
  const picture = [
    { label: "low at 0 times", value: -1 },
    { label: "high at 0 times", value: -0.2 },
    { label: "low at 0.5 times", value: -2 },
    { label: "high at 0.5 times", value: 1 },
    { label: "low at 1 times", value: -3 },
  ];
  expect(checkPictures({ id: "sensitivity", picture })[0]?.figures).toEqual([
    { label: "not at all", value: null, interval: [-1, -0.2], measure: "effect" },
    { label: "0.5 times as much as before", value: null, interval: [-2, 1], measure: "effect" },
  ]);
});

test("balance is drawn between the lines at a tenth of a standard deviation", () => {
  const [found] = checkPictures({ id: "balance", picture: [{ label: "age", value: 0.39 }] });
  expect(found).toMatchObject({ kind: "dots", lines: [-0.1, 0.1], figures: [{ label: "age", measure: "deviations" }] });
});

test("shares of the arms and bounds on the effect never stand on one scale", () => {
  const shares = [
    { label: "treated missing", value: 0.1 },
    { label: "control missing", value: 0.3 },
  ];
  expect(checkPictures({ id: "attrition", picture: shares })).toHaveLength(1);
  const both = checkPictures({ id: "attrition", picture: [...shares, { label: "least effect", value: 12 }] });
  expect(both.map(({ kind, figures }) => [kind, figures.map(({ measure }) => measure)])).toEqual([
    ["dots", ["share", "share"]],
    ["list", ["effect"]],
  ]);
});

test("a p value and a slope keep their own measures; an unknown check is a list of numbers; nothing draws nothing", () => {
  const measures = (id: string, labels: string[]) =>
    checkPictures({ id, picture: labels.map((label) => ({ label, value: 1 })) })[0]?.figures.map(
      ({ measure }) => measure,
    );
  expect(measures("pre_trends", ["p of the joint test", "slope per period"])).toEqual(["number", "size"]);
  expect(measures("something new", ["a"])).toEqual(["number"]);
  expect(checkPictures({ id: "influence", picture: [] })).toEqual([]);
});
