import type { CalendarKind } from "@/db/schema/calendar";
import { isSmallGroup } from "@/lib/access/privacy";

/** An event, the span it is held against, and whom it reached. */
export type FoundEvent = {
  name: string;
  kind: CalendarKind;
  from: string;
  /** Last day; null where it lasts. */
  to: string | null;
  /** Unit and site it was in; null where it was everywhere. */
  where: string | null;
  /** Of each group that is compared: how many were reached, of how many; null where nobody's place is on file. */
  reached: Record<string, { people: number; of: number }> | null;
};

/**
 * `rival`: may explain the result. `uneven`: reached one group somewhat more. `alike`: reached the groups alike and cancels.
 * `elsewhere`: reached nobody, or without a comparison group hardly anybody. `lasting`: was there before and after alike. `unplaced`: nobody knows where the people worked.
 */
export type Verdict = "rival" | "uneven" | "alike" | "elsewhere" | "lasting" | "unplaced";

export type RivalEvent = Omit<FoundEvent, "reached"> & {
  verdict: Verdict;
  /** By group: the share that was reached; null where it is about too few people to be shown. */
  shares: { group: string; share: number | null }[];
  /** The largest difference between two groups; null where it cannot be known or shown. */
  apart: number | null;
};

/** The events that reached somebody, and how many others fell into the span. */
export type RivalEvents = { from: string; to: string; events: RivalEvent[]; elsewhere: number };

/** Above this difference between the shares of two groups an event warns, above `muchApart` it fails. */
const apartAtAll = 0.05;
const muchApart = 0.2;
/** Keeps 80% against 60%, which floats put a hair above it, at 20 points. */
const hair = 1e-9;

type Circumstances = {
  span: { from: string; to: string };
  /** There is a value before: what was there all along is in both. */
  hasBefore: boolean;
  compares: boolean;
  /** A share about fewer people than this, and not about nobody, is not given. */
  minimum: number;
};

/**
 * What an event means for a result. With a comparison group what reached both groups alike cancels; without one, nobody would have been
 * reached in the comparison, so what reached the people counts as it is. An event that neither began nor ended inside the span changed
 * nothing between before and after.
 */
export function judge(event: FoundEvent, { span, hasBefore, compares, minimum }: Circumstances): RivalEvent {
  const { reached, ...said } = event;
  if (reached === null) return { ...said, verdict: "unplaced", shares: [], apart: null };
  const groups = Object.entries(reached).filter(([, { of }]) => of > 0);
  const exact = groups.map(([, { people, of }]) => people / of);
  const apart = compares ? Math.max(0, ...exact) - Math.min(1, ...exact) : Math.max(0, ...exact);
  const shares = groups.map(([group, { people, of }]) => ({
    group,
    share: isSmallGroup(people, minimum) ? null : people / of,
  }));
  const known = shares.every(({ share }) => share !== null);
  const verdict = verdictOf();
  return { ...said, verdict, shares, apart: known ? apart : null };

  function verdictOf(): Verdict {
    if (exact.every((share) => share === 0)) return "elsewhere";
    const turns = event.from > span.from || (event.to !== null && event.to < span.to);
    if (hasBefore && !turns) return "lasting";
    if (apart > muchApart + hair) return "rival";
    if (apart > apartAtAll + hair) return "uneven";
    return compares ? "alike" : "elsewhere";
  }
}

/**
 * Months of the year (1 to 12) that the second window has and the first has not: a season may explain what differs between them. Windows
 * are days `YYYY-MM-DD`, both included.
 */
export function otherMonths(before: { from: string; to: string }, after: { from: string; to: string }): number[] {
  const known = monthsOf(before);
  return [...monthsOf(after)].filter((month) => !known.has(month)).sort((left, right) => left - right);
}

function monthsOf({ from, to }: { from: string; to: string }): Set<number> {
  const months = new Set<number>();
  const last = monthIndex(to);
  for (let at = monthIndex(from); at <= last && months.size < 12; at++) months.add((at % 12) + 1);
  return months;
}

const monthIndex = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
