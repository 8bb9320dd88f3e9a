"use client";
import { CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { useFormats } from "@/components/ui/formats-provider";
import { niceScale } from "@/lib/format/nice-scale";
import { EndLabels } from "./end-labels";
import { formatTick } from "./format-tick";
import { SeriesMarks } from "./series-marks";
import { trendLook } from "./trend-look";
import { marksByPeriod, trendData, trendExtent } from "./trend-rows";
import { TrendTooltip } from "./trend-tooltip";
import type { TrendChartProps } from "./trend-types";
import { usePin } from "./use-pin";

type TrendDrawingProps = TrendChartProps & { width: number; height: number; labels: boolean };

const top = 22;
const bottom = 26;
const axisText = { fill: "var(--ink-3)", fontSize: 12 };

export function TrendDrawing(props: TrendDrawingProps) {
  const { series, periods, unit, exposure, followUp, counterfactual, target, zero, width, height, labels } = props;
  const { bounds = [], marks = [] } = props;
  const formats = useFormats();
  const { pinned, shown, togglePin, onKeyDown } = usePin();
  const scale = niceScale(trendExtent(props), { zero: zero ?? false });
  const ticks = scale.ticks.map((tick) => formatTick(formats, tick, unit, scale.decimals));
  const left = Math.max(...ticks.map((tick) => tick.length)) * 7 + 20;
  const right = labels ? 148 : 14;
  const pixel = (value: number) => top + (1 - (value - scale.low) / (scale.high - scale.low)) * (height - top - bottom);

  return (
    <div onKeyDownCapture={onKeyDown}>
      <ComposedChart
        width={width}
        height={height}
        data={trendData(props)}
        margin={{ top, right, bottom: 0, left: 0 }}
        onClick={togglePin}
        title={props.title}
        desc={`${props.description} Arrow keys move from period to period; Enter keeps the figures in view.`}
      >
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        {followUp ? (
          <ReferenceArea
            x1={periods[followUp.from] ?? ""}
            x2={periods[followUp.to] ?? ""}
            fill="var(--ink-3)"
            fillOpacity={0.08}
            label={{ value: followUp.label, position: "insideBottom", ...axisText }}
          />
        ) : null}
        <XAxis
          dataKey="period"
          height={bottom}
          tick={axisText}
          tickLine={false}
          stroke="var(--rule-2)"
          minTickGap={24}
          interval="equidistantPreserveStart"
        />
        <YAxis
          width={left}
          domain={[scale.low, scale.high]}
          ticks={scale.ticks}
          tickFormatter={(tick: number) => formatTick(formats, tick, unit, scale.decimals)}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        {series.map((one, index) => (
          <SeriesMarks key={one.id} series={one} {...trendLook(one, index)} />
        ))}
        {counterfactual ? (
          <Line
            dataKey="counterfactual"
            name={counterfactual.label}
            stroke="var(--trained)"
            strokeWidth={1.5}
            strokeDasharray="2 4"
            dot={false}
            isAnimationActive={false}
          />
        ) : null}
        {target ? (
          <ReferenceLine
            y={target.value}
            stroke="var(--ink-3)"
            strokeDasharray="1 3"
            label={{ value: target.label, position: "insideTopLeft", ...axisText }}
          />
        ) : null}
        {bounds.map(({ value, label }) => (
          <ReferenceLine
            key={value}
            y={value}
            stroke="var(--worse)"
            strokeDasharray="6 3"
            label={{ value: label, position: "insideBottomLeft", ...axisText, fill: "var(--worse)" }}
          />
        ))}
        {marksByPeriod(marks).map(([at, numbers]) => (
          <ReferenceLine
            key={at}
            x={periods[at] ?? ""}
            stroke="var(--ink-3)"
            label={{ value: numbers, position: "top", fill: "var(--ink)", fontSize: 12, fontWeight: 600 }}
          />
        ))}
        {exposure ? (
          <ReferenceLine
            x={periods[exposure.at] ?? ""}
            stroke="var(--ink)"
            label={{ value: exposure.label, position: "top", fill: "var(--ink-2)", fontSize: 12 }}
          />
        ) : null}
        {labels ? (
          <EndLabels {...props} x={width - right + 8} top={top} bottom={height - bottom} pixel={pixel} />
        ) : null}
        <Tooltip
          {...(pinned === null ? {} : { active: true, defaultIndex: pinned })}
          isAnimationActive={false}
          cursor={{ stroke: "var(--ink-3)", strokeWidth: 1 }}
          content={({ active, label }) => {
            const at = periods.indexOf(String(label));
            shown.current = active && at >= 0 ? at : null;
            return active && at >= 0 ? <TrendTooltip {...props} at={at} pinned={pinned !== null} /> : null;
          }}
        />
      </ComposedChart>
    </div>
  );
}
