import type { Plan } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";

type Range = readonly [number, number];

/** How differences of a KPI are shown: shares in points, logarithms in per cent of change, everything else as it is. */
export type EffectScale = {
  unit: string;
  value(stored: number): number;
  range(stored: Range): [number, number];
  /** `−0.6 points (−1.0 to −0.2)`, from values as stored. */
  text(formats: Formats, stored: number, interval: Range | null): string;
};

type Kpi = { code: string; unit: string | null };

/** The scale of a KPI under a plan; of a method that measures in a unit of its own (`detail.unit`), that one. */
export function effectScale(
  kpi: Kpi,
  { transform }: Pick<Plan, "transform">,
  { unit: own }: MethodResult["detail"] = {},
): EffectScale {
  if (own === "days") return scaled("days", (stored) => stored);
  if (own === "share") return scaled("points", (stored) => 100 * stored);
  if (own === "ratio") return ratios;
  const unit = unitOf(kpi);
  if (transform[kpi.code] === "log") return scaled("%", (stored) => 100 * Math.expm1(stored));
  if (unit === "share") return scaled("points", (stored) => 100 * stored);
  return scaled(unit === "%" ? "points" : unit, (stored) => stored);
}

function scaled(unit: string, value: EffectScale["value"]): EffectScale {
  const range: EffectScale["range"] = ([low, high]) => [value(low), value(high)];
  return {
    unit,
    value,
    range,
    text: (formats, stored, interval) =>
      interval
        ? formats.effect(value(stored), range(interval), unit)
        : formats.change(value(stored), unit, { significant: 2 }),
  };
}

/** How many times as fast; as fast is one. */
const ratios: EffectScale = {
  ...scaled("", (stored) => stored),
  text: (formats, stored, interval) =>
    interval ? `× ${formats.estimate(stored, interval, "")}` : `× ${formats.number(stored, { significant: 3 })}`,
};
