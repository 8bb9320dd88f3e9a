"use client";
import { Area, Line } from "recharts";
import type { TrendSeries } from "./trend-types";

const band = { stroke: "none", isAnimationActive: false, activeDot: false, tooltipType: "none" } as const;

/** The line of a series over its 95 % band and the darker 50 % core. */
export function SeriesMarks({ series, stroke, dash }: { series: TrendSeries; stroke: string; dash: string }) {
  return (
    <>
      <Area {...band} dataKey={`${series.id}_band`} fill={stroke} fillOpacity={0.14} />
      <Area {...band} dataKey={`${series.id}_core`} fill={stroke} fillOpacity={0.2} />
      <Line
        dataKey={`${series.id}_value`}
        name={series.label}
        stroke={stroke}
        strokeWidth={2}
        strokeDasharray={dash}
        dot={{ r: 2, fill: stroke, strokeWidth: 0 }}
        activeDot={{ r: 4 }}
        isAnimationActive={false}
      />
    </>
  );
}
