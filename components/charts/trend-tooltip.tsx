"use client";
import { useFormats } from "@/components/ui/formats-provider";
import { trendLook } from "./trend-look";
import type { TrendChartProps } from "./trend-types";

type TrendTooltipProps = Pick<TrendChartProps, "periods" | "series" | "unit" | "counterfactual"> & {
  at: number;
  pinned: boolean;
};

export function TrendTooltip({ periods, series, unit, counterfactual, at, pinned }: TrendTooltipProps) {
  const formats = useFormats();
  const expected = counterfactual?.values[at];
  return (
    <div role="status" className="rounded-control border border-ink bg-paper p-2 text-table text-ink tabular-nums">
      <p className="font-semibold">{periods[at]}</p>
      {series.map((one, index) => {
        const point = one.values[at];
        const text = point
          ? point.interval
            ? formats.estimate(point.value, point.interval, unit)
            : formats.measure(point.value, unit)
          : "no figure";
        return (
          <p key={one.id} style={{ color: trendLook(one, index).stroke }}>
            {one.label}: {text}
          </p>
        );
      })}
      {counterfactual && expected != null ? (
        <p className="text-ink-2">
          {counterfactual.label}: {formats.measure(expected, unit)}
        </p>
      ) : null}
      <p className="mt-1 text-caption text-ink-3">{pinned ? "Press or Enter lets go" : "Press or Enter pins"}</p>
    </div>
  );
}
