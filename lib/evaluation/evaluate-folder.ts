import { sql } from "drizzle-orm";
import { DomainError } from "@/lib/errors";
import type { BatchReport } from "@/lib/intake/batch-report";
import { readDataVersion } from "@/lib/intake/data-version";
import type { Fault } from "@/lib/intake/fault";
import { importFolder } from "@/lib/intake/import-folder";
import { inTenant } from "@/lib/server/tenant-access";
import { evaluateInitiative } from "./evaluate-initiative";
import { readPlan } from "./plan";
import { toStudyFormat } from "./result";

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
  let reports: BatchReport[];
  try {
    reports = await importFolder({
      orgId,
      userId: null,
      folder,
      createMissingPeople: true,
      withoutRollups: true,
      onProgress: note,
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: "unusable", faults: [wholeFile(folder, error.message)], warnings: [] };
  }
  const faults = faultsOf(reports);
  const warnings = reports.flatMap((report) => [
    ...report.notices.map((notice) => `${report.fileName}: ${notice}`),
    ...(report.parked > 0 && report.kind !== "cohort"
      ? [`${report.fileName}: ${report.parked} rows are about people that people.csv does not name; they were left out`]
      : []),
  ]);
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
    if (report.kind === "cohort" && report.parked > 0) {
      own.push(wholeFile(report.fileName, `${report.parked} rows are about people that people.csv does not name`));
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

const wholeFile = (file: string, reason: string): Fault => ({ file, line: 0, column: "", value: null, reason });
