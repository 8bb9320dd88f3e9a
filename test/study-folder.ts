import { evaluateFolder } from "@/lib/evaluation/evaluate-folder";
import { givenOrganisation, withFiles } from "./factory";

type Files = Record<string, string | Buffer>;

export const plan = {
  title: "Fewer errors",
  design: "comparison",
  primary_kpi: "errors",
  period: "month",
  baseline: { from: "2025-01-01", to: "2025-03-31" },
  follow_up: { from: "2025-04-01", to: "2025-06-30" },
};

export const planText = (change: object = {}) => JSON.stringify({ ...plan, ...change });

/** Rows of a CSV file, header first. */
export const csv = (...rows: string[]) => `${rows.join("\n")}\n`;

/** Twelve treated (even numbers) and twelve control people. */
export const ids = Array.from({ length: 24 }, (_, at) => `P${String(at).padStart(2, "0")}`);
export const isTreated = (at: number) => at % 2 === 0;

export const cohortHeader = "employee_id,arm,exposed_on";
export const cohortRows = ids.map((id, at) => `${id},${isTreated(at) ? "treatment,2025-04-01" : "control,"}`);
export const kpiRows = ids.flatMap((id, at) => [
  `errors,2025-03-31,${id},${5 + ((at * 7) % 9)}`,
  `errors,2025-05-31,${id},${5 + ((at * 5) % 9) + (isTreated(at) ? -2 : 0)}`,
]);
export const kpiHeader = "kpi,date,employee_id,value";

/** The smallest folder that can be evaluated: a plan, arms and values. */
export const plainFolder: Files = {
  "study.json": planText(),
  "cohort.csv": csv(cohortHeader, ...cohortRows),
  "kpi.csv": csv(kpiHeader, ...kpiRows),
};

async function evaluateFiles(files: Files) {
  const { orgId } = await givenOrganisation();
  return withFiles(files, (_, at) => evaluateFolder({ orgId, folder: at, today: "2026-11-22" }));
}

/** The document and the warnings of files that can be evaluated. */
export async function documentOf(files: Files) {
  const evaluation = await evaluateFiles(files);
  if (evaluation.kind !== "evaluated") throw new Error(JSON.stringify(evaluation.faults));
  return { ...evaluation.document, warnings: evaluation.warnings };
}

export async function faultsOf(files: Files) {
  const evaluation = await evaluateFiles(files);
  if (evaluation.kind !== "unusable") throw new Error("It was taken");
  return evaluation.faults;
}
