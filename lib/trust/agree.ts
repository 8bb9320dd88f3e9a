import { isSmallGroup } from "@/lib/access/privacy";
import { cohenKappa } from "@/lib/stats/agreement/cohen-kappa";
import { gwetAc2 } from "@/lib/stats/agreement/gwet-ac2";
import { jackknifeInterval } from "@/lib/stats/agreement/jackknife";
import { patternAlpha } from "@/lib/stats/agreement/pattern-alpha";
import { pairShares, type RatingPattern } from "@/lib/stats/agreement/rating-patterns";
import { studentTQuantile } from "@/lib/stats/student-t";
import type { KeyedPatterns, PairCounts, PersonMean } from "./agreement-sql";
import type { Agreement, Coefficient, PairRow, SourcePair } from "./trust";

const levels = 5;

/** Agreement of whoever rated the same units; withheld under the minimum of people. */
export function agreementOf(found: Omit<KeyedPatterns, "key"> | undefined, minimum: number): Agreement {
  if (!found) return { kind: "not-estimable", reason: "no-comparison" };
  const { people, patterns } = found;
  if (isSmallGroup(people, minimum)) return { kind: "withheld" };
  const shares = pairShares(patterns);
  if (!shares) return { kind: "not-estimable", reason: "no-comparison" };
  const ac2 = (some: readonly RatingPattern[]) => {
    const one = gwetAc2(some);
    return one.kind === "agreement" ? one.value : null;
  };
  const { exact, within, units } = shares;
  return {
    kind: "agreement",
    alpha: coefficient(patterns, (some) => patternAlpha(some, "ordinal")),
    ac2: coefficient(patterns, ac2),
    exact,
    within,
    people,
    units,
  };
}

function coefficient<One extends { group?: string }>(
  rows: readonly One[],
  of: (some: readonly One[]) => number | null,
): Coefficient | null {
  const value = of(rows);
  return value === null ? null : { value, interval: jackknifeInterval(rows, of) };
}

/** Two sources on the same units; withheld under the minimum of people. */
export function pairRow(
  pair: SourcePair,
  { counts, gap }: { counts: readonly PairCounts[]; gap: PersonMean },
  minimum: number,
): PairRow | null {
  if (counts.length === 0) return null;
  if (isSmallGroup(gap.people, minimum)) return { pair, withheld: true };
  const units = counts.reduce((sum, one) => sum + one.units, 0);
  const share = (apart: number) =>
    counts.reduce((sum, one) => sum + (Math.abs(one.first - one.second) <= apart ? one.units : 0), 0) / units;
  return {
    pair,
    difference: meanOf(gap),
    kappa: coefficient(counts, kappaOf),
    exact: share(0),
    within: share(1),
    people: gap.people,
    units,
  };
}

function kappaOf(counts: readonly PairCounts[]): number | null {
  const table = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0));
  for (const { first, second, units } of counts) {
    const row = table[first - 1];
    if (row) row[second - 1] = (row[second - 1] ?? 0) + units;
  }
  const found = cohenKappa(table, "squared");
  return found.kind === "agreement" ? found.value : null;
}

/** A mean over people with its t interval; no interval for one person. */
export function meanOf({ people, mean, error }: PersonMean, confidence = 0.95): Coefficient | null {
  if (people === 0) return null;
  if (error === null || people < 2) return { value: mean, interval: null };
  const margin = studentTQuantile((1 + confidence) / 2, people - 1) * error;
  return { value: mean, interval: [mean - margin, mean + margin] };
}
