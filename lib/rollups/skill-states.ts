import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readRules } from "@/lib/evidence/read-rules";
import { learned, looks, type Within } from "./skill-facts-sql";
import { skillStatesSql, stateColumns } from "./skill-states-sql";
import { withoutLoops } from "./without-loops";

/** Recomputes skill_states of the people and skills in `touched_skills`. certifications must be up to date. */
export async function refreshSkillStates(tx: Tx, orgId: string): Promise<void> {
  const { rows } = await tx.execute<{ pairs: number }>(sql`select count(*)::int as pairs from touched_skills`);
  if (rows[0]?.pairs === 0) return;
  await gatherTouched(tx, orgId);
  await tx.execute(sql`create temp table computed_states (like skill_states) on commit drop`);
  await withoutLoops(tx, true, () => compute(tx, orgId, "touched", "computed_states"));
  await tx.execute(sql`
    delete from skill_states s using touched_skills t
    where s.org_id = ${orgId} and s.person_id = t.person_id and s.skill_id = t.skill_id`);
  await tx.execute(sql`insert into skill_states select * from computed_states order by person_id, skill_id`);
  await tx.execute(sql`drop table computed_states, touched_looks, touched_learned`);
  await tx.execute(sql`truncate touched_skills`);
}

/**
 * Fills `touched_looks` and `touched_learned`, temporary tables, with the facts about `touched_skills`. Apart from what is computed of them,
 * because looking people up by their key beats a look through all facts where few were touched, and the planner knows their number here.
 */
export async function gatherTouched(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`analyze touched_skills`);
  await tx.execute(sql`create temp table touched_looks on commit drop as ${looks(orgId, "touched")}`);
  await tx.execute(sql`create temp table touched_learned on commit drop as ${learned(orgId, "touched")}`);
  await tx.execute(sql`analyze touched_looks, touched_learned`);
}

/** Recomputes skill_states of everybody: after a change of the rules of evidence, half-lives, needs or the taxonomy. certifications must be up to date. */
export async function rebuildSkillStates(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`delete from skill_states where org_id = ${orgId}`);
  await withoutLoops(tx, true, () => compute(tx, orgId, "everybody", "skill_states"));
}

async function compute(tx: Tx, orgId: string, within: Within, into: "skill_states" | "computed_states") {
  const { version, rules } = await readRules(tx, orgId);
  await tx.execute(sql`
    insert into ${sql.identifier(into)} (org_id, ${sql.raw(stateColumns)})
    select ${orgId}::uuid, states.* from (${skillStatesSql(orgId, version, rules, within)}) states`);
}
