import type { ReactNode } from "react";

export type Column = {
  id: string;
  header: string;
  /** Numbers stand at the end. */
  align?: "start" | "end";
  /** Stays on one line from 640 px on. */
  whole?: boolean;
  /** Holds sentences: never squeezed to a word a line. */
  prose?: boolean;
  /** Hidden below 640 px. */
  wide?: boolean;
  /** Holds buttons: neither printed nor exported. */
  screenOnly?: boolean;
  /** Only in the file. */
  fileOnly?: boolean;
  /** The first column of every row is its header cell unless another one claims it. */
  rowHeader?: boolean;
};

/**
 * What stands in a cell. Plain text and numbers are shown as they are (format numbers first: give `text` and `sort`); `node` replaces
 * what is shown, `sort` what is sorted by and exported, `saved` what is exported. Null is an empty cell with a dash.
 */
export type Cell =
  | string
  | number
  | null
  | { text: string; sort?: string | number | null; saved?: string; node?: ReactNode; href?: string };

export type Row = { id: string; cells: Record<string, Cell> };

export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell.text : String(cell);
}

/** Undefined sorts last, whatever the order. */
export function sortValueOf(cell: Cell | undefined): string | number | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell !== "object") return cell;
  return cell.sort === null ? undefined : (cell.sort ?? cell.text);
}

/** What the file holds. */
export function savedValueOf(cell: Cell | undefined): string | number | undefined {
  return (typeof cell === "object" ? cell?.saved : undefined) ?? sortValueOf(cell);
}
