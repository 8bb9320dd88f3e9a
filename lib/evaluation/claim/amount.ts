import type { PlanKpi } from "@/lib/evaluation/plan";
import { unitOf } from "@/lib/evaluation/unit-of";
import { formatsFor } from "@/lib/format/formats";
import { decimalsOf } from "@/lib/format/interval";

export type Wording = {
  /** A difference without its sign: `0.6 points`. */
  amount(value: number): string;
  /** A difference and its interval, both turned to where the estimate points: `0.6 points (0.2 to 1.0)`. */
  amountWithin(value: number, interval: readonly [number, number]): string;
};

/** How differences of a KPI are written, with as many decimals as `interval` carries; logarithms as per cent of change. */
export function wordingFor(
  kpi: Pick<PlanKpi, "unit" | "currency">,
  log: boolean,
  interval: readonly [number, number],
): Wording {
  const unit = log ? "%" : ownUnit(kpi);
  const scale = (value: number) => (log ? 100 * Math.expm1(value) : value);
  const formats = formatsFor({ locale: "en-GB", currency: kpi.currency ?? "EUR" });
  const shown = [scale(interval[0]), scale(interval[1])] as const;
  const decimals = decimalsOf(unit === "share" ? [shown[0] * 100, shown[1] * 100] : shown);
  const plain = (value: number) => singular(formats.change(value, unit, { signed: false, decimals }));
  return {
    amount: (value) => plain(Math.abs(scale(value))),
    amountWithin: (value, [low, high]) => {
      const turned: [number, number] = value < 0 ? [-scale(high), -scale(low)] : [scale(low), scale(high)];
      return `${plain(Math.abs(scale(value)))} ${formats.interval(turned, unit)}`;
    },
  };
}

/** A KPI in per cent differs by points: "by 2%" would say two per cent of what it was. */
function ownUnit(kpi: Pick<PlanKpi, "unit">): string {
  const unit = unitOf(kpi);
  return unit === "%" ? "points" : unit;
}

/** `1 points` is `1 point`. */
const singular = (amount: string) => amount.replace(/^1\u00a0(\p{Ll}*[^\W\ds])s\b/u, "1\u00a0$1");
