import type { batchStatuses, FileKind } from "@/db/schema/imports";
import type { Fault } from "./fault";

/** A file handed in. `name` may be a path inside a folder; files in one folder with a study.json belong to its initiative. */
export type IncomingFile = {
  name: string;
  /** Where the bytes are. */
  path: string;
  /** For cohort, costs and surveys that come without a study.json. */
  initiativeCode?: string | undefined;
  /** Where name and header leave it open. */
  kind?: FileKind | undefined;
};

/** What became of one file. In a dry run nothing of it was kept, and `batchId` is null. */
export type BatchReport = {
  batchId: string | null;
  /** Null where nobody can tell; `couldBe` then says what it may be. */
  kind: FileKind | null;
  couldBe: FileKind[];
  fileName: string;
  initiativeCode: string | null;
  status: (typeof batchStatuses)[number];
  /** Why the file as a whole was not taken. */
  error: string | null;
  rows: number;
  added: number;
  corrected: number;
  unchanged: number;
  rejected: number;
  parked: number;
  /** The first thousand. */
  faults: Fault[];
  /** What is worth knowing about rows that were taken. */
  notices: string[];
  /** In words a person understands: { "new": 12, "leave": 3 }. */
  difference: Record<string, number>;
};

export const mostFaults = 1_000;
