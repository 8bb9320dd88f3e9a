import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { removeDecided } from "@/lib/intake/write/outcomes";
import { rowOwners } from "./row-owners";

/** Whose columns a row loses by which of its names being of before: a need has three names. */
const concerned: Record<string, string[]> = {
  role: ["role"],
  task: ["role", "task"],
  skill: ["skill"],
  behaviour: ["behaviour"],
  "skill and task": ["role", "task", "skill"],
};

/**
 * Where a file names something by words it no longer has and by those of today, the latter are what is said of it; and what a row says of
 * something that became part of another is not said of that. Such rows that then say nothing more are dropped; how many.
 */
export async function yieldToCurrent(merge: Merge): Promise<number> {
  const { tx, present } = merge;
  const { rows: some } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from former_lines`);
  if (!some[0]?.n) return 0;
  await leaveSkillsOfHeirs(merge);
  for (const { column, owner, of } of rowOwners) {
    if (!present.has(column) || column === "skill") continue;
    const kinds = sql.param(concerned[of] ?? []);
    const same = sql.join(
      owner.map((name) => sql`c.${sql.identifier(name)} is not distinct from s.${sql.identifier(name)}`),
      sql` and `,
    );
    const former = (row: string) =>
      sql`select from former_lines f where f.line = ${sql.identifier(row)}.line and f.kind = any(${kinds}::text[])`;
    await tx.execute(sql`
      update staged s set ${sql.identifier(column)} = null where exists (${former("s")} and f.merged)
        or (exists (${former("s")}) and exists (select from staged c where ${same} and not exists (${former("c")})))`);
  }
  const { rowCount } = await tx.execute(sql`
    insert into outcomes (line, verdict, column_name, value, reason)
    select line, 'repeat', 'role', null, null from (
      select line, is_former, row_number() over (partition by role, task, skill, behaviour order by is_former, line) as n
      from (select s.*, exists (select from former_lines f where f.line = s.line) as is_former from staged s) s
    ) ranked where n > 1 and is_former`);
  if (rowCount) await removeDecided(tx);
  return rowCount ?? 0;
}

/**
 * Words that became part of others, or that the file also gives as they are today, may be those of another skill now. A row that names the one
 * they had goes on needing it, by its other behaviours.
 */
async function leaveSkillsOfHeirs({ tx, orgId }: Merge): Promise<void> {
  const former = (row: string, kind: SQL) =>
    sql`select from former_lines f where f.line = ${sql.identifier(row)}.line and f.kind = 'behaviour' ${kind}`;
  await tx.execute(sql`
    update staged s set behaviour = null from behaviours b join skills k on k.org_id = ${orgId} and k.id = b.skill_id
    where b.org_id = ${orgId} and b.statement = s.behaviour and k.name is distinct from s.skill and exists (${former("s", sql``)})
      and (exists (${former("s", sql`and f.merged`)})
        or exists (select from staged c where c.behaviour = s.behaviour and not exists (${former("c", sql``)})))`);
}
