import type { PlanKpi } from "@/lib/evaluation/plan";
import type { Direction, Grade } from "@/lib/evaluation/result";
import { wordingFor } from "./amount";

export type Finding = {
  kpi: Pick<PlanKpi, "name" | "unit" | "currency" | "direction">;
  log: boolean;
  estimate: number;
  interval: readonly [number, number];
  /** The spread between people at follow-up, in the unit of the estimate; null where unknown. */
  spread: number | null;
  /** Where the plan asks for "not worse by more than a margin" rather than "better": the margin, and whether that was shown. */
  notWorse: { margin: number; shown: boolean } | null;
};

/** An effect below this share of the spread between people is called small. */
const smallShare = 0.2;

/**
 * Where the interval lies: clear of zero on the good or the bad side, around zero, or around zero and all of it small. Where the plan asks
 * only for not worse, an interval that stays within the margin says so, unless it is better as well.
 */
export function directionOf({ kpi, interval, spread, notWorse }: Finding): Direction {
  const [low, high] = interval;
  const better = kpi.direction === "up" ? low > 0 : high < 0;
  if (better) return "better";
  if (notWorse?.shown) return "not_worse";
  if (low > 0 || high < 0) return "worse";
  if (notWorse) return "unclear";
  const margin = spread === null ? 0 : smallShare * spread;
  return low > -margin && high < margin ? "negligible" : "unclear";
}

/** The one sentence that may be said. */
export function sentenceFor(grade: Grade, finding: Finding): string {
  const direction = directionOf(finding);
  const { kpi, estimate, interval, log } = finding;
  const words = wordingFor(kpi, log, interval);
  const name = `“${kpi.name}”`;
  const amount = words.amountWithin(estimate, interval);

  if (direction === "not_worse") return notWorseSentence(grade, finding);
  if (finding.notWorse && direction === "unclear") {
    const allowed = words.amount(finding.notWorse.margin);
    return `It could not be shown that ${name} is not worse by more than ${allowed}: the data are compatible with anything between a fall of ${words.amount(interval[0])} and a rise of ${words.amount(interval[1])}.`;
  }
  if (direction === "unclear" || direction === "negligible") {
    const what = grade === "D" ? `No change in ${name}` : `No difference in ${name}`;
    if (direction === "negligible") {
      const most = words.amount(Math.max(Math.abs(interval[0]), Math.abs(interval[1])));
      return `${what} could be shown, and any ${grade === "D" ? "change" : "effect"} is smaller than ${most}.`;
    }
    const from = `a fall of ${words.amount(interval[0])}`;
    const to = `a rise of ${words.amount(interval[1])}`;
    return `${what} could be shown: the data are compatible with anything between ${from} and ${to}.`;
  }

  const rose = estimate > 0;
  const valued = direction === "better" ? "an improvement" : "a worsening";
  if (grade === "A") return `The programme caused ${name} to ${rose ? "rise" : "fall"} by ${amount}, ${valued}.`;
  if (grade === "B") {
    return `The evidence strongly supports that the programme ${rose ? "raised" : "lowered"} ${name} by ${amount}, ${valued}.`;
  }
  if (grade === "C") {
    return `People in the programme did ${direction} than comparable people on ${name}, by ${amount}, which other causes may explain.`;
  }
  return `${name} ${rose ? "rose" : "fell"} by ${amount} after the programme, ${valued}; we cannot say because of it.`;
}

/** The worst that the interval holds is within what the plan allows. */
function notWorseSentence(grade: Grade, { kpi, interval, log, notWorse }: Finding): string {
  const words = wordingFor(kpi, log, interval);
  const name = `“${kpi.name}”`;
  const worst = words.amount(Math.abs(kpi.direction === "up" ? interval[0] : interval[1]));
  const allowed = words.amount(notWorse?.margin ?? 0);
  const within = `by more than ${worst}, within the ${allowed} the plan allows`;
  if (grade === "A") return `The programme did not make ${name} worse ${within}.`;
  if (grade === "B") return `The evidence strongly supports that the programme did not make ${name} worse ${within}.`;
  if (grade === "C")
    return `People in the programme did not do worse than comparable people on ${name} ${within}; other causes may hide a harm.`;
  return `${name} did not get worse after the programme ${within}; we cannot say because of it.`;
}
