import type { EventStudyPoint } from "./event-study-types";

type EventStudyMarkProps = {
  point: EventStudyPoint | undefined;
  /** Where its time stands, and how wide a time is. */
  at: number;
  slot: number;
  pixel: (value: number) => number;
};

/** A small point on the line of its interval, in the pale bar of the band. Hollow before exposure, where nothing should be. */
export function EventStudyMark({ point, at, slot, pixel }: EventStudyMarkProps) {
  if (!point?.shown || !Number.isFinite(at)) return <g />;
  const { value, interval, band } = point.shown;
  const before = point.time < 0;
  const ink = before ? "var(--ink-3)" : "var(--trained)";
  const width = Math.min(16, slot * 0.7);
  return (
    <g>
      {band ? (
        <rect
          x={at - width / 2}
          y={pixel(band[1])}
          width={width}
          height={pixel(band[0]) - pixel(band[1])}
          fill={ink}
          fillOpacity={0.16}
        />
      ) : null}
      {interval ? (
        <line x1={at} x2={at} y1={pixel(interval[0])} y2={pixel(interval[1])} stroke={ink} strokeWidth={2} />
      ) : null}
      <circle cx={at} cy={pixel(value)} r={3.5} fill={before ? "var(--paper)" : ink} stroke={ink} strokeWidth={1.5} />
    </g>
  );
}
