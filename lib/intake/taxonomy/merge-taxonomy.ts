import "server-only";
import { sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { countTaxonomyRows, noteTaxonomyNews } from "./count-taxonomy-rows";
import { keepVersion } from "./keep-version";
import { listed } from "./note-renamed";
import { rejectContradictions } from "./reject-contradictions";
import { takeCurrentTasks } from "./take-current-tasks";
import { takeCurrentWords } from "./take-current-words";
import { type Told, toldTables } from "./told-tables";
import { yieldToCurrent } from "./yield-to-current";

/** skills.csv: roles, tasks, skills and behaviours, which skill a role needs for which task at which level, and how it shows. */
export async function mergeTaxonomy(merge: Merge): Promise<Counts> {
  const repeats = await rejectRepeats(merge, ["role", "task", "skill", "behaviour"], { nullIsValue: true });
  for (const kind of ["role", "skill", "behaviour"] as const) await takeCurrentWords(merge, kind, kind);
  await takeCurrentTasks(merge);
  const yielded = await yieldToCurrent(merge);
  await rejectContradictions(merge);
  await noteBack(merge);
  await noteUnknownOwners(merge);
  await noteTaxonomyNews(merge);
  const changed = await keepVersion(merge, async () => {
    let sum = 0;
    for (const told of toldTables(merge)) {
      const { added, corrected } = await mergeTold(merge, told);
      sum += added + corrected;
    }
    return sum;
  });
  merge.changedEverything = changed > 0;
  const counts = await countTaxonomyRows(merge);
  return { ...counts, unchanged: counts.unchanged + repeats + yielded };
}

async function mergeTold(merge: Merge, { table, key, nullableKey = [], keySql, rows, ...told }: Told): Promise<Counts> {
  const source = `told_${table}`;
  const names = [...key, ...nullableKey];
  const values = [
    ...told.values,
    ...(told.retires ? [{ column: "retired_at", sql: "null::timestamptz" }] : []),
    ...(told.retires && table !== "roles" ? [{ column: "merged_into", sql: "null::uuid" }] : []),
  ];
  const cells = [
    ...names.map((name, at) => `${keySql[at]} as "${name}"`),
    ...[...values, ...told.onInsert].map((value) => `${value.sql} as "${value.column}"`),
  ];
  const columns = sql.raw(cells.join(", "));
  const groups = sql.raw([...keySql, ...extraGroups(table)].join(", "));
  await merge.tx.execute(sql`create temp table ${sql.identifier(source)} on commit drop as
    select ${columns} from staged s ${rows} group by ${groups}`);
  return mergeRows(merge, {
    table,
    source,
    key,
    nullableKey,
    values: values.map(({ column }) => column),
    onInsert: told.onInsert.map(({ column }) => column),
  });
}

/** A behaviour's skill is one value per behaviour, because rows that contradict each other have gone. */
const extraGroups = (table: Told["table"]) => (table === "behaviours" ? ["k.id"] : []);

/** What was taken out of the taxonomy comes back when a file names it; nobody should be surprised by that. */
async function noteBack({ tx, orgId, notices }: Merge): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select 'role “' || r.name || '”' as name from roles r
      where r.org_id = ${orgId} and r.retired_at is not null and r.name in (select role from staged)
    union
    select 'task “' || t.name || '”' from tasks t join roles r on r.org_id = ${orgId} and r.id = t.role_id
      join staged s on s.role = r.name and s.task = t.name where t.org_id = ${orgId} and t.retired_at is not null
    union
    select 'skill “' || k.name || '”' from skills k
      where k.org_id = ${orgId} and k.retired_at is not null and k.name in (select skill from staged)
    union
    select 'behaviour “' || b.statement || '”' from behaviours b
      where b.org_id = ${orgId} and b.retired_at is not null and b.statement in (select behaviour from staged)
    order by 1`);
  if (rows.length === 0) return;
  notices.push(`Back in the taxonomy, from which they had been taken out: ${listed(rows.map(({ name }) => name))}`);
}

async function noteUnknownOwners({ tx, orgId, present, notices }: Merge): Promise<void> {
  for (const column of ["role_owner", "skill_owner"].filter((name) => present.has(name))) {
    const said = sql.identifier(column);
    const { rows } = await tx.execute<{ email: string }>(sql`
      select distinct lower(s.${said}) as email from staged s where s.${said} is not null and not exists (
        select from users u where u.org_id = ${orgId} and lower(u.email) = lower(s.${said})) order by 1`);
    if (rows.length === 0) continue;
    notices.push(`Taken without owner, because no user has the address: ${listed(rows.map(({ email }) => email))}`);
  }
}
