import "server-only";
import { sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { anchorColumns } from "./skill-columns";

/** A column of the file, and what stands in the database where it says something else. */
const kept: [column: string, now: string, said?: string][] = [
  ["facet", "b.facet"],
  ["risk", "n.risk"],
  ["depth", "n.depth"],
  ["frequency", "t.frequency"],
  ["impact", "t.impact"],
  ["need_level", "n.target_level"],
  ["need_facet", "n.facet"],
  ["critical_need", "n.critical"],
  ["need_position", "n.position"],
  ["role_summary", "r.summary"],
  ["role_source", "r.source", "s.role_source::jsonb"],
  ["role_proficiency", "r.proficiency", "s.role_proficiency::jsonb"],
  ["critical_task", "t.critical"],
  ["task_position", "t.position"],
  ["good_path", "t.good_path"],
  ["failure_path", "t.failure_path"],
  ["decision_quality", "t.decision_quality"],
  ["task_source", "t.source", "s.task_source::jsonb"],
  ["skill_facet", "k.facet"],
  ["skill_risk", "k.risk"],
  ["skill_depth", "k.depth"],
  ["skill_summary", "k.summary"],
  ["half_life_days", "k.half_life_days"],
  ["range_reason", "k.range_reason"],
  ["skill_source", "k.source", "s.skill_source::jsonb"],
  ["behaviour_position", "b.position"],
  ["seen_by", "b.seen_by", "case s.seen_by when 'nobody' then '{}' else string_to_array(s.seen_by, ',') end"],
  ["of_team", "b.of_team"],
  ["behaviour_source", "b.source", "s.behaviour_source::jsonb"],
  ...anchorColumns.map((name, at): [string, string] => [name, `b.anchors->>${at}`]),
];

/** Before anything is written: which staged rows name something new, and which say something else than is known. */
export async function noteTaxonomyNews({ tx, orgId, present }: Merge): Promise<void> {
  const told = kept
    .filter(([column]) => present.has(column))
    .map(([column, now, said = `s."${column}"`]) =>
      sql.raw(`(s."${column}" is not null and ${said} is distinct from ${now})`),
    );
  const owners = ["role", "skill"]
    .filter((name) => present.has(`${name}_owner`))
    .map((name) =>
      sql.raw(
        `(${name}_user.id is not null and ${name}_user.id is distinct from ${name[0] === "r" ? "r" : "k"}.owner_id)`,
      ),
    );
  const level = sql`max(s.target_level) over (partition by s.role, s.task, s.skill)`;
  const levels = [
    ...(present.has("need_level")
      ? []
      : [sql`(s.target_level is not null and ${level} is distinct from n.target_level)`]),
    sql`(s.target_level is not null and s.behaviour is not null and s.target_level is distinct from nb.target_level)`,
  ];
  const isBack = sql`(coalesce(r.retired_at, t.retired_at, k.retired_at, b.retired_at) is not null)`;
  const changes = sql.join(
    [
      sql`(b.id is not null and b.skill_id is distinct from k.id)`,
      sql`(n.id is not null and b.id is not null and nb.need_id is null)`,
      isBack,
      ...(present.has("target_level") ? levels : []),
      ...told,
      ...owners,
    ],
    sql` or `,
  );
  await tx.execute(sql`create temp table taxonomy_news on commit drop as
    select s.line,
      (s.role is not null and r.id is null) or (s.task is not null and t.id is null) or (s.skill is not null and k.id is null)
        or (s.behaviour is not null and b.id is null) or (s.role is not null and s.skill is not null and n.id is null) as is_new,
      ${changes} as is_changed
    from staged s
    left join roles r on r.org_id = ${orgId} and r.name = s.role
    left join skills k on k.org_id = ${orgId} and k.name = s.skill
    left join tasks t on t.org_id = ${orgId} and t.role_id = r.id and t.name = s.task
    left join role_skills n on n.org_id = ${orgId} and n.role_id = r.id and n.skill_id = k.id and n.task_id is not distinct from t.id
      and (s.task is null or t.id is not null)
    left join behaviours b on b.org_id = ${orgId} and b.statement = s.behaviour
    left join need_behaviours nb on nb.org_id = ${orgId} and nb.need_id = n.id and nb.behaviour_id = b.id
    left join users role_user on role_user.org_id = ${orgId} and lower(role_user.email) = lower(s.role_owner)
    left join users skill_user on skill_user.org_id = ${orgId} and lower(skill_user.email) = lower(s.skill_owner)`);
}

export async function countTaxonomyRows({ tx }: Merge): Promise<Counts> {
  const { rows } = await tx.execute<Counts>(sql`
    select count(*) filter (where is_new)::int as added,
      count(*) filter (where not is_new and is_changed)::int as corrected,
      count(*) filter (where not is_new and not is_changed)::int as unchanged
    from taxonomy_news`);
  return rows[0] ?? { added: 0, corrected: 0, unchanged: 0 };
}
