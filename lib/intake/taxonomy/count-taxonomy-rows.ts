import "server-only";
import { sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";

/** Before anything is written: which staged rows name something new, and which say something else than is known. */
export async function noteTaxonomyNews({ tx, orgId, present }: Merge): Promise<void> {
  const differs = [
    ["b", "facet"],
    ["n", "risk"],
    ["n", "depth"],
    ["t", "frequency"],
    ["t", "impact"],
  ];
  const told = differs
    .filter(([, name]) => present.has(name ?? ""))
    .map(([row, name]) => sql.raw(`(s.${name} is not null and s.${name} is distinct from ${row}.${name})`));
  const level = sql`max(s.target_level) over (partition by s.role, s.task, s.skill)`;
  const changes = sql.join(
    [
      sql`(b.id is not null and b.skill_id is distinct from k.id)`,
      ...(present.has("target_level")
        ? [sql`(s.target_level is not null and ${level} is distinct from n.target_level)`]
        : []),
      ...told,
    ],
    sql` or `,
  );
  await tx.execute(sql`create temp table taxonomy_news on commit drop as
    select s.line,
      n.id is null or (s.behaviour is not null and b.id is null) as is_new,
      ${changes} as is_changed
    from staged s
    left join roles r on r.org_id = ${orgId} and r.name = s.role
    left join skills k on k.org_id = ${orgId} and k.name = s.skill
    left join tasks t on t.org_id = ${orgId} and t.role_id = r.id and t.name = s.task
    left join role_skills n on n.org_id = ${orgId} and n.role_id = r.id and n.skill_id = k.id and n.task_id is not distinct from t.id
      and (s.task is null or t.id is not null)
    left join behaviours b on b.org_id = ${orgId} and b.statement = s.behaviour`);
}

export async function countTaxonomyRows({ tx }: Merge): Promise<Counts> {
  const { rows } = await tx.execute<Counts>(sql`
    select count(*) filter (where is_new)::int as added,
      count(*) filter (where not is_new and is_changed)::int as corrected,
      count(*) filter (where not is_new and not is_changed)::int as unchanged
    from taxonomy_news`);
  return rows[0] ?? { added: 0, corrected: 0, unchanged: 0 };
}
