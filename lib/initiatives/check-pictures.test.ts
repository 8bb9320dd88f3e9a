import { expect, test } from "vitest";
import { checkPictures, sensitivityCurve } from "./check-pictures";

test("low and high at a bound become one interval, and a bound without both ends none", () => {
  const picture = [
    { label: "low at 0 times", value: -1 },
    { label: "high at 0 times", value: -0.2 },
    { label: "low at 0.5 times", value: -2 },
    { label: "high at 0.5 times", value: 1 },
    { label: "low at 1 times", value: -3 },
  ];
  expect(sensitivityCurve({ id: "sensitivity", picture })).toEqual([
    { times: 0, interval: [-1, -0.2] },
    { times: 0.5, interval: [-2, 1] },
  ]);
});

test("a sensitivity that rests on a hidden cause is a list of numbers and no curve", () => {
  const picture = [{ label: "E-value of the effect", value: 2.4 }];
  expect(sensitivityCurve({ id: "sensitivity", picture })).toBeNull();
  expect(checkPictures({ id: "sensitivity", picture })).toMatchObject([
    { kind: "list", figures: [{ measure: "number" }] },
  ]);
});

test("what the effect is without each stands around what it is with all", () => {
  const picture = [
    { label: "everybody", value: -1, interval: [-2, 0] as [number, number] },
    { label: "without A", value: -1.4, interval: [-2.6, -0.2] as [number, number] },
  ];
  const [found] = checkPictures({ id: "influence", picture });
  expect(found).toMatchObject({ kind: "dots", lines: [-1], figures: [{ interval: [-2, 0] }, { measure: "effect" }] });
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
    ["meters", ["share", "share"]],
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
