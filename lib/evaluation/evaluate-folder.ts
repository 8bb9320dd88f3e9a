import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { type BatchReport, mostFaults } from "@/lib/intake/batch-report";
import { readDataVersion } from "@/lib/intake/data-version";
import type { Fault } from "@/lib/intake/fault";
import { importFiles } from "@/lib/intake/import-files";
import { readFolder } from "@/lib/intake/read-folder";
import { inTenant } from "@/lib/server/tenant-access";
import { evaluateInitiative } from "./evaluate-initiative";
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
  const faults = [...faultsOf(reports), ...(await inTenant(orgId, unknownMembers))];
  if (faults.length > 0) return { kind: "unusable", faults, warnings };

  const document = await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from initiatives`);
    const plan = rows[0] ? await readPlan(tx, rows[0].id) : null;
    if (!plan) throw new Error("The plan was taken in and is not there");
    return toStudyFormat(await evaluateInitiative(tx, plan, { dataVersion: await readDataVersion(tx), today }));
  });
  return { kind: "evaluated", document, warnings };
}

function faultsOf(reports: BatchReport[]): Fault[] {
  const faults = reports.flatMap((report) => {
    const own = [...report.faults];
    if (own.length === 0 && report.status !== "done") {
      own.push(wholeFile(report.fileName, report.error ?? "This file could not be read"));
    }
    return own;
  });
  const plans = reports.filter(({ kind }) => kind === "study").length;
  if (plans === 0) faults.push(wholeFile("study.json", "The folder has no plan. A study needs a study.json"));
  if (plans > 1)
    faults.push(wholeFile("study.json", `There are ${plans} plans in this folder. Evaluate one study at a time`));
  if (!reports.some(({ kind }) => kind === "cohort")) {
    faults.push(wholeFile("cohort.csv", "The folder does not say who is in which arm. A study needs a cohort.csv"));
  }
  return faults;
}

/** Rows of cohort.csv about somebody people.csv does not name: an arm that lost them without a word would be another arm. */
async function unknownMembers(tx: Tx): Promise<Fault[]> {
  const { rows } = await tx.execute<{ file: string; line: number; value: string }>(sql`
    select b.file_name as file, p.line, p.identity as value
    from parked_rows p join import_batches b on b.org_id = p.org_id and b.id = p.batch_id
    where p.kind = 'cohort' and p.resolved_at is null order by file, line limit ${mostFaults}`);
  return rows.map((row) => ({ ...row, column: "employee_id", reason: "people.csv names nobody so" }));
}

function warningsOf(reports: BatchReport[], leftOut: string[]): string[] {
  const warnings = reports.flatMap((report) => [
    ...report.notices.map((notice) => `${report.fileName}: ${notice}`),
    ...(report.parked > 0 && report.kind !== "cohort"
      ? [`${report.fileName}: rows left out, for people.csv does not name their people: ${report.parked}`]
      : []),
  ]);
  if (leftOut.length > 0) warnings.push(`Left out, for they are not files of a study: ${leftOut.join(", ")}`);
  return warnings;
}

const wholeFile = (file: string, reason: string): Fault => ({ file, line: 0, column: "", value: null, reason });
