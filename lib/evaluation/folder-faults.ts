import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { FileKind } from "@/db/schema/imports";
import { type BatchReport, mostFaults } from "@/lib/intake/batch-report";
import type { Fault } from "@/lib/intake/fault";

export const wholeFile = (file: string, reason: string): Fault => ({ file, line: 0, column: "", value: null, reason });

/** Why a folder cannot be evaluated, in the order in which its files build on each other; empty when it can. */
export async function folderFaults(tx: Tx, reports: readonly BatchReport[]): Promise<Fault[]> {
  const broken = new Set(reports.filter(isBroken).map(({ kind }) => kind));
  const faults = reports.flatMap((report) => faultsOf(report).filter((fault) => !follows(fault, report.kind, broken)));
  if (!broken.has("people")) faults.push(...(await unknownMembers(tx)));
  if (!broken.has("cohort")) faults.push(...(await unknownArms(tx, reports)));

  const plans = reports.filter(({ kind }) => kind === "study").length;
  if (plans === 0) faults.push(wholeFile("study.json", "The folder has no plan. A study needs a study.json"));
  if (plans > 1) {
    faults.push(wholeFile("study.json", `There are ${plans} plans in this folder. Evaluate one study at a time`));
  }
  if (!reports.some(({ kind }) => kind === "cohort")) {
    faults.push(wholeFile("cohort.csv", "The folder does not say who is in which arm. A study needs a cohort.csv"));
  }
  return faults;
}

const isBroken = ({ status, faults }: BatchReport) => status !== "done" || faults.length > 0;

function faultsOf({ faults, status, fileName, error }: BatchReport): Fault[] {
  if (faults.length > 0 || status === "done") return faults;
  return [wholeFile(fileName, error ?? "This file could not be read")];
}

/** A row that names what another file should have brought is not at fault when that file is. */
function follows({ column, line }: Fault, kind: FileKind | null, broken: ReadonlySet<FileKind | null>): boolean {
  if (kind === "kpi") return broken.has("kpis") && column === "kpi";
  if (kind === "study") return broken.has("kpis") && /^(primary_kpi|secondary_kpis)/.test(column);
  return (kind === "cohort" || kind === "costs") && broken.has("study") && line === 0;
}

/** Arms the plan allocates people to and cohort.csv does not have: one of the two is misspelt. */
async function unknownArms(tx: Tx, reports: readonly BatchReport[]): Promise<Fault[]> {
  const { rows } = await tx.execute<{ arm: string }>(sql`
    select named.arm
    from initiatives i, jsonb_object_keys(
      case jsonb_typeof(i.allocation) when 'object' then i.allocation else '{}' end
    ) named (arm)
    where not exists (select from arm_members m where m.org_id = i.org_id and m.initiative_id = i.id and m.arm = named.arm)
    order by named.arm`);
  const file = reports.find(({ kind }) => kind === "study")?.fileName ?? "study.json";
  return rows.map(({ arm }) => ({
    ...wholeFile(file, "Nobody in cohort.csv is in this arm"),
    column: `allocation.${arm}`,
    value: arm,
  }));
}

/** Rows of cohort.csv about somebody people.csv does not name: an arm that lost them without a word would be another arm. */
async function unknownMembers(tx: Tx): Promise<Fault[]> {
  const { rows } = await tx.execute<{ file: string; line: number; value: string }>(sql`
    select b.file_name as file, p.line, p.identity as value
    from parked_rows p join import_batches b on b.org_id = p.org_id and b.id = p.batch_id
    where p.kind = 'cohort' and p.resolved_at is null order by file, line limit ${mostFaults}`);
  return rows.map((row) => ({ ...row, column: "employee_id", reason: "Nobody in people.csv has this employee_id" }));
}
