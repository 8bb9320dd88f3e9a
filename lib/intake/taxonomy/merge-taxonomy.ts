import "server-only";
import { sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { countTaxonomyRows, noteTaxonomyNews } from "./count-taxonomy-rows";
import { keepVersion } from "./keep-version";
import { rejectContradictions } from "./reject-contradictions";
import { type Told, toldTables } from "./told-tables";

/** skills.csv: roles, tasks, skills and behaviours, which skill a role needs for which task at which level, and how it shows. */
export async function mergeTaxonomy(merge: Merge): Promise<Counts> {
  const repeats = await rejectRepeats(merge, ["role", "task", "skill", "behaviour"], { nullIsValue: true });
  await rejectContradictions(merge);
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
  return { ...counts, unchanged: counts.unchanged + repeats };
}

async function mergeTold(merge: Merge, { table, key, nullableKey = [], keySql, rows, ...told }: Told): Promise<Counts> {
  const source = `told_${table}`;
  const names = [...key, ...nullableKey];
  const values = told.retires ? [...told.values, { column: "retired_at", sql: "null::timestamptz" }] : told.values;
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

async function noteUnknownOwners({ tx, orgId, present, notices }: Merge): Promise<void> {
  for (const column of ["role_owner", "skill_owner"].filter((name) => present.has(name))) {
    const said = sql.identifier(column);
    const { rows } = await tx.execute<{ email: string }>(sql`
      select distinct lower(s.${said}) as email from staged s where s.${said} is not null and not exists (
        select from users u where u.org_id = ${orgId} and lower(u.email) = lower(s.${said})) order by 1`);
    if (rows.length === 0) continue;
    const named = rows.slice(0, 3).map(({ email }) => email);
    const more = rows.length > named.length ? ` and ${rows.length - named.length} more` : "";
    notices.push(`Taken without owner, because no user has the address: ${named.join(", ")}${more}`);
  }
}
