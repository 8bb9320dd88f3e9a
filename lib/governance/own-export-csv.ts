import { stringify } from "csv-stringify/sync";
import type { OwnExport } from "./read-own-export";

/** A person's data as one table: a line per stored value. Cells that a spreadsheet would run as a formula are made harmless. */
export function ownExportCsv({ access, tables, usage, looks, names, notes }: OwnExport): string {
  const all = [
    ...(access.user ? [{ label: "Your sign-in", rows: [access.user] }] : []),
    { label: "Your roles", rows: access.roles },
    ...tables,
    { label: "Pages you opened", rows: usage.openings },
    { label: "Views you saved", rows: usage.views },
    { label: "Who looked, who changed", rows: looks },
    { label: "Notes", rows: notes.map((note) => ({ note })) },
  ];
  const lines = all.flatMap(({ label, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row).map(([field, value]) => ({
        what: label,
        row: index + 1,
        field,
        value: value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value),
        "stands for": typeof value === "string" ? (names[value] ?? "") : "",
      })),
    ),
  );
  return stringify(lines, { header: true, record_delimiter: "windows", escape_formulas: true, bom: true, columns });
}

const columns = ["what", "row", "field", "value", "stands for"];
