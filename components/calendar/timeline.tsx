import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { place, type Stretch, type TimeAxis } from "@/lib/calendar/timeline";
import type { Formats } from "@/lib/format/formats";

export type Bar = Stretch & { look: "baseline" | "follow-up" | "event" | "rival" | "nothing"; title: string };
export type TimelineRow = {
  id: string;
  label: ReactNode;
  /** The days and what else is to be said, in words: the bars only repeat it. */
  words: ReactNode;
  bars: Bar[];
  /** A day that is marked. */
  mark?: { day: string; title: string } | null;
};

type TimelineProps = { axis: TimeAxis; rows: readonly TimelineRow[]; label: string; formats: Formats };

const looks: Record<Bar["look"], string> = {
  baseline: "border border-rule-2 bg-paper-2",
  "follow-up": "bg-ink-3",
  event: "bg-line",
  rival: "bg-worse",
  nothing: "border border-dashed border-rule-2",
};

/** Rows of stretches over months; what each row says stands beside it in words. */
export function Timeline({ axis, rows, label, formats }: TimelineProps) {
  const columns = "grid gap-x-4 sm:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]";
  return (
    <div className="min-w-0">
      <div aria-hidden="true" className={columns}>
        <span className="max-sm:hidden" />
        <div className="relative h-5 overflow-hidden">
          {axis.ticks.map(({ day, left }, at) => (
            <span
              key={day}
              className={classNames(
                "absolute whitespace-nowrap border-l border-rule pl-1 text-caption text-ink-3",
                // What would be cut off at the edge is not written.
                (at % 2 === 1 || left > 0.8) && "max-sm:invisible",
                left > 0.92 && "invisible",
              )}
              style={{ left: percent(left) }}
            >
              {formats.month(day)}
            </span>
          ))}
        </div>
      </div>
      <ul aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className={classNames(columns, "items-center border-t border-rule py-2")}>
            <div className="min-w-0 text-table">
              <span className="font-medium">{row.label}</span>
              <span className="block text-caption text-ink-3">{row.words}</span>
            </div>
            <Track axis={axis} row={row} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Track({ axis, row: { bars, mark } }: { axis: TimeAxis; row: TimelineRow }) {
  const marked = mark ? place({ from: mark.day, to: mark.day }, axis) : null;
  return (
    <div aria-hidden="true" className="relative h-5 overflow-hidden max-sm:mt-1">
      {axis.ticks.map(({ day, left }) => (
        <span key={day} className="absolute inset-y-0 border-l border-rule" style={{ left: percent(left) }} />
      ))}
      {bars.map((bar) => {
        const placed = place(bar, axis);
        if (!placed) return null;
        return (
          <span
            key={`${bar.look} ${bar.from}`}
            title={bar.title}
            className={classNames(
              "absolute inset-y-1 min-w-[3px]",
              looks[bar.look],
              placed.open ? "rounded-l-control border-r-0" : "rounded-control",
            )}
            style={{ left: percent(placed.left), width: percent(placed.width) }}
          />
        );
      })}
      {mark && marked ? (
        <span
          title={mark.title}
          className="absolute inset-y-0 border-l-2 border-ink"
          style={{ left: percent(marked.left) }}
        />
      ) : null}
    </div>
  );
}

const percent = (share: number) => `${(100 * share).toFixed(3)}%`;

const keys: [Bar["look"], string][] = [
  ["baseline", "Baseline"],
  ["follow-up", "Follow-up"],
  ["event", "Event"],
  ["rival", "Event that may explain the result"],
  ["nothing", "Nothing else happened"],
];

/** What the bars of a timeline mean, as far as it has them. */
export function TimelineKey({ rows }: { rows: readonly TimelineRow[] }) {
  const used = new Set(rows.flatMap(({ bars }) => bars.map(({ look }) => look)));
  const isMarked = rows.some(({ mark }) => mark);
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-caption text-ink-3">
      {keys
        .filter(([look]) => used.has(look))
        .map(([look, word]) => (
          <span key={look} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={classNames("inline-block h-3 w-5 rounded-control", looks[look])} />
            {word}
          </span>
        ))}
      {isMarked ? (
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className="inline-block h-3 border-l-2 border-ink" />
          First exposure
        </span>
      ) : null}
    </p>
  );
}
