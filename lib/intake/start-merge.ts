import "server-only";
import type { Tx } from "@/db/client";
import type { ImportRequest } from "./import-files";
import type { Merge } from "./merge";

/** What a merge starts with; `takeRows` fills in which columns the file has. */
export function startMerge(tx: Tx, request: ImportRequest, batchId: string, initiativeCode: string | null): Merge {
  const names = new Set(request.files.map((file) => file.name.split(/[\\/]/).at(-1)?.toLowerCase()));
  const createMissing = (file: string) => (request.createMissingPeople ?? false) && !names.has(file);
  return {
    tx,
    orgId: request.orgId,
    batchId,
    dryRun: request.dryRun ?? false,
    present: new Set(),
    initiativeCode,
    asOf: request.asOf ?? new Date().toISOString().slice(0, 10),
    createMissingPeople: createMissing("people.csv"),
    createMissingKpis: createMissing("kpis.csv"),
    confirmLargeExit: request.confirmLargeExit ?? false,
    notices: [],
    difference: new Map(),
    rollups: request.withoutRollups ? "never" : request.files.length > 1 ? "later" : "now",
    changedEverything: false,
  };
}
