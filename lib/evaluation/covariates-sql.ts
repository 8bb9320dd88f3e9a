import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "./plan";
import type { Windows } from "./windows";

/** A column of the panel: a number, or one level of a text (1 where the person has it). */
type Covariate = { name: string; expression: SQL };
export type Covariates = { used: Covariate[]; ignored: { name: string; reason: string }[] };

const mostLevels = 40;
const places = new Set(["team", "site", "unit", "role"]);

/**
 * The plan's covariates as expressions over `m` (evaluation_members). A further column of cohort.csv or people.csv counts
 * first; then team, site, unit, role and hourly_cost of the people file; then tenure_months, from the date of hire to the end of the
 * baseline (30.4375 days a month). A text becomes one column per level, the first level (in byte order) left out.
 */
export async function readCovariates(tx: Tx, plan: Plan, windows: Windows): Promise<Covariates> {
  const result: Covariates = { used: [], ignored: [] };
  for (const name of new Set(plan.covariates)) {
    const found = await sourceOf(tx, name, windows);
    if (found === null) result.ignored.push({ name, reason: "nobody in the study has it" });
    else if (found.kind === "number") result.used.push({ name, expression: found.expression });
    else await addLevels(tx, result, name, found.expression);
  }
  return result;
}

export type Source = { kind: "number" | "text"; expression: SQL };

/** Where a column of the study is found, as `readCovariates` says; null where nobody has it. */
export async function sourceOf(tx: Tx, name: string, windows: Windows): Promise<Source | null> {
  const { rows } = await tx.execute<{ numbers: number; texts: number }>(sql`
    select count(*) filter (where jsonb_typeof(m.attributes -> ${name}) = 'number')::int as numbers,
      count(*) filter (where jsonb_typeof(m.attributes -> ${name}) = 'string')::int as texts
    from evaluation_members m where m.arm is not null`);
  const { numbers = 0, texts = 0 } = rows[0] ?? {};
  if (texts > 0) return { kind: "text", expression: sql`(m.attributes ->> ${name})` };
  if (numbers > 0) return { kind: "number", expression: sql`(m.attributes ->> ${name})::float8` };
  const own = ownColumn(name, windows);
  if (!own) return null;
  const known = await tx.execute<{ known: number }>(sql`
    select count(${own.expression})::int as known
    from evaluation_members m where m.arm is not null`);
  return known.rows[0]?.known ? own : null;
}

function ownColumn(name: string, windows: Windows): Source | null {
  if (places.has(name)) return { kind: "text", expression: sql`m.${sql.raw(name)}` };
  if (name === "hourly_cost") return { kind: "number", expression: sql`m.hourly_cost` };
  const day = windows.baseline?.to ?? windows.firstExposure ?? windows.followUp?.from;
  if (name !== "tenure_months" || !day) return null;
  return { kind: "number", expression: sql`((${day}::date - m.hire_date) / 30.4375::float8)` };
}

async function addLevels(tx: Tx, result: Covariates, name: string, expression: SQL) {
  const { rows } = await tx.execute<{ level: string }>(sql`
    select distinct ${expression} collate "C" as level
    from evaluation_members m
    where m.arm is not null and ${expression} is not null order by 1`);
  if (rows.length > mostLevels) {
    result.ignored.push({ name, reason: `it is a text with ${rows.length} different values` });
    return;
  }
  for (const { level } of rows.slice(1)) {
    result.used.push({ name: `${name}: ${level}`, expression: sql`(${expression} = ${level})::int::float8` });
  }
}
