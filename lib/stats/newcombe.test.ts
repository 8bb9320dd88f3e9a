import fc from "fast-check";
import { expect, test } from "vitest";
import { estimated, expectRelative } from "@/test/fixtures/reference/expect-relative";
import { expectedValues } from "@/test/fixtures/reference/read-reference";
import { riskDifferenceNewcombe, wilsonInterval } from "./newcombe";

const power = expectedValues("power-and-proportions");
const cases = [
  ...["a", "b", "c", "d", "e", "f"].map((name) => [name, power(`newcombe.${name}`)] as const),
  ["employed", expectedValues("lalonde")("exp.employed78")] as const,
];

test.each(cases)("agrees with R and Newcombe (1998): %s", (_, values) => {
  const { x1 = 0, n1 = 0, x0 = 0, n0 = 0 } = values;
  const treated = { n: n1, events: x1 };
  const control = { n: n0, events: x0 };
  const result = estimated(riskDifferenceNewcombe({ treated, control }));
  expectRelative(result, {
    estimate: values.risk_difference ?? 0,
    standardError: values.wald_se_unpooled ?? 0,
    interval: [values.newcombe_low ?? 0, values.newcombe_high ?? 0],
    p: values.p_z_pooled ?? 0,
  });
  expectRelative(result.detail, {
    z: values.z_pooled ?? 0,
    shares: { treated: values.p1 ?? 0, control: values.p0 ?? 0 },
  });
  expectRelative(wilsonInterval(treated), [values.wilson1_low ?? 0, values.wilson1_high ?? 0]);
  // R's limit for 0 of 10 is 2e-17, rounding of an exact zero.
  const low = (values.wilson0_low ?? 0) < 1e-15 ? 0 : (values.wilson0_low ?? 0);
  expectRelative(wilsonInterval(control), [low, values.wilson0_high ?? 0]);
});

const count = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));

test("exchanging the arms, or counting those without the event, turns the sign", () => {
  fc.assert(
    fc.property(count, count, (treated, control) => {
      const there = estimated(riskDifferenceNewcombe({ treated, control }));
      const turned = estimated(riskDifferenceNewcombe({ treated: control, control: treated }));
      const without = ({ n, events }: { n: number; events: number }) => ({ n, events: n - events });
      const spared = estimated(riskDifferenceNewcombe({ treated: without(treated), control: without(control) }));
      for (const back of [turned, spared]) {
        expect(back.estimate).toBeCloseTo(-there.estimate, 12);
        expect(back.interval[0]).toBeCloseTo(-there.interval[1], 12);
        expect(back.p).toBeCloseTo(there.p, 10);
      }
    }),
  );
});

test("no event anywhere is an estimate with an honest interval", () => {
  const nobody = { n: 10, events: 0 };
  const result = estimated(riskDifferenceNewcombe({ treated: nobody, control: nobody }));
  expectRelative(result, { estimate: 0, p: 1, interval: [-0.277532799862889, 0.277532799862889] });
});

test("refuses an empty arm", () => {
  const result = riskDifferenceNewcombe({ treated: { n: 0, events: 0 }, control: { n: 5, events: 1 } });
  expect(result).toMatchObject({ kind: "not-estimable", reason: "no-comparison" });
});
