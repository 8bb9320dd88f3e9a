import { type Advice, adviceFor, type Depth, type Mix, mismatchOf, mixOf, type Risk } from "./modality";
import type { PortfolioActivity } from "./read-portfolio";

export type Segment = {
  facet: NonNullable<PortfolioActivity["facet"]> | null;
  risk: Risk;
  depth: Depth;
  advice: Advice;
  activities: number;
  mismatched: number;
  /** Those that are known; null where none of its used activities has any. */
  hours: number | null;
  /** Null where not known of one activity that was used. */
  cost: number | null;
};

/** Why an activity does not fit its skill; null where it does or that is not known. */
export function mismatch(activity: PortfolioActivity): { advice: Advice; why: string | null } | null {
  if (!activity.risk || !activity.depth) return null;
  const advice = adviceFor(activity.risk, activity.depth);
  return { advice, why: mismatchOf(activity, advice) };
}

/** Activities by kind of skill, risk and depth, most hours first. Those whose skill has no risk or depth are in none. */
export function segmentsOf(activities: readonly PortfolioActivity[]): Segment[] {
  const segments = new Map<string, Segment>();
  for (const activity of activities) {
    const { facet, risk, depth, hours, cost } = activity;
    const fit = mismatch(activity);
    if (!risk || !depth || !fit) continue;
    const key = `${facet} ${risk} ${depth}`;
    const known = segments.get(key) ?? {
      facet,
      risk,
      depth,
      advice: fit.advice,
      activities: 0,
      mismatched: 0,
      hours: hours === null ? null : 0,
      cost: 0,
    };
    const used = hours === null || hours > 0;
    segments.set(key, {
      ...known,
      activities: known.activities + 1,
      mismatched: known.mismatched + Number(fit.why !== null),
      hours: sumOf(known.hours, hours),
      cost: known.cost === null || (used && cost === null) ? null : known.cost + (cost ?? 0),
    });
  }
  return [...segments.values()].toSorted((left, right) => (right.hours ?? 0) - (left.hours ?? 0));
}

/** What is not known adds nothing; nothing at all is not made known by the unused. */
function sumOf(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return (one ?? other) || null;
  return one + other;
}

/** Hours by formal, social and experiential learning; what is none of them or not known stands apart. */
export function hoursByMix(activities: readonly PortfolioActivity[]): Record<Mix | "unknown", number> {
  const hours = { formal: 0, social: 0, experiential: 0, unknown: 0 };
  for (const activity of activities) hours[mixOf(activity) ?? "unknown"] += activity.hours ?? 0;
  return hours;
}
