import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { expectedValues } from "@/test/fixtures/reference/read-reference";
import { minimumDetectableDifference, minimumDetectableEffectSize, powerOfTwoMeans } from "./minimum-detectable";

const lists = expectedValues<Record<string, number[]>>("power-and-proportions");
const at = (list: number[] | undefined, index: number) => list?.[index] ?? Number.NaN;

test("the power of two means agrees with R, both tails counted", () => {
  const { n = [], d, power_strict } = lists("t2.power");
  for (const [index, people] of n.entries()) {
    expectRelative(powerOfTwoMeans(at(d, index), { treated: people, control: people }), at(power_strict, index));
  }
});

test("the smallest effect found with unequal arms agrees with R, exactly and by the normal approximation", () => {
  const { n1 = [], n0, n2, d, d_normal } = lists("t2.mde_unequal");
  for (const [index, treated] of n1.entries()) {
    const n = { treated, control: at(n2 ?? n0, index) };
    expectRelative(minimumDetectableEffectSize(n), at(d, index));
    const unit = { treated: { n: n.treated, standardDeviation: 1 }, control: { n: n.control, standardDeviation: 1 } };
    expectRelative(minimumDetectableDifference(unit), at(d_normal, index));
  }
});

test("agrees with R on the job training programme, in deviations and in dollars", () => {
  const { d = 0, dollars = 0, d_normal_approx = 0 } = expectedValues("lalonde")("exp.mde");
  const { pooled_sd = 0 } = expectedValues("lalonde")("exp.effect_size");
  const n = { treated: 185, control: 260 };
  // pwr.t2n.test stops its root search at 1e-6 of the answer.
  expectRelative(minimumDetectableEffectSize(n), d, 1e-4);
  expectRelative((minimumDetectableEffectSize(n) ?? 0) * pooled_sd, dollars, 1e-4);
  const planned = { treated: { n: 185, standardDeviation: 2 }, control: { n: 260, standardDeviation: 2 } };
  expectRelative(minimumDetectableDifference(planned), 2 * d_normal_approx);
});

test("more people find smaller effects, and an empty arm finds none", () => {
  const few = minimumDetectableEffectSize({ treated: 10, control: 12 }) ?? 0;
  const many = minimumDetectableEffectSize({ treated: 100, control: 120 }) ?? 0;
  expect(many).toBeLessThan(few);
  expect(minimumDetectableEffectSize({ treated: 0, control: 12 })).toBeNull();
  const spread = { n: 0, standardDeviation: 1 };
  expect(minimumDetectableDifference({ treated: spread, control: spread })).toBeNull();
});
