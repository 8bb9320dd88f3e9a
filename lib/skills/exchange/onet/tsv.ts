import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import { longestRow, mostRows, tooManyRows } from "@/lib/skills/exchange/scan-text";

/** A row of a release by the names of its columns; `n/a` and empty are not there. */
export type TsvRow = { line: number; get(column: string): string | null };

/**
 * Rows of a tab-separated file of an O*NET release. There is no quoting in them. Rows of the wrong width are faults and left out.
 * @param wanted columns that must be there
 * @param prefixes only rows that begin with one of these; others are not even split
 * @throws DomainError that names the file and what its header lacks, or has more rows than any release
 */
export function readTsv(
  file: string,
  text: string,
  wanted: readonly string[],
  faults: Fault[],
  prefixes?: readonly string[],
): TsvRow[] {
  const lines = linesOf(text);
  const header = (lines.next().value ?? "")
    .slice(0, longestRow)
    .split("\t")
    .map((name) => name.trim());
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const has = header.length === 1 && header[0] === "" ? "It is empty" : `It has: ${header.join(", ")}`;
    throw new DomainError(
      "invalid-input",
      `${file} lacks the column ${missing.join(", ")}, as files of another release may. ${has}`,
    );
  }
  const at = new Map(header.map((name, index) => [name, index]));
  const rows: TsvRow[] = [];
  let number = 1;
  let taken = 0;
  for (const line of lines) {
    number++;
    if (line === "" || (prefixes && !prefixes.some((prefix) => line.startsWith(prefix)))) continue;
    if (++taken > mostRows) throw tooManyRows(file);
    const cells = line.length > longestRow ? [] : line.split("\t");
    if (cells.length !== header.length) {
      const has = cells.length === 0 ? "is too long" : `has ${cells.length} cells`;
      const reason = `The row ${has}, the header has ${header.length}`;
      faults.push({ file, line: number, column: "", value: null, reason });
      continue;
    }
    rows.push({ line: number, get: (column) => present(cells[at.get(column) ?? -1]) });
  }
  return rows;
}

/** One line after the other, so that a file of nothing but line ends is not held as a list of them. */
function* linesOf(text: string): Generator<string, undefined> {
  for (let from = text.startsWith("\uFEFF") ? 1 : 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const stop = end === -1 ? text.length : end;
    yield text.slice(from, stop > from && text[stop - 1] === "\r" ? stop - 1 : stop);
    from = stop + 1;
  }
}

function present(cell: string | undefined): string | null {
  const value = cell?.trim() ?? "";
  return value === "" || value.toLowerCase() === "n/a" ? null : value;
}

/** A number of a row; what is none is a fault. */
export function numberIn(file: string, row: TsvRow, column: string, faults: Fault[]): number | null {
  const cell = row.get(column);
  if (cell === null) return null;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  faults.push({ file, line: row.line, column, value: cell, reason: "This should be a number" });
  return null;
}
