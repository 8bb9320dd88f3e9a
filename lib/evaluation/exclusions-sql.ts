import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Exclusion } from "@/db/schema/plan-terms";
import { counted } from "./counted";
import { type Source, sourceOf } from "./covariates-sql";
import { exclusionWords } from "./exclusion-words";
import type { Plan } from "./plan";
import type { Windows } from "./windows";

/** A rule of the plan and how many it left out; null where nobody in the study has its column. */
export type Excluded = { rule: Exclusion; people: number | null };

/**
 * Takes those the plan leaves out off `evaluation_members`, rule by rule, before anything is read of them. Columns are those of
 * `readCovariates`; who has no value in one stays in.
 */
export async function excludePeople(tx: Tx, plan: Plan, windows: Windows): Promise<Excluded[]> {
  const sources = await Promise.all(plan.exclusions.map(({ column }) => sourceOf(tx, column, windows)));
  const excluded: Excluded[] = [];
  for (const [at, rule] of plan.exclusions.entries()) {
    const source = sources[at];
    const condition = source ? conditionOf(rule, source) : null;
    if (!condition) {
      excluded.push({ rule, people: null });
      continue;
    }
    const { rowCount } = await tx.execute(sql`delete from evaluation_members m where ${condition}`);
    excluded.push({ rule, people: rowCount ?? 0 });
  }
  return excluded;
}

/** Null where a text is asked to be below or above a number. */
function conditionOf({ in: values, below, above }: Exclusion, { kind, expression }: Source): SQL | null {
  if (values) return sql`(${expression})::text = any(${sql.param(values)}::text[])`;
  if (kind === "text") return null;
  return below === undefined ? sql`${expression} > ${above}::float8` : sql`${expression} < ${below}::float8`;
}

/** What the exclusions did, for the limits of a claim. */
export function exclusionLimits(excluded: readonly Excluded[]): string[] {
  return excluded.map(({ rule, people }) => {
    const says = `${rule.column} ${exclusionWords(rule)}: ${rule.reason}`;
    if (people === null)
      return `The plan leaves out people by ${says}; nobody in the study has such a value, so nobody was left out.`;
    return `${counted(people, "person was", "people were")} left out by the plan, ${says}.`;
  });
}
