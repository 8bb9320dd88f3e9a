import Link from "next/link";
import { useId } from "react";
import { plotScale } from "@/components/charts/plot-scale";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { adviceNames } from "@/lib/roi/portfolio/advice-words";
import type { RoiRow } from "@/lib/roi/portfolio/roi";
import { spentText } from "@/lib/roi/results/spent-text";

type PortfolioPictureProps = { rows: readonly RoiRow[]; asOf: string; formats: Formats };

/** Where there are more, those that cost most are drawn. */
const mostDrawn = 60;
const lanes = ["A", "B", "C", "D", "E", null] as const;

/** Each initiative as a line from the low to the high end of its return, in the lane of its grade; the disc is what was spent. */
export function PortfolioPicture({ rows: all, asOf, formats }: PortfolioPictureProps) {
  const heading = useId();
  const rows = all.toSorted((one, other) => other.spent - one.spent).slice(0, mostDrawn);
  const ends = rows.flatMap(({ returnOnInvestment }) => returnOnInvestment?.interval ?? []);
  const place = plotScale([...ends, -1, 0, 1]);
  const most = Math.max(1, ...rows.map(({ spent }) => spent));
  const ticks = ticksFor(Math.max(1, ...ends));
  const returned = all.filter(({ returnOnInvestment }) => returnOnInvestment !== null);
  const left =
    rows.length < all.length
      ? `Drawn are the ${formats.number(rows.length)} that cost most of ${formats.number(all.length)}. `
      : "";
  return (
    <figure aria-labelledby={heading} className="chart mb-8 min-w-0">
      <h3 id={heading} className="text-lead">
        Where did the money come back, and how sure is that?
      </h3>
      <p className="max-w-prose text-body text-ink-2">{answerOf(returned)}</p>
      <div className="mt-3">
        {lanes.map((grade) => {
          const own = rows.filter((row) => row.grade === grade);
          if (own.length === 0) return null;
          return (
            <div
              key={grade ?? "none"}
              className="grid grid-cols-[2.5rem_1fr] border-t border-rule sm:grid-cols-[8rem_1fr]"
            >
              <div className="py-2 text-caption text-ink-2">
                {grade === null ? (
                  "No result"
                ) : (
                  <>
                    <span className="sm:hidden">
                      <GradeMark grade={grade} short />
                    </span>
                    <span className="hidden sm:inline">
                      <GradeMark grade={grade} />
                    </span>
                  </>
                )}
              </div>
              <ul className="min-w-0 py-1">
                {own.map((row) => (
                  <li key={row.initiativeId} className="py-1">
                    <p className="flex flex-wrap gap-x-3 text-table">
                      <Link className="link min-w-0 font-medium" href={initiativeHref(row.initiativeId, "money")}>
                        {row.title}
                      </Link>
                      <span className="text-ink-2">{labelOf(row, formats)}</span>
                    </p>
                    <Drawing row={row} place={place} radius={4 + 8 * Math.sqrt(row.spent / most)} ticks={ticks} />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
        <div aria-hidden="true" className="grid grid-cols-[2.5rem_1fr] border-t border-rule sm:grid-cols-[8rem_1fr]">
          <span />
          <svg className="h-5 w-full overflow-visible text-caption">
            <title>Scale</title>
            {ticks.map((tick) => (
              <text key={tick} x={place(tick)} y="14" textAnchor="middle" fill="var(--ink-3)">
                {formats.percent(tick, { decimals: 0 })}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <figcaption className="mt-2 max-w-prose text-caption text-ink-3">
        From left to right what came back beyond the money spent, as a share of it; the line holds 95% of the draws, and
        left of the rule at 0% is a loss. From above to below, the strength of the evidence. The disc grows with what
        was spent; an open one has nothing that counts. {left}
        {asOf} The numbers of all stand in the table below.
      </figcaption>
    </figure>
  );
}

type DrawingProps = { row: RoiRow; place: (value: number) => string; radius: number; ticks: readonly number[] };

function Drawing({ row: { returnOnInvestment }, place, radius, ticks }: DrawingProps) {
  return (
    <svg aria-hidden="true" className="h-7 w-full overflow-visible">
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={place(tick)}
          x2={place(tick)}
          y1="0"
          y2="28"
          stroke={tick === 0 ? "var(--ink-2)" : "var(--rule)"}
        />
      ))}
      {returnOnInvestment ? (
        <>
          <line
            x1={place(returnOnInvestment.interval[0])}
            x2={place(returnOnInvestment.interval[1])}
            y1="14"
            y2="14"
            stroke="var(--line)"
            strokeWidth="3"
          />
          <circle cx={place(returnOnInvestment.central)} cy="14" r={radius} fill="var(--line)" />
        </>
      ) : (
        <circle
          cx={place(-1)}
          cy="14"
          r={radius}
          fill="var(--paper)"
          stroke="var(--ink-2)"
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
      )}
    </svg>
  );
}

function labelOf({ returnOnInvestment, spent, unconverted, advice }: RoiRow, formats: Formats): string {
  const returned = returnOnInvestment
    ? `return ${percentRange(returnOnInvestment.interval, formats)}`
    : "nothing counted";
  return `${adviceNames[advice]}. Spent: ${spentText(spent, unconverted, formats)}; ${returned}`;
}

function percentRange([low, high]: readonly [number, number], formats: Formats): string {
  return `${formats.percent(low, { decimals: 0 })} to ${formats.percent(high, { decimals: 0 })}`;
}

function answerOf(drawn: readonly RoiRow[]): string {
  const clear = drawn.filter(({ net }) => net !== null && net.interval[0] > 0).length;
  const lost = drawn.filter(({ net }) => net !== null && net.interval[1] < 0).length;
  const open = drawn.length - clear - lost;
  const parts = [
    clear > 0 ? `${clear} ${clear === 1 ? "has" : "have"} paid` : null,
    lost > 0 ? `${lost} lost money` : null,
    open > 0 ? `for ${open} it is open, the range reaching from a loss to a gain` : null,
  ].filter((part) => part !== null);
  return `Of ${drawn.length} with a return that counts, ${parts.join(", ")}.`;
}

/** Round shares from a total loss to beyond the largest return, few enough to be read on a phone. */
function ticksFor(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => most / one <= 4) ?? 200;
  return [-1, 0, ...Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step)];
}
