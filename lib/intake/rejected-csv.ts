import "server-only";
import { Readable } from "node:stream";
import type { Viewer } from "@/lib/access/viewer";
import { complaints } from "./read/match-header";
import { readRejectedFile, readRejectedRows } from "./read-rejected-rows";

export type RejectedCsv = { fileName: string; body: ReadableStream<Uint8Array> };

/**
 * The rejected rows of a batch as they stood in the file, with `line`, `column` and `reason` at the end, in RFC 4180 and beginning
 * with a byte order mark, so that a spreadsheet reads it as UTF-8. Null when there is no such batch in the viewer's organisation.
 */
export async function rejectedCsv(viewer: Viewer, batchId: string): Promise<RejectedCsv | null> {
  const file = await readRejectedFile(viewer, batchId);
  if (!file) return null;
  const stem =
    file.fileName
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]*$/, "") ?? "rows";
  const lines = Readable.from(linesOf(viewer, batchId, file.columns), { objectMode: false });
  const body = Readable.toWeb(lines) as ReadableStream<Uint8Array>;
  return { fileName: `${stem.replace(/[^\w.-]+/g, "-")}-rejected.csv`, body };
}

async function* linesOf(viewer: Viewer, batchId: string, columns: string[]): AsyncGenerator<string> {
  yield `\uFEFF${line([...columns, ...complaints])}`;
  const names = columns.map((name, at) => name || `column ${at + 1}`);
  for await (const rows of readRejectedRows(viewer, batchId)) {
    yield rows
      .map((row) => line([...names.map((name) => row.raw[name] ?? ""), String(row.line), row.column ?? "", row.reason]))
      .join("");
  }
}

const line = (cells: string[]) => `${cells.map(quoted).join(",")}\r\n`;

/** Nothing is added to a cell, not even against formulas: the file is made to be mended and imported again. */
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
