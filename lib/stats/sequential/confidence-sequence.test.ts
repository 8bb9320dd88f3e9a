import fc from "fast-check";
import { expect, test } from "vitest";
import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { combineMoments, type Moments, momentsOf, noMoments } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { welch } from "@/lib/stats/welch";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { type ConfidenceSequence, confidenceSequence } from "./confidence-sequence";
import { decide } from "./decide";

const asymptotic = (estimate: number, standardError: number, confidence = 0.95): Estimate => ({
  kind: "estimate",
  method: "given",
  estimate,
  standardError,
  degreesOfFreedom: null,
  interval: [Number.NaN, Number.NaN],
  p: 1,
  confidence,
  n: { treated: 50, control: 50 },
});

function sequence(estimate: Estimate, units: number, plannedUnits: number): ConfidenceSequence {
  const result = confidenceSequence(estimate, { units, plannedUnits });
  if (result.kind !== "confidence-sequence") throw new Error(result.reason);
  return result;
}

test("the half-width is the published boundary, with rho tuned to the planned size", () => {
  // Waudby-Smith et al., Theorem 2.2 and equation for rho: sqrt((-W_{-1}(-alpha^2 / e) - 1) / t), with
  // -W_{-1}(-0.05^2 / e) = 9.2120, the root above 1 of w - log w = 1 - log 0.05^2.
  const planned = 400;
  let w = 9;
  for (let step = 0; step < 100; step += 1) w = Math.log(w) + 1 - 2 * Math.log(0.05);
  const rho = Math.sqrt((w - 1) / planned);
  for (const t of [10, 100, 400, 4000]) {
    const error = 3 / Math.sqrt(t);
    const inner = t * rho ** 2 + 1;
    const published = 3 * Math.sqrt(((2 * inner) / (t ** 2 * rho ** 2)) * Math.log(Math.sqrt(inner) / 0.05));
    const { interval } = sequence(asymptotic(1, error), t, planned);
    expectRelative(interval, [1 - published, 1 + published], 1e-12);
  }
});

test("no other rho is tighter at the planned size", () => {
  const atPlan = sequence(asymptotic(0, 1), 100, 100).interval[1];
  for (const [units, planned] of [
    [100, 90],
    [100, 110],
  ] as const) {
    expect(sequence(asymptotic(0, 1), units, planned).interval[1]).toBeGreaterThan(atPlan);
  }
  expect(atPlan).toBeGreaterThan(3);
  expect(atPlan).toBeLessThan(3.1);
});

test("few degrees of freedom widen it, and the p value falls below alpha exactly where zero leaves the interval", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.integer({ min: 3, max: 200 }),
      fc.double({ min: 0.05, max: 3, noNaN: true }),
      (t, degreesOfFreedom, share) => {
        const base = asymptotic(t, 1);
        const few = sequence({ ...base, degreesOfFreedom } as Estimate, share, 1);
        expect(few.interval[1]).toBeGreaterThan(sequence(base, share, 1).interval[1]);
        if (Math.abs(few.p - 0.05) > 1e-9) expect(few.p < 0.05).toBe(decide(few.interval) !== "open");
        expect(few.widerThanFixed).toBeGreaterThan(1);
      },
    ),
  );
});

test("scaling the outcome scales the interval, at 1e9 and at 1e-9", () => {
  for (const scale of [1e9, 1e-9]) {
    const [low, high] = sequence(asymptotic(2, 1), 50, 100).interval;
    expectRelative(sequence(asymptotic(2 * scale, scale), 50, 100).interval, [low * scale, high * scale], 1e-12);
  }
});

test("refuses what the estimate refuses, an exact interval and an unknown plan", () => {
  const refused = notEstimable("welch", "no-comparison", { treated: 0, control: 3 });
  expect(confidenceSequence(refused, { units: 3, plannedUnits: 9 })).toMatchObject({ reason: "no-comparison" });
  const exact = { ...asymptotic(1, 1), standardError: null } as Estimate;
  expect(confidenceSequence(exact, { units: 3, plannedUnits: 9 })).toMatchObject({ kind: "not-estimable" });
  expect(confidenceSequence(asymptotic(1, 1), { units: 0, plannedUnits: 9 })).toMatchObject({ kind: "not-estimable" });
  expect(confidenceSequence(asymptotic(1, 1), { units: 5, plannedUnits: 0 })).toMatchObject({ kind: "not-estimable" });
});

/** Twenty looks, after each further ten people an arm with skewed outcomes; how often each reading ever decides. */
function looks(seed: number, effect: number, studies: number) {
  const random = seededRandom(seed);
  const wrong = { sequence: 0, fixed: 0, missed: 0 };
  for (let study = 0; study < studies; study += 1) {
    let [treated, control]: [Moments, Moments] = [noMoments, noMoments];
    const ever = { sequence: false, fixed: false, missed: false };
    for (let look = 1; look <= 20; look += 1) {
      const batch = (shift: number) => momentsOf(Array.from({ length: 10 }, () => shift - Math.log(random.uniform())));
      treated = combineMoments(treated, batch(effect));
      control = combineMoments(control, batch(0));
      const estimate = welch({ treated, control });
      if (estimate.kind !== "estimate") continue;
      const { interval } = sequence(estimate, look * 20, 400);
      ever.sequence ||= decide(interval) !== "open";
      ever.missed ||= decide(interval, effect) !== "open";
      ever.fixed ||= decide(estimate.interval) !== "open";
    }
    for (const key of ["sequence", "fixed", "missed"] as const) wrong[key] += ever[key] ? 1 / studies : 0;
  }
  return wrong;
}

test("looking after each batch, it errs at most 5% of the time where the fixed interval errs 20%", () => {
  const nothing = looks(21, 0, 400);
  expect(nothing.sequence).toBeLessThan(0.05);
  expect(nothing.fixed).toBeGreaterThan(0.2);
}, 60_000);

test("it finds a large effect before the planned end and holds the truth at every look", () => {
  const large = looks(22, 0.6, 200);
  expect(large.sequence).toBeGreaterThan(0.95);
  expect(large.missed).toBeLessThan(0.05);
}, 60_000);
