import { DomainError } from "@/lib/errors";
import { CsvScanner, type OnRow } from "@/lib/intake/read/csv-scanner";

/** More rows than any taxonomy has. All of a file is held in memory here, so a file of nothing but line ends must not be. */
export const mostRows = 500_000;
/** A row of a taxonomy file is a sentence or two. */
export const longestRow = 1 << 20;

const piece = 1 << 18;

/**
 * Calls `onRow` for each row of a CSV text, header included.
 * @throws DomainError where a row is longer than a megabyte (a quotation mark that is never closed, mostly), or there are too many
 */
export function scanText(file: string, text: string, onRow: OnRow): void {
  let rows = 0;
  const scanner = new CsvScanner((cells, line, slip) => {
    if (++rows > mostRows) throw tooManyRows(file);
    onRow(cells, line, slip);
  });
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at += piece)
    scanner.push(text.slice(at, at + piece));
  scanner.end();
}

export const tooManyRows = (file: string) =>
  new DomainError(
    "invalid-input",
    `${file} has more than ${mostRows.toLocaleString("en")} rows, which no taxonomy has`,
  );
