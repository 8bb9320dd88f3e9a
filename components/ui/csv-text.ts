import { type Column, type Row, savedValueOf } from "./table-types";

/** RFC 4180 with a header row. Cells that a spreadsheet would run as a formula are made harmless. */
export function csvText(columns: readonly Pick<Column, "id" | "header">[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ header }) => field(header)),
    ...rows.map((row) => columns.map(({ id }) => field(savedValueOf(row.cells[id])))),
  ];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function field(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
