import { DomainError } from "@/lib/errors";
import type { Column } from "@/lib/intake/column";

/** Where each known column stands in the file (-1 when absent), and the columns nobody knows. */
export type HeaderMatch = { positions: number[]; unknown: { name: string; at: number }[] };

/** What a download of rejected rows ends with; a mended one is handed in again with them. */
export const complaints = ["line", "column", "reason"];

/** "Employee ID" and "employee_id" are one name. */
export const plainName = (name: string) =>
  name
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[\s.-]+/g, "_");

/** @throws DomainError, as a sentence that names the column, when a required one is missing or one comes twice. */
export function matchHeader(columns: readonly Column[], header: readonly string[]): HeaderMatch {
  const names = header.map(plainName);
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice) throw new DomainError("invalid-input", `The column ${twice} stands twice in the header`);
  const missing = columns.filter((column) => column.required && !names.includes(column.name));
  if (missing.length > 0) {
    const list = missing.map((column) => column.name).join(", ");
    throw new DomainError("invalid-input", `The header lacks ${list}. It has: ${header.join(", ")}`);
  }
  const known = new Set(columns.map((column) => column.name));
  const own = complaints.every((name, at) => names.at(at - complaints.length) === name)
    ? -complaints.length
    : undefined;
  return {
    positions: columns.map((column) => names.indexOf(column.name)),
    unknown: header
      .slice(0, own)
      .flatMap((name, at) => (known.has(names[at] ?? "") || name === "" ? [] : [{ name, at }])),
  };
}
