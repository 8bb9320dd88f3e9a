import type { Place } from "@/lib/work/matrix/levels";

export const same = (left: Place | null, right: Place | null) =>
  left !== null && left.frequency === right?.frequency && left.impact === right.impact;

/** From where a task was placed to where work events have it. */
export function ApartLine({ from, to }: { from: Place | null; to: Place | null }) {
  if (!from || !to || same(from, to)) return null;
  const at = ({ frequency, impact }: Place) => ({ x: (frequency - 0.5) * 20, y: (5.5 - impact) * 20 });
  const [start, end] = [at(from), at(to)];
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
    >
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        stroke="var(--line)"
        strokeWidth={1.5}
        strokeDasharray="4 4"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
