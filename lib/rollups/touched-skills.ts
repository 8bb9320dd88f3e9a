import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addMonths } from "@/lib/metrics/period";
import { evidentialActivities, isEvidence } from "./skill-facts-sql";
import type { TouchedMonth } from "./touched-months";

/**
 * `touched_skills (person_id, skill_id, learned)`: whose state of which skill is to be computed anew, and whether what they learned is to be
 * read again for it. Notes everything known of people whose place changed, and what they were rated in: their role may ask for something else now, or for
 * behaviours that did not count for the one before.
 */
export async function noteMovedPeople(tx: Tx, orgId: string): Promise<void> {
  await noteSkills(
    tx,
    sql`with moved as materialized (select distinct person_id from touched where source = 'place')
      select person_id, skill_id, false from skill_states where org_id = ${orgId} and person_id in (select person_id from moved)
      union
      select o.person_id, b.skill_id, false from moved
      join observations o on o.org_id = ${orgId} and o.person_id = moved.person_id
      join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id`,
  );
}

/** Notes the skills somebody was rated in that month, as behaviour_months has it: call before and after that is refreshed. */
export async function noteRatedSkills(tx: Tx, orgId: string, { month, source }: TouchedMonth): Promise<void> {
  if (source !== "place" && source !== "observation") return;
  await noteSkills(
    tx,
    sql`select distinct m.person_id, b.skill_id, false from touched_months t
      join behaviour_months m on m.org_id = ${orgId} and m.month = ${month} and m.person_id = t.person_id
      join behaviours b on b.org_id = ${orgId} and b.id = m.behaviour_id
      where t.month = ${month} and t.source = ${source}`,
  );
}

/** Notes the skills of which somebody has, or so far had, evidence from learning in that month. Whose certificates are others `refreshCertifications` notes. */
export async function noteLearnedSkills(tx: Tx, orgId: string, { month, source }: TouchedMonth): Promise<void> {
  if (source !== "place" && source !== "learning") return;
  const next = addMonths(month, 1);
  const people = sql`(select person_id from touched_months where month = ${month} and source = ${source})`;
  const inMonth = (name: string) => sql.raw(`${name} >= '${month}' and ${name} < '${next}'`);
  await noteSkills(
    tx,
    sql`with ${evidentialActivities(orgId)}
      select e.person_id, a.skill_id, true from ${people} t
      join learning_events e on e.org_id = ${orgId} and e.person_id = t.person_id
        and e.occurred_at >= ${month}::timestamp at time zone 'UTC' and e.occurred_at < ${next}::timestamp at time zone 'UTC'
      join evidential a on a.id = e.activity_id
      where ${isEvidence}
      union
      select s.person_id, s.skill_id, true from ${people} t
      join skill_states s on s.org_id = ${orgId} and s.person_id = t.person_id
      where ${inMonth("s.recalled_on")} or ${inMonth("s.simulated_on")}`,
  );
}

/** Notes what a selection of `person_id, skill_id, learned` names. */
export async function noteSkills(tx: Tx, found: SQL): Promise<void> {
  await tx.execute(sql`
    insert into touched_skills (person_id, skill_id, learned) ${found}
    on conflict (person_id, skill_id) do update set learned = true where excluded.learned and not touched_skills.learned`);
}
