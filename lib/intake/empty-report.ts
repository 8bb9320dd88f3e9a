import type { FileKind } from "@/db/schema/imports";
import type { BatchReport } from "./batch-report";

export function emptyReport(file: { name: string; kinds: FileKind[]; code: string | null }): BatchReport {
  const isCertain = file.kinds.length === 1;
  return {
    batchId: null,
    kind: isCertain ? (file.kinds[0] ?? null) : null,
    couldBe: isCertain ? [] : file.kinds,
    fileName: file.name,
    initiativeCode: file.code,
    status: "waiting",
    error: null,
    rows: 0,
    added: 0,
    corrected: 0,
    unchanged: 0,
    rejected: 0,
    parked: 0,
    faults: [],
    notices: [],
    difference: {},
  };
}
