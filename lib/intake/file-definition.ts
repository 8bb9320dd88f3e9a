import "server-only";
import type { FileKind } from "@/db/schema/imports";
import type { Column } from "./column";
import type { CellFault } from "./fault";
import type { Counts, Merge } from "./merge";

type CsvKind = Exclude<FileKind, "study">;

/** Everything that is particular to one kind of file. */
export type FileDefinition = {
  kind: CsvKind;
  columns: Column[];
  /** Unknown columns become attributes; elsewhere they are ignored with a notice. */
  keepsUnknown?: boolean;
  /** The column that says when: what a file covers, and which monthly partitions it needs. */
  when?: string;
  partitioned?: "learning_events" | "work_events";
  /** What cannot be seen in one cell. `cell` gives the parsed value of a column. */
  check?(cell: (name: string) => string | null): CellFault | null;
  /** Takes the rows of the temp table `staged` into the database, set by set. */
  merge(merge: Merge): Promise<Counts>;
};
