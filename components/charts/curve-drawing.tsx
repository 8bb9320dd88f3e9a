import type { Formats } from "@/lib/format/formats";
import { niceScale } from "@/lib/format/nice-scale";
import { bandPath, curveExtent, curvePath } from "./curve-paths";
import type { CurveProps, CurveSeries } from "./curve-types";
import { formatTick } from "./format-tick";

type CurveDrawingProps = CurveProps & { width: number; height: number; formats: Formats };

const top = 20;
const bottom = 42;
const right = 12;
const axisText = { fill: "var(--ink-3)", fontSize: 12 };

export function CurveDrawing({
  series,
  across,
  unit,
  holds = [],
  mark,
  zeroLine,
  width,
  height,
  formats,
  description,
}: CurveDrawingProps) {
  const scale = niceScale([...curveExtent(series), ...holds]);
  const ticks = scale.ticks.map((tick) => ({ tick, text: formatTick(formats, tick, unit, scale.decimals) }));
  const left = Math.max(...ticks.map(({ text }) => text.length)) * 7 + 12;
  const y = (value: number) => top + (1 - (value - scale.low) / (scale.high - scale.low)) * (height - top - bottom);
  const span = across.to - across.from || 1;
  const x = (value: number) => left + ((value - across.from) / span) * (width - left - right);
  const steps = niceScale([across.from, across.to], { count: Math.max(2, Math.floor((width - left) / 90)) });
  const named = steps.ticks.filter((tick) => tick >= across.from && tick <= across.to);

  return (
    <svg role="img" aria-label={description} width={width} height={height} className="block overflow-visible">
      {ticks.map(({ tick, text }) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end" {...axisText}>
            {text}
          </text>
        </g>
      ))}
      {zeroLine ? <line x1={left} x2={width - right} y1={y(0)} y2={y(0)} stroke="var(--ink-2)" /> : null}
      {named.map((tick) => (
        <text key={tick} x={x(tick)} y={height - bottom + 17} textAnchor="middle" {...axisText}>
          {formats.number(tick, { decimals: steps.decimals })}
        </text>
      ))}
      <text x={(left + width - right) / 2} y={height - 6} textAnchor="middle" {...axisText}>
        {across.label}
      </text>
      {series.map((one) => (
        <Curve key={one.id} series={one} x={x} y={y} />
      ))}
      {mark ? <Mark {...mark} at={x(mark.x)} end={height - bottom} middle={(left + width - right) / 2} /> : null}
    </svg>
  );
}

type Places = { x: (value: number) => number; y: (value: number) => number };

function Curve({ series: { arm, shape, dashed, points }, x, y }: Places & { series: CurveSeries }) {
  const ink = `var(--${arm})`;
  if (shape === "dots") {
    return points.map((point) =>
      point.value === null ? null : (
        <g key={point.x}>
          {point.band ? (
            <line
              x1={x(point.x)}
              x2={x(point.x)}
              y1={y(point.band[0])}
              y2={y(point.band[1])}
              stroke={ink}
              strokeWidth={2}
            />
          ) : null}
          <circle cx={x(point.x)} cy={y(point.value)} r={4} fill={ink} />
        </g>
      ),
    );
  }
  const isStep = shape === "step";
  return (
    <g>
      <path d={bandPath(points, isStep, x, y)} fill={ink} fillOpacity={0.14} stroke={ink} strokeOpacity={0.35} />
      <path
        d={curvePath(points, isStep, x, y)}
        fill="none"
        stroke={ink}
        strokeWidth={2}
        strokeDasharray={dashed || arm === "comparison" ? "5 3" : undefined}
      />
    </g>
  );
}

/** Its name stands on the side with more room. */
function Mark({ at, label, end, middle }: { at: number; label: string; end: number; middle: number }) {
  const before = at > middle;
  return (
    <g>
      <line x1={at} x2={at} y1={top - 6} y2={end} stroke="var(--ink)" strokeDasharray="4 3" />
      <text
        x={before ? at - 5 : at + 5}
        y={top - 7}
        textAnchor={before ? "end" : "start"}
        fill="var(--ink-2)"
        fontSize={12}
      >
        {label}
      </text>
    </g>
  );
}
