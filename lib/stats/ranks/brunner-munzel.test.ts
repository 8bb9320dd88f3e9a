import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/stats/random";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { brunnerMunzel } from "./brunner-munzel";
import { mannWhitney } from "./mann-whitney";

// The pain scores of Brunner and Munzel (2000), as in the help page of R's lawstat::brunner.munzel.test.
test("agrees with the published example", () => {
  const control = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1];
  const treated = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
  const result = estimated(brunnerMunzel({ treated, control }));
  expect(result.estimate).toBeCloseTo(0.788961, 6);
  expect((result.estimate - 0.5) / (result.standardError ?? 1)).toBeCloseTo(3.1375, 4);
  expect(result.degreesOfFreedom).toBeCloseTo(17.683, 3);
  expect(result.p).toBeCloseTo(0.005786, 6);
  expect(result.interval).toEqual([expect.closeTo(0.5952169, 6), expect.closeTo(0.9827052, 6)]);
});

test("the estimate is that of Mann and Whitney, and relabelling the arms turns it about one half", () => {
  const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(values, values, (treated, control) => {
      const there = brunnerMunzel({ treated, control });
      const ranked = mannWhitney({ treated, control });
      fc.pre(there.kind === "estimate" && ranked.kind === "test");
      const back = estimated(brunnerMunzel({ treated: control, control: treated }));
      expect(estimated(there).estimate).toBeCloseTo(ranked.kind === "test" ? ranked.probabilityOfSuperiority : 0, 12);
      expect(back.estimate).toBeCloseTo(1 - estimated(there).estimate, 12);
      expect(back.interval[0]).toBeCloseTo(1 - estimated(there).interval[1], 10);
    }),
  );
});

test("keeps its 5% where spreads differ, which the Mann-Whitney test does not", () => {
  const random = seededRandom(31);
  const studies = 2000;
  let [own, ranked] = [0, 0];
  for (let study = 0; study < studies; study += 1) {
    const treated = Array.from({ length: 40 }, () => random.normal());
    const control = Array.from({ length: 15 }, () => 5 * random.normal());
    if (estimated(brunnerMunzel({ treated, control })).p < 0.05) own += 1;
    const result = mannWhitney({ treated, control });
    if (result.kind === "test" && result.withoutContinuity.p < 0.05) ranked += 1;
  }
  expect(Math.abs(own / studies - 0.05)).toBeLessThan(0.017);
  expect(ranked / studies).toBeGreaterThan(0.08);
});

test("refuses arms that do not overlap, are empty or too small", () => {
  expect(brunnerMunzel({ treated: [4, 5, 6], control: [1, 2, 3] })).toMatchObject({ reason: "no-variation" });
  expect(brunnerMunzel({ treated: [], control: [1, 2] })).toMatchObject({ reason: "no-comparison" });
  expect(brunnerMunzel({ treated: [1], control: [1, 2] })).toMatchObject({ reason: "too-few-people" });
  expect(brunnerMunzel({ treated: [1, Number.NaN], control: [1, 2] })).toMatchObject({ reason: "not-finite" });
});
