import type { PeriodKind } from "./plan-calendar";

/** Somebody with their values of a KPI, one entry per period of the history; a value, or a numerator and a denominator. */
export type PersonHistory = {
  id: string;
  employeeId: string;
  name: string | null;
  teamId: string | null;
  team: string | null;
  site: string | null;
  unit: string | null;
  role: string | null;
  values: (number | null)[];
  numerators: (number | null)[];
  denominators: (number | null)[];
};

/** The people of a choice and what is known of a KPI of theirs. */
export type History = {
  kind: PeriodKind;
  /** First days of the periods, ascending and without gaps. */
  periods: string[];
  /** `team`: the KPI exists by team only, and people carry the value of theirs. */
  level: "person" | "team";
  people: PersonHistory[];
};

/** Positions of periods, both included. */
export type Stretch = { first: number; last: number };

/**
 * A person's value over a stretch of periods, as an evaluation computes it over a window: numerators by denominators where there are
 * any, else the mean of the periods' values. Null where there is none.
 */
export function valueOver(person: PersonHistory, { first, last }: Stretch): number | null {
  let [numerator, denominator, total, count, ratios] = [0, 0, 0, 0, 0];
  for (let at = Math.max(0, first); at <= last; at += 1) {
    const [above, below, value] = [person.numerators[at], person.denominators[at], person.values[at]];
    if (above != null && below != null) {
      numerator += above;
      denominator += below;
      ratios += 1;
    } else if (value != null) {
      total += value;
      count += 1;
    }
  }
  if (ratios > 0 && denominator !== 0) return numerator / denominator;
  return count > 0 ? total / count : null;
}

/** Denominators a person has in a period on average: how often there is something to get right. Null for a KPI without any. */
export function volumeOver(people: readonly PersonHistory[], { first, last }: Stretch): number | null {
  let [total, count] = [0, 0];
  for (const { denominators } of people) {
    for (let at = Math.max(0, first); at <= last; at += 1) {
      const denominator = denominators[at];
      if (denominator == null) continue;
      total += denominator;
      count += 1;
    }
  }
  return count > 0 ? total / count : null;
}

/** Whom people are lotted, clustered and counted with: their team, or themselves where nobody knows one. */
export const clusterOf = ({ teamId, id }: PersonHistory) => teamId ?? `alone ${id}`;
