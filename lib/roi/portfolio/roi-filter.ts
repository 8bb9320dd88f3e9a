import type { Grade } from "@/lib/evaluation/result";
import { type Advice, advices } from "./advice-table";
import type { RoiRow } from "./roi";

/** Which initiatives are shown; null: all of them. Figures of the whole are never filtered. */
export type RoiFilter = { advice: Advice | null; grade: Grade | null };

const grades = ["A", "B", "C", "D", "E"] as const;

/** What the address asks for; anything else in it is ignored. */
export function parseRoiFilter(asked: Record<string, string | string[] | undefined>): RoiFilter {
  return {
    advice: advices.find((one) => one === asked.advice) ?? null,
    grade: grades.find((one) => one === asked.grade) ?? null,
  };
}

export function filterRows<Row extends Pick<RoiRow, "advice" | "grade">>(
  rows: readonly Row[],
  filter: RoiFilter,
): Row[] {
  return rows.filter(
    ({ advice, grade }) =>
      (filter.advice === null || advice === filter.advice) && (filter.grade === null || grade === filter.grade),
  );
}

/** The address of the same page with one of the two changed. */
export function filterHref(filter: RoiFilter, change: Partial<RoiFilter>): string {
  const next = { ...filter, ...change };
  const query = new URLSearchParams(Object.entries(next).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return query.size > 0 ? `/roi?${query}#initiatives` : "/roi#initiatives";
}
