import { z } from "zod";
import type { ProficiencyRule } from "@/db/schema/taxonomy";

const share = (what: string) => z.number(what).min(0, "At least 0%").max(1, "At most 100%");

/** When somebody new in a role counts as proficient. */
export const proficiencyRule = z.object({
  start: z.enum(["hire", "role_start"]),
  days: z.int("Write a whole number of days").min(30, "At least 30 days").max(730, "At most 730 days"),
  jobs: z.int("Write a whole number of jobs").min(1, "At least one job").max(1000, "At most 1,000 jobs"),
  rightFirstTime: share("Write a share such as 80"),
  assisted: share("Write a share such as 20"),
}) satisfies z.ZodType<ProficiencyRule>;

/** As a cell of skills.csv: JSON with its keys in one order. */
export function toProficiencyCell(rule: ProficiencyRule | null): string | null {
  if (!rule) return null;
  const { start, days, jobs, rightFirstTime, assisted } = rule;
  return JSON.stringify({ start, days, jobs, rightFirstTime, assisted });
}

/** Reads such a cell; null where it is none. */
export function fromProficiencyCell(cell: string): ProficiencyRule | null {
  try {
    return proficiencyRule.safeParse(JSON.parse(cell)).data ?? null;
  } catch {
    return null;
  }
}
