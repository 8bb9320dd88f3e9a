import fc from "fast-check";
import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { adjustedCr2 } from "./adjusted-cr2";
import { clusterMeansCr2 } from "./cluster-means-cr2";

const cluster = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  mean: fc.double({ min: -5, max: 5, noNaN: true }),
  variance: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
const arm = fc.array(cluster, { minLength: 2, maxLength: 12 });

test("is the regression of people on their arm with CR2 errors, in closed form", () => {
  fc.assert(
    fc.property(arm, arm, (treated, control) => {
      const rows = [
        ...treated.map((one) => ({ ...one, arm: "treated" as const })),
        ...control.map((one) => ({ ...one, arm: "control" as const })),
      ];
      const closed = clusterMeansCr2(rows);
      const full = adjustedCr2(
        rows.map(({ arm: side, n, mean, variance }, at) => ({
          cluster: at,
          arm: side,
          n,
          means: [mean],
          covariance: [[n > 1 ? variance : 0]],
        })),
        "difference",
      );
      if (closed.kind !== "estimate" || full.kind !== "estimate") return expect(closed.kind).toBe(full.kind);
      fc.pre((full.standardError ?? 0) > 1e-3);
      expectRelative(
        [closed.standardError, closed.degreesOfFreedom],
        [full.standardError ?? 0, full.degreesOfFreedom ?? 0],
        1e-7,
      );
      expect(closed.estimate).toBeCloseTo(full.estimate, 9);
      expect(closed.n).toEqual(full.n);
    }),
  );
});

test("refuses an empty arm, a single cluster and clusters that do not differ", () => {
  const of = (side: "treated" | "control", ...means: number[]) => means.map((mean) => ({ arm: side, n: 3, mean }));
  expect(clusterMeansCr2(of("treated", 1, 2))).toMatchObject({ reason: "no-comparison" });
  expect(clusterMeansCr2([...of("treated", 1, 2), ...of("control", 1)])).toMatchObject({ reason: "too-few-clusters" });
  expect(clusterMeansCr2([...of("treated", 1, 1), ...of("control", 0.1, 0.1)])).toMatchObject({
    reason: "no-variation",
  });
});
