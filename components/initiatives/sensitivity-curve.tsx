import { CurveChart } from "@/components/charts/curve-chart";
import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { Formats } from "@/lib/format/formats";
import type { SensitivityCurve as Curve } from "@/lib/initiatives/check-pictures";
import type { EffectScale } from "@/lib/initiatives/effect-scale";

type SensitivityCurveProps = { check: CheckResult; curve: Curve; scale: EffectScale; csv: string; formats: Formats };

/** What is left of the effect the further trends may have parted, and from where on its sign is open. */
export function SensitivityCurve({ check, curve, scale, csv, formats }: SensitivityCurveProps) {
  const far = curve.at(-1)?.times ?? 0;
  const even = check.value;
  const mark =
    even !== null && even <= far
      ? { x: even, label: `sign open from ${formats.number(even, { significant: 2 })}` }
      : null;
  return (
    <CurveChart
      title="How far may trends have parted before the sign is open?"
      answer={check.says}
      caption="Across: how many times the largest departure of the trends before the start the largest one after it may be. Band: the interval of the average effect after the start, by relative magnitudes (Rambachan and Roth 2023; union of bounds, wider than their own)."
      description={check.says}
      csv={csv}
      height={220}
      unit={scale.unit}
      across={{ label: "times as much as before the start", from: 0, to: far }}
      holds={[0]}
      zeroLine
      mark={mark}
      series={[
        {
          id: "interval",
          label: "Interval of the effect",
          arm: "trained",
          shape: "line",
          points: curve.map(({ times, interval }) => ({ x: times, value: null, band: scale.range(interval) })),
        },
      ]}
      table={{
        columns: [
          { id: "times", header: "Times as much as before" },
          { id: "low", header: scale.unit ? `Effect from, ${scale.unit}` : "Effect from", align: "end" },
          { id: "high", header: "Effect to", align: "end" },
          { id: "sign", header: "Sign" },
        ],
        rows: curve.map(({ times, interval }) => {
          const [low, high] = scale.range(interval);
          const number = (value: number) => ({ text: formats.number(value, { significant: 3 }), sort: value });
          return {
            id: String(times),
            cells: {
              times: { text: formats.number(times, { significant: 3 }), sort: times },
              low: number(low),
              high: number(high),
              sign: low <= 0 && high >= 0 ? "open" : "stands",
            },
          };
        }),
      }}
    />
  );
}
