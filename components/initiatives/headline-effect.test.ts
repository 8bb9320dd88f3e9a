import { expect, test } from "vitest";
import type { Headline } from "@/lib/evaluation/headline";
import { formatsFor } from "@/lib/format/formats";
import { headlineEffect } from "./headline-effect";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const kpi = (unit: string | null) => ({ code: "k", unit, direction: "down" as const });
const headline = (more: Partial<Extract<Headline, { kind: "estimate" }>> = {}) => ({
  kind: "estimate" as const,
  method: "did_cr1",
  value: -0.006,
  interval: [-0.01, -0.002] as [number, number],
  log: false,
  n: 100,
  ...more,
});
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a share is written and saved in points, a logarithm in per cent", () => {
  const share = headlineEffect(headline(), kpi("share of pieces"), formats);
  expect(plain(share.text)).toBe("−0.6 points (−1.0 to −0.2)");
  expect(share).toMatchObject({ value: -0.6, range: [-1, -0.2], unit: "points", wanted: "down" });
  const log = headlineEffect(
    headline({ value: Math.log(0.9), interval: [Math.log(0.8), Math.log(0.95)], log: true }),
    kpi("minutes"),
    formats,
  );
  expect(plain(log.text)).toBe("−10% (−20 to −5)");
  expect(log.value).toBeCloseTo(-10, 10);
});

test("time until an event is in days, whatever the KPI is measured in, and later is better of what should not happen", () => {
  const days = headlineEffect(
    headline({ value: 12, interval: [4, 20], unit: "days" }),
    kpi("share of people"),
    formats,
  );
  expect(plain(days.text)).toBe("+12 days (4 to 20)");
  expect(days).toMatchObject({ value: 12, unit: "days", wanted: "up", change: 12 });
});

test("a ratio has no effect at one, and is better below it of what should not happen", () => {
  const ratio = headlineEffect(headline({ value: 0.5, interval: [0.3, 0.8], unit: "ratio" }), kpi("events"), formats);
  expect(plain(ratio.text)).toMatch(/^× 0\.50? \(0\.30? to 0\.80?\)$/);
  expect(ratio).toMatchObject({
    unit: "ratio",
    wanted: "down",
    change: -0.5,
    interval: [-0.7, expect.closeTo(-0.2, 12)],
  });
});
