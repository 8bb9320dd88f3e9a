import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { MethodResult } from "@/lib/evaluation/result";

/** Standardised differences of one variable before the start: as it was, and as the methods that make the groups alike leave it. */
export type BalanceRow = { label: string; raw: number | null; weighted: number | null; matched: number | null };

type Balanced = { covariate: string; before: number | null; after: number | null };

const balanceOf = (results: readonly MethodResult[], method: string): Balanced[] => {
  const found = results.find((one) => one.role === "primary" && one.method === method && one.status === "estimated");
  return (found?.detail.balance as Balanced[] | undefined) ?? [];
};

/** What the balance plot draws, the largest raw difference first. */
export function balanceRows(check: Pick<CheckResult, "picture">, results: readonly MethodResult[]): BalanceRow[] {
  const [weighted, matched] = [balanceOf(results, "ipw_att"), balanceOf(results, "matched_pairs_t")];
  // Methods divide by the spread of the trained, the check by that of both: what is left is put on the scale of the check.
  const after = (of: Balanced[], label: string, raw: number) => {
    const found = of.find(({ covariate }) => covariate === label);
    return found?.before && found.after !== null ? found.after * (raw / found.before) : null;
  };
  return check.picture
    .map(({ label, value }) => ({
      label,
      raw: value,
      weighted: after(weighted, label, value),
      matched: after(matched, label, value),
    }))
    .toSorted((left, right) => Math.abs(right.raw) - Math.abs(left.raw));
}
