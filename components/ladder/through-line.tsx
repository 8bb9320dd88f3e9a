import { classNames } from "@/components/ui/class-names";
import type { LadderView } from "@/lib/ladder/ladder-view";
import type { Verdict } from "@/lib/ladder/measure-verdict";
import { verdictWords } from "@/lib/ladder/rung-words";

type Segment = "none" | "solid" | "dotted" | "broken";

/**
 * The chain as one line. It runs where a layer moved, breaks where the ladder says so, and is dotted where nobody knows and after a break.
 * On a phone it goes without the figures, which the ladder has.
 */
export function ThroughLine({ view: { rungs, finding } }: { view: LadderView }) {
  const breaksAt = finding.kind === "broken" ? rungs.findIndex(({ id }) => id === finding.at) : -1;
  const segmentTo = (index: number): Segment => {
    if (index === 0 || index >= rungs.length) return "none";
    if (index === breaksAt) return "broken";
    return rungs[index]?.verdict === "moved" && (breaksAt < 0 || index < breaksAt) ? "solid" : "dotted";
  };
  return (
    <ol className="flex flex-col sm:flex-row" aria-label="The chain from use to careers">
      {rungs.map(({ id, step, verdict, figure, of }, index) => (
        <li key={id} className="relative flex min-w-0 gap-3 sm:block sm:flex-1">
          <div className="flex flex-col items-center self-stretch sm:flex-row" aria-hidden="true">
            <Line segment={segmentTo(index)} />
            <Knot verdict={verdict} breaks={index === breaksAt} />
            <Line segment={tail(segmentTo(index + 1), verdict)} />
          </div>
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 py-1 sm:mt-2 sm:block sm:px-2 sm:py-0 sm:text-center">
            <p className="font-medium">{step}</p>
            <p className={classNames("text-table", index === breaksAt ? "font-medium text-worse" : "text-ink-2")}>
              {index === breaksAt ? "breaks here" : verdictWords[verdict]}
            </p>
            {figure && figure !== verdictWords[verdict] ? (
              <p className="text-table text-ink-2 max-sm:hidden">
                {figure} <span className="block text-caption text-ink-3">{of}</span>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The half of a segment before its break carries on what was there. */
const tail = (segment: Segment, verdict: Verdict): Segment =>
  segment === "broken" ? (verdict === "moved" ? "solid" : "dotted") : segment;

function Line({ segment }: { segment: Segment }) {
  const looks = {
    none: "border-transparent",
    solid: "border-line border-solid",
    dotted: "border-rule-2 border-dotted",
    broken: "border-transparent",
  };
  return (
    <span
      className={classNames(
        "relative min-h-3 w-0 flex-1 border-l-2 sm:min-h-0 sm:w-auto sm:border-t-2 sm:border-l-0",
        looks[segment],
      )}
    >
      {segment === "broken" ? (
        <span className="absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-1/2 text-worse leading-none">╳</span>
      ) : null}
    </span>
  );
}

function Knot({ verdict, breaks }: { verdict: Verdict; breaks: boolean }) {
  const look = breaks
    ? "border-worse bg-paper"
    : verdict === "moved"
      ? "border-line bg-line"
      : verdict === "flat" || verdict === "worse"
        ? "border-flat bg-paper"
        : "border-rule-2 border-dashed bg-paper";
  return <span className={classNames("size-3 shrink-0 rounded-full border-2", look)} />;
}
