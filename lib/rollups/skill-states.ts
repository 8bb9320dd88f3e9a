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
  await gatherFacts(tx, orgId, "touched");
  await tx.execute(sql`
    delete from skill_states s using touched_skills t
    where s.org_id = ${orgId} and s.person_id = t.person_id and s.skill_id = t.skill_id`);
  await write(tx, orgId, "touched");
  await tx.execute(sql`truncate touched_skills`);
}

/** Recomputes skill_states of everybody: after a change of the rules of evidence, half-lives, needs or the taxonomy. certifications must be up to date. */
export async function rebuildSkillStates(tx: Tx, orgId: string): Promise<void> {
  // Rows of a hundred thousand people are sorted in memory.
  await tx.execute(sql`set local work_mem = '256MB'`);
  await gatherFacts(tx, orgId, "everybody");
  await tx.execute(sql`delete from skill_states where org_id = ${orgId}`);
  await write(tx, orgId, "everybody");
}

/**
 * Fills `gathered_looks` and `gathered_learned`, temporary tables, with the facts of everybody or about `touched_skills`. Apart from what is
 * computed of them, because the planner knows their number here; looking few people up by their key beats a look through all facts, and a
 * statement that makes a table may use several processors.
 */
export async function gatherFacts(tx: Tx, orgId: string, within: Within): Promise<void> {
  if (within === "touched") await tx.execute(sql`analyze touched_skills`);
  await tx.execute(sql`create temp table gathered_looks on commit drop as ${looks(orgId, within)}`);
  await tx.execute(sql`create temp table gathered_learned on commit drop as ${learned(orgId, within)}`);
  await tx.execute(sql`analyze gathered_looks, gathered_learned`);
}

/** Computes states and writes them in the order of their key. Everything is grouped by person and skill: sorted once, no group needs a hash. */
async function write(tx: Tx, orgId: string, within: Within): Promise<void> {
  const { version, rules } = await readRules(tx, orgId);
  await tx.execute(sql`set local enable_hashagg = off`);
  await withoutLoops(tx, true, () =>
    tx.execute(sql`
      insert into skill_states (org_id, ${sql.raw(stateColumns)})
      select ${orgId}::uuid, states.* from (${skillStatesSql(orgId, version, rules, within)}) states order by 2, 3`),
  );
  await tx.execute(sql`set local enable_hashagg to default`);
  await tx.execute(sql`drop table gathered_looks, gathered_learned`);
}
