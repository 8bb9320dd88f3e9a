import { readTexts } from "@/test/fixtures/reference/read-reference";

export const rows = readTexts("ibm-hr/ibm_hr_attrition.csv");
export const numbers = (name: string) => rows.map((row) => Number(row[name]));
export const left = rows.map((row) => (row.Attrition === "Yes" ? 1 : 0));
export const overTime = rows.map((row) => (row.OverTime === "Yes" ? 1 : 0));
export const training = numbers("TrainingTimesLastYear");
export const count = (flags: readonly number[]) => flags.reduce((sum, flag) => sum + flag, 0);
