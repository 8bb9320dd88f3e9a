export type Comparison = "never-treated" | "not-yet-treated";
export type BasePeriod = "varying" | "universal";
export type Design = { comparison: Comparison; basePeriod: BasePeriod };

/** The periods a group is looked at, each with its base. */
export function spansOf(group: number, periods: number, basePeriod: BasePeriod): { time: number; base: number }[] {
  return Array.from({ length: periods }, (_, time) => ({
    time,
    base: time >= group || basePeriod === "universal" ? group - 1 : time - 1,
  })).filter(({ base }) => base >= 0);
}

/** Whether units first exposed in `candidate` compare with `group` up to period `until`. */
export function isComparison(candidate: number | null, group: number, until: number, comparison: Comparison): boolean {
  if (candidate === null) return true;
  return comparison === "not-yet-treated" && candidate !== group && candidate > until;
}

type Row = { group: number | null; n: number; means: number[] };
export type Scope = {
  kind: "scope";
  alwaysTreated: number;
  within: <Given extends Row>(rows: readonly Given[]) => Given[];
};

/** Drops the always treated and, where nobody stays untreated, the periods from the last group's exposure on. */
export function scopeOf(
  rows: readonly Row[],
  comparison: Comparison,
): Scope | { kind: "refused"; reason: "no-comparison" | "too-few-periods" } {
  const all = Math.max(0, ...rows.map(({ means }) => means.length));
  const isAlways = ({ group }: Row) => group !== null && group <= 0;
  const eligible = rows.filter((row) => row.n > 0 && !isAlways(row));
  const { periods, kind } = usablePeriods(
    eligible.map(({ group }) => group),
    all,
    comparison,
  );
  if (kind === "refused") return { kind, reason: "no-comparison" };
  if (periods < 2) return { kind: "refused", reason: "too-few-periods" };
  return {
    kind: "scope",
    alwaysTreated: rows.filter(isAlways).reduce((sum, { n }) => sum + n, 0),
    within: (given) =>
      given.filter((row) => row.n > 0 && !isAlways(row)).map((row) => ({ ...row, means: row.means.slice(0, periods) })),
  };
}

/** How many of the periods serve: all, or those before the last group's exposure where nobody stays untreated. */
export function usablePeriods(
  groups: readonly (number | null)[],
  periods: number,
  comparison: Comparison,
): { kind: "periods" | "refused"; periods: number } {
  if (groups.some((group) => group === null || group >= periods)) return { kind: "periods", periods };
  if (comparison === "never-treated") return { kind: "refused", periods };
  return { kind: "periods", periods: Math.max(0, ...groups.map((group) => group ?? 0)) };
}
