import { sql } from "drizzle-orm";
import { DomainError } from "@/lib/errors";
import type { BatchReport } from "@/lib/intake/batch-report";
import { readDataVersion } from "@/lib/intake/data-version";
import type { Fault } from "@/lib/intake/fault";
import { importFiles } from "@/lib/intake/import-files";
import { readFolder } from "@/lib/intake/read-folder";
import { inTenant } from "@/lib/server/tenant-access";
import { evaluateInitiative } from "./evaluate-initiative";
import { folderFaults, wholeFile } from "./folder-faults";
import { readPlan } from "./plan";
import { toStudyFormat } from "./result";
import { studyFiles } from "./study-files";

export type FolderEvaluation =
  | { kind: "evaluated"; document: ReturnType<typeof toStudyFormat>; warnings: string[] }
  | { kind: "unusable"; faults: Fault[]; warnings: string[] };

type Request = { orgId: string; folder: string; today: string; onProgress?(fileName: string): void };

/**
 * Takes a study folder into an organisation made for it, by the same intake as the app, and evaluates its one plan. A row
 * that was rejected makes the folder unusable: leaving it out would change figures without a word.
 */
export async function evaluateFolder({ orgId, folder, today, onProgress }: Request): Promise<FolderEvaluation> {
  const seen = new Set<string>();
  const note = ({ fileName }: { fileName: string }) => {
    if (!seen.has(fileName)) onProgress?.(fileName);
    seen.add(fileName);
  };
  let chosen: ReturnType<typeof studyFiles>;
  try {
    chosen = studyFiles(await readFolder(folder));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: "unusable", faults: [wholeFile(folder, error.message)], warnings: [] };
  }
  const reports = await importFiles({
    orgId,
    userId: null,
    files: chosen.files,
    createMissingPeople: true,
    withoutRollups: true,
    onProgress: note,
  });
  const warnings = warningsOf(reports, chosen.leftOut);
  const faults = await inTenant(orgId, (tx) => folderFaults(tx, reports));
  if (faults.length > 0) return { kind: "unusable", faults, warnings };

  const document = await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from initiatives`);
    const plan = rows[0] ? await readPlan(tx, rows[0].id) : null;
    if (!plan) throw new Error("The plan was taken in and is not there");
    return toStudyFormat(await evaluateInitiative(tx, plan, { dataVersion: await readDataVersion(tx), today }));
  });
  return { kind: "evaluated", document, warnings };
}

function warningsOf(reports: BatchReport[], leftOut: string[]): string[] {
  const warnings = reports.flatMap((report) => [
    ...report.notices.map((notice) => `${report.fileName}: ${notice}`),
    ...(report.parked > 0 && report.kind !== "cohort"
      ? [`${report.fileName}: rows left out, for people.csv does not name their people: ${report.parked}`]
      : []),
  ]);
  const [unread, foreign] = [leftOut.filter(isObservations), leftOut.filter((name) => !isObservations(name))];
  for (const name of unread)
    warnings.push(`${name}: left out, for there is no skills.csv with the behaviours it rates`);
  if (foreign.length > 0) warnings.push(`Left out, for the format knows no such files: ${foreign.join(", ")}`);
  return warnings;
}

const isObservations = (name: string) => /(^|\/)observations\.csv$/i.test(name);
