import "server-only";
import { sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { ensureNamed } from "@/lib/intake/write/labels";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { countTaxonomyRows, noteTaxonomyNews } from "./count-taxonomy-rows";
import { rejectContradictions } from "./reject-contradictions";

/** skills.csv: roles, tasks, skills and behaviours, and which skill a role needs for which task at which level. */
export async function mergeTaxonomy(merge: Merge): Promise<Counts> {
  const { tx, orgId, present } = merge;
  const repeats = await rejectRepeats(merge, ["role", "task", "skill", "behaviour"], { nullIsValue: true });
  await rejectContradictions(merge);
  const told = (names: string[]) => names.filter((name) => present.has(name));
  await noteTaxonomyNews(merge);

  await ensureNamed(merge, "roles", sql`select role from staged`);
  // A skill that is routine in one task and complex in another has no one depth; its needs below have.
  const common = (name: string) => sql.raw(`case when count(distinct ${name}) = 1 then max(${name}) end as ${name}`);
  await tx.execute(sql`create temp table skill_rows on commit drop as
    select skill as name, ${common("facet")}, ${common("risk")}, ${common("depth")} from staged group by skill`);
  const skills = await mergeRows(merge, {
    table: "skills",
    source: "skill_rows",
    key: ["name"],
    values: told(["facet", "risk", "depth"]),
  });
  await tx.execute(sql`create temp table task_rows on commit drop as
    select r.id as role_id, s.task as name, max(s.frequency)::smallint as frequency, max(s.impact)::smallint as impact
    from staged s join roles r on r.org_id = ${orgId} and r.name = s.role where s.task is not null group by r.id, s.task`);
  const tasks = await mergeRows(merge, {
    table: "tasks",
    source: "task_rows",
    key: ["role_id", "name"],
    values: told(["frequency", "impact"]),
  });
  await tx.execute(sql`create temp table behaviour_rows on commit drop as
    select k.id as skill_id, s.behaviour as statement, max(s.facet) as facet
    from staged s join skills k on k.org_id = ${orgId} and k.name = s.skill where s.behaviour is not null group by 1, 2`);
  const behaviours = await mergeRows(merge, {
    table: "behaviours",
    source: "behaviour_rows",
    key: ["statement"],
    values: ["skill_id", ...told(["facet"])],
  });
  // A row tells the level of one behaviour; the role needs the skill at the highest of them.
  await tx.execute(sql`create temp table need_rows on commit drop as
    select r.id as role_id, k.id as skill_id, t.id as task_id,
      max(s.target_level) as target_level, max(s.risk) as risk, max(s.depth) as depth
    from staged s join roles r on r.org_id = ${orgId} and r.name = s.role join skills k on k.org_id = ${orgId} and k.name = s.skill
    left join tasks t on t.org_id = ${orgId} and t.role_id = r.id and t.name = s.task
    group by 1, 2, 3`);
  const needs = await mergeRows(merge, {
    table: "role_skills",
    source: "need_rows",
    key: ["role_id", "skill_id"],
    nullableKey: ["task_id"],
    values: told(["target_level", "risk", "depth"]),
  });
  merge.changedEverything = [skills, tasks, behaviours, needs].some(({ added, corrected }) => added + corrected > 0);
  const counts = await countTaxonomyRows(merge);
  return { ...counts, unchanged: counts.unchanged + repeats };
}
