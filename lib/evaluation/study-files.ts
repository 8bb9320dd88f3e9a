import "server-only";
import type { FileKind } from "@/db/schema/imports";
import type { IncomingFile } from "@/lib/intake/batch-report";
import { kindOfName } from "@/lib/intake/read/recognise-kind";

type StudyFiles = { files: IncomingFile[]; leftOut: string[] };

/**
 * The files of a study folder that are of the format by their names, and what lies beside them. Nothing is guessed from a header:
 * a list of notes by employee_id would be taken for people. Observations without a skills.csv rate behaviours nobody wrote down.
 */
export function studyFiles(found: readonly IncomingFile[]): StudyFiles {
  const kinds = new Map(found.map((file) => [file, kindOf(file)]));
  const present = new Set(kinds.values());
  const isUsed = (kind: FileKind | null) => kind !== null && (kind !== "observations" || present.has("skills"));
  return {
    files: found.flatMap((file) => {
      const kind = kinds.get(file) ?? null;
      return kind !== null && isUsed(kind) ? [{ ...file, kind }] : [];
    }),
    leftOut: found.filter((file) => !isUsed(kinds.get(file) ?? null)).map(({ name }) => name),
  };
}

/** `kpi.csv`, `KPI.CSV`, `kpi (2).csv`, `kpi 2025-03.csv`; not `kpi_old.csv`, nor `expected.json`. */
function kindOf({ name }: IncomingFile): FileKind | null {
  const base = name.split("/").at(-1)?.toLowerCase() ?? "";
  if (base === "study.json") return "study";
  const kind = base.endsWith(".csv") ? kindOfName(base) : null;
  return kind && !/[a-z]/.test(base.slice(kind.length, -".csv".length)) ? kind : null;
}
