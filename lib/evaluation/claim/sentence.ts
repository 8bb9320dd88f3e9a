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
};

/** An effect below this share of the spread between people is called small. */
const smallShare = 0.2;

/** Where the interval lies: clear of zero on the good or the bad side, around zero, or around zero and all of it small. */
export function directionOf({ kpi, interval, spread }: Finding): Direction {
  const [low, high] = interval;
  if (low > 0 || high < 0) return low > 0 === (kpi.direction === "up") ? "better" : "worse";
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
