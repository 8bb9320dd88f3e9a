"use client";
import { CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { useFormats } from "@/components/ui/formats-provider";
import { niceScale } from "@/lib/format/nice-scale";
import { EventStudyMark } from "./event-study-mark";
import { eventStudyExtent, timeTicks } from "./event-study-rows";
import { EventStudyTooltip } from "./event-study-tooltip";
import type { EventStudyProps } from "./event-study-types";
import { formatTick } from "./format-tick";
import { usePin } from "./use-pin";

const top = 22;
const bottom = 44;
const right = 14;
const axisText = { fill: "var(--ink-3)", fontSize: 12 };

export function EventStudyDrawing(props: EventStudyProps & { width: number; height: number }) {
  const { points, unit, period, width, height, title, description } = props;
  const formats = useFormats();
  const { pinned, shown, togglePin, onKeyDown } = usePin();
  const scale = niceScale(eventStudyExtent(props));
  const ticks = scale.ticks.map((tick) => formatTick(formats, tick, unit, scale.decimals));
  const left = Math.max(...ticks.map((tick) => tick.length)) * 7 + 20;
  const pixel = (value: number) => top + (1 - (value - scale.low) / (scale.high - scale.low)) * (height - top - bottom);
  const times = points.map(({ time }) => time);
  const slot = (width - left - right) / times.length;
  const named = new Set(timeTicks(times, Math.max(3, Math.floor((width - left) / 44))));
  const exposure = times.indexOf(0);

  return (
    <div onKeyDownCapture={onKeyDown}>
      <ComposedChart
        width={width}
        height={height}
        data={points.map(({ time, shown: figures }) => ({ time, value: figures?.value ?? null }))}
        margin={{ top, right, bottom: 0, left: 0 }}
        onClick={togglePin}
        title={title}
        desc={`${description} Arrow keys move from ${period[0]} to ${period[0]}; Enter keeps the figures in view.`}
      >
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis
          dataKey="time"
          scale="band"
          tickFormatter={(time: number) => (named.has(time) ? formats.number(time) : "")}
          interval={0}
          height={bottom}
          tick={axisText}
          tickLine={false}
          stroke="var(--rule-2)"
          label={{ value: `${period[1]} since first exposure`, position: "insideBottom", offset: 4, ...axisText }}
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
        <ReferenceLine y={0} stroke="var(--ink-2)" />
        {exposure > 0 ? <Exposure at={left + exposure * slot} bottom={height - bottom} /> : null}
        <Line
          dataKey="value"
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
          dot={({ key, cx, index }) => {
            const point = points[index];
            return <EventStudyMark key={key} at={Number(cx)} point={point} slot={slot} pixel={pixel} />;
          }}
        />
        <Tooltip
          {...(pinned === null ? {} : { active: true, defaultIndex: pinned })}
          isAnimationActive={false}
          cursor={{ stroke: "var(--ink-3)", strokeWidth: 1 }}
          content={({ active, label }) => {
            const at = times.indexOf(Number(label));
            const point = points[at];
            shown.current = active && point ? at : null;
            if (!active || !point) return null;
            return <EventStudyTooltip point={point} unit={unit} period={period} pinned={pinned !== null} />;
          }}
        />
      </ComposedChart>
    </div>
  );
}

/** The moment between the last time before exposure and the first after it. */
function Exposure({ at, bottom: end }: { at: number; bottom: number }) {
  return (
    <g>
      <line x1={at} x2={at} y1={top} y2={end} stroke="var(--ink)" strokeDasharray="4 3" />
      <text x={at} y={top - 7} textAnchor="middle" fill="var(--ink-2)" fontSize={12}>
        First exposure
      </text>
    </g>
  );
}
