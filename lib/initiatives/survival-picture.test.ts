import { expect, test } from "vitest";
import { survivalPicture } from "./survival-picture";

const steps = (atRisk: number[]) =>
  atRisk.map((at_risk, at) => ({ time: 10 * (at + 1), at_risk, events: 1, survival: 1 - 0.1 * (at + 1), ci: null }));
const curve = (atRisk: number[]) => ({ n: 20, events: 4, median: { time: null, ci: null }, steps: steps(atRisk) });
const detail = {
  horizon: 60,
  curves: { treated: curve([20, 12, 6, 4]), control: curve([20, 15, 9]) },
  watched: [
    { time: 0, treated: 20, control: 20 },
    { time: 30, treated: 6, control: 9 },
    { time: 60, treated: 0, control: 4 },
  ],
  log_rank: { p: 0.2 },
};

test("a curve stops where fewer are watched than may be shown, and small counts are not given", () => {
  const picture = survivalPicture({ detail }, 5);
  expect(picture?.arms.treated).toMatchObject({ until: 40 });
  expect(picture?.arms.treated.steps.map(({ time }) => time)).toEqual([0, 10, 20, 30]);
  expect(picture?.arms.control).toMatchObject({ until: 60 });
  expect(picture?.watched.at(-1)).toEqual({ time: 60, treated: 0, control: null });
});

test("where enough are watched to the end, nothing is cut; a method without curves draws nothing", () => {
  const whole = survivalPicture(
    { detail: { ...detail, watched: [], curves: { treated: curve([20, 12]), control: curve([20, 9]) } } },
    5,
  );
  expect(whole?.arms.treated).toMatchObject({ until: 60 });
  expect(whole?.arms.treated.steps).toHaveLength(3);
  expect(survivalPicture({ detail: {} }, 5)).toBeNull();
});
