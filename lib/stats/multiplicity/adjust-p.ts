/**
 * How p values of several tests are adjusted, in the order of what they promise:
 * Bonferroni, Holm (1979) and Hochberg (1988) bound the chance of any false finding (Hochberg: tests independent or positively
 * dependent); Benjamini-Hochberg (1995) bounds the expected share of false findings, Benjamini-Yekutieli (2001) does so under
 * any dependence.
 */
export type Adjustment = "benjamini_hochberg" | "benjamini_yekutieli" | "holm" | "hochberg" | "bonferroni";

/**
 * Adjusted p values in the order given, to be held against the same threshold as an unadjusted one. A null (a test that could
 * not be made) stays null and does not count as a test. Equals R's `p.adjust`.
 */
export function adjustP(values: readonly (number | null)[], adjustment: Adjustment): (number | null)[] {
  const tests = values.flatMap((p, index) => (p === null || Number.isNaN(p) ? [] : [{ p, index }]));
  const adjusted: (number | null)[] = values.map(() => null);
  const m = tests.length;
  tests.sort((left, right) => left.p - right.p);
  const harmonic = tests.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  const factor = (rank: number): number => {
    if (adjustment === "bonferroni") return m;
    if (adjustment === "holm" || adjustment === "hochberg") return m - rank + 1;
    return ((adjustment === "benjamini_yekutieli" ? harmonic : 1) * m) / rank;
  };

  const isStepDown = adjustment === "holm";
  let bound = isStepDown ? 0 : 1;
  for (let step = 0; step < m; step += 1) {
    const place = isStepDown ? step : m - 1 - step;
    const test = tests[place];
    if (test === undefined) continue;
    const raw = Math.min(1, factor(place + 1) * test.p);
    if (adjustment === "bonferroni") bound = raw;
    else bound = isStepDown ? Math.max(bound, raw) : Math.min(bound, raw);
    adjusted[test.index] = bound;
  }
  return adjusted;
}
