import "server-only";
import { DomainError } from "@/lib/errors";
import { CsvScanner, type OnRow } from "./csv-scanner";
import type { Encoding } from "./inspect-file";
import { readText } from "./read-text";

/** Rows of a file or of anything else that has a header. `pause` is awaited between pieces, so that memory stays bounded. */
export type RowSource = {
  header: string[];
  each(onRow: OnRow, pause: (bytesRead: number) => Promise<void>): Promise<void>;
};

/**
 * Opens a CSV file and reads its header.
 * @throws DomainError when the file holds no header, or seems to be separated by something else than commas.
 */
export async function openCsv(path: string, encoding: Encoding): Promise<RowSource> {
  const header = await readHeader(path, encoding);
  return { header, each: (onRow, pause) => readRows(path, encoding, onRow, pause) };
}

async function readHeader(path: string, encoding: Encoding): Promise<string[]> {
  let header: string[] | null = null;
  const scanner = new CsvScanner((cells) => {
    header ??= cells.map((cell) => cell.trim());
  });
  for await (const { text } of readText(path, encoding)) {
    scanner.push(text);
    if (header) return separated(header);
  }
  scanner.end();
  if (!header) throw new DomainError("invalid-input", "The file is empty");
  return separated(header);
}

function separated(header: string[]): string[] {
  if (header.some((cell) => cell.includes("\r"))) {
    throw new DomainError("invalid-input", "The lines end in a carriage return alone. Save the file as CSV in UTF-8");
  }
  const other = header.length === 1 && [";", "\t", "|"].find((separator) => header[0]?.includes(separator));
  if (!other) return header;
  const name = { ";": "semicolons", "\t": "tabs", "|": "bars" }[other];
  throw new DomainError("invalid-input", `The columns are separated by ${name}. Save the file as CSV with commas`);
}

async function readRows(path: string, encoding: Encoding, onRow: OnRow, pause: (bytesRead: number) => Promise<void>) {
  let isHeader = true;
  const scanner = new CsvScanner((cells, line, slip) => {
    if (isHeader) isHeader = false;
    else onRow(cells, line, slip);
  });
  for await (const { text, bytesRead } of readText(path, encoding)) {
    scanner.push(text);
    await pause(bytesRead);
  }
  scanner.end();
}
