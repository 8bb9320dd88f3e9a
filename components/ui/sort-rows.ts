import { type Row, sortValueOf, textOf } from "./table-types";

export type Sort = { column: string; descending: boolean };

/** Rows in order; ties keep theirs, cells without a value come last. */
export function sortRows(rows: readonly Row[], sort: Sort | null): readonly Row[] {
  if (!sort) return rows;
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = sortValueOf(a.cells[sort.column]);
    const right = sortValueOf(b.cells[sort.column]);
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    if (typeof left === "number" && typeof right === "number") return sign * (left - right);
    return sign * String(left).localeCompare(String(right), "en", { numeric: true });
  });
}

/** Rows in which every word stands somewhere. */
export function filterRows(rows: readonly Row[], words: string): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const text = Object.values(row.cells).map(textOf).join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
