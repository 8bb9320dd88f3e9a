import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import { scanText } from "./scan-text";

export type CsvRecord = { line: number; get(column: string): string };

/**
 * Rows of a CSV file of another tool by the names of its columns. Rows of the wrong width are faults and left out.
 * @throws DomainError that names the file and the column that is missing, or the quotation mark that is never closed
 */
export function readRecords(file: string, text: string, wanted: readonly string[], faults: Fault[]): CsvRecord[] {
  let at: Map<string, number> | null = null;
  const records: CsvRecord[] = [];
  scanText(file, text, (cells, line, slip) => {
    if (!at) {
      at = new Map(cells.map((cell, index) => [cell.trim(), index]));
      const missing = wanted.filter((name) => !at?.has(name));
      if (missing.length > 0)
        throw new DomainError(
          "invalid-input",
          `${file} lacks the column ${missing.join(", ")}. It has: ${cells.join(", ")}`,
        );
      return;
    }
    const columns = at;
    const wrong =
      slip ??
      (cells.length === columns.size ? null : `The row has ${cells.length} cells, the header has ${columns.size}`);
    if (wrong) faults.push({ file, line, column: "", value: null, reason: wrong });
    else records.push({ line, get: (column) => (cells[columns.get(column) ?? -1] ?? "").trim() });
  });
  return records;
}
