import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { linePath } from "@/components/charts/sparkline";
import { niceScale } from "@/lib/format/nice-scale";

type Mark = { at: number; label: string; look: "line" | "worse" };

type Props = ChartWords & {
  points: readonly { x: number; y: number }[];
  /** What the axes are of, and how a value on them and in the table is written. */
  axes: { x: { label: string; text(value: number): string }; y: { label: string; text(value: number): string } };
  /** Highest value of the upright axis; else a round one. */
  top?: number;
  /** Thin upright lines, and one across. */
  marks?: readonly Mark[];
  across?: { at: number; label: string };
};

const height = 260;
const colours = { line: "var(--line)", worse: "var(--worse)" };

/** One line over a number, from zero; drawn on the server, with its numbers as a table. */
export function CurveChart({ points, axes, top, marks = [], across, ...words }: Props) {
  const xs = points.map(({ x }) => x);
  const horizontal = niceScale([0, ...xs], { zero: true, count: 4 });
  const upright = niceScale([0, top ?? Math.max(...points.map(({ y }) => y))], { zero: true, count: 4 });
  const right = Math.max(...xs);
  const [high] = [top ?? upright.high];
  const x = (value: number) => (100 * value) / right;
  const y = (value: number) => 100 - (100 * value) / high;
  const path = linePath(
    points.map((point) => point.y),
    (index) => x(points[index]?.x ?? 0),
    y,
  );
  return (
    <ChartFrame
      {...words}
      height={height}
      table={{
        columns: [
          { id: "x", header: axes.x.label },
          { id: "y", header: axes.y.label, align: "end" },
        ],
        rows: points.map((point) => ({
          id: String(point.x),
          cells: { x: { text: axes.x.text(point.x), sort: point.x }, y: { text: axes.y.text(point.y), sort: point.y } },
        })),
      }}
    >
      <div className="relative h-full pr-4 pb-10 pl-20 text-caption text-ink-3" aria-hidden="true">
        <div className="relative h-full">
          {upright.ticks
            .filter((tick) => tick <= high * 1.0001)
            .map((tick) => (
              <div key={tick} className="absolute right-0 left-0 border-t border-rule" style={{ top: `${y(tick)}%` }}>
                <span className="absolute right-full -translate-y-1/2 pr-2 whitespace-nowrap">{axes.y.text(tick)}</span>
              </div>
            ))}
          {horizontal.ticks
            .filter((tick) => tick <= right * 1.0001)
            .map((tick) => (
              <span
                key={tick}
                className="absolute top-full -translate-x-1/2 pt-1 whitespace-nowrap"
                style={{ left: `${x(tick)}%` }}
              >
                {axes.x.text(tick)}
              </span>
            ))}
          <svg
            aria-hidden="true"
            className="absolute inset-0 h-full w-full overflow-visible"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
          >
            {across ? (
              <line
                x1="0"
                x2="100"
                y1={y(across.at)}
                y2={y(across.at)}
                stroke="var(--ink-3)"
                strokeDasharray="2 3"
                vectorEffect="non-scaling-stroke"
              />
            ) : null}
            {marks
              .filter(({ at }) => at <= right)
              .map(({ at, look }) => (
                <line
                  key={at}
                  x1={x(at)}
                  x2={x(at)}
                  y1="0"
                  y2="100"
                  stroke={colours[look]}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            <path d={path} fill="none" stroke="var(--ink)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
          </svg>
          {across ? (
            <span className="absolute left-1 -translate-y-full" style={{ top: `${y(across.at)}%` }}>
              {across.label}
            </span>
          ) : null}
          {marks
            .filter(({ at }) => at <= right)
            .map(({ at, label, look }, row) => (
              <span
                key={at}
                className={`absolute bg-paper px-1 whitespace-nowrap ${x(at) > 60 ? "-translate-x-full" : ""}`}
                style={{ left: `${x(at)}%`, bottom: `${4 + 9 * row}%`, color: colours[look] }}
              >
                {label}
              </span>
            ))}
          <span className="absolute top-full right-0 pt-6">{axes.x.label}</span>
        </div>
      </div>
    </ChartFrame>
  );
}
