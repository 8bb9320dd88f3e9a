import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export type Cell = string | number | boolean | null;

const chunkLength = 1 << 18;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A CSV file written in chunks: memory does not grow with the number of rows. */
export class CsvFile {
  rows = 0;
  #descriptor: number;
  #pending = "";

  constructor(path: string, header: readonly string[]) {
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, "w");
    this.#pending = `${header.join(",")}\n`;
  }

  add(cells: readonly Cell[]): void {
    let line = "";
    for (let index = 0; index < cells.length; index++) {
      if (index > 0) line += ",";
      line += cellText(cells[index] ?? null);
    }
    this.addLine(line);
  }

  /** For the biggest files: the caller vouches that the line needs no quoting. */
  addLine(line: string): void {
    this.#pending += `${line}\n`;
    this.rows++;
    if (this.#pending.length >= chunkLength) this.#flush();
  }

  close(): number {
    this.#flush();
    closeSync(this.#descriptor);
    return this.rows;
  }

  #flush(): void {
    writeSync(this.#descriptor, this.#pending);
    this.#pending = "";
  }
}

export function quoted(text: string): string {
  return cellText(text);
}
