import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { insertLogged } from "./log-changes";

/** Makes the sites, teams, roles or skills that are not there yet. `names` selects one text column. */
export async function ensureNamed(
  merge: Merge,
  table: "sites" | "teams" | "roles" | "skills",
  names: SQL,
): Promise<number> {
  return insertLogged(
    merge,
    table,
    sql`
    insert into ${sql.identifier(table)} (org_id, name)
    select ${merge.orgId}::uuid, n.name from (select distinct x.name from (${names}) x (name) where x.name is not null) n
    where not exists (select from ${sql.identifier(table)} t where t.org_id = ${merge.orgId} and t.name = n.name)`,
  );
}

/** Makes activities that only events have named so far. */
export async function ensureActivities(merge: Merge, codes: SQL): Promise<number> {
  return insertLogged(
    merge,
    "activities",
    sql`
    insert into activities (org_id, code)
    select ${merge.orgId}::uuid, n.code from (select distinct x.code from (${codes}) x (code)) n
    where not exists (select from activities t where t.org_id = ${merge.orgId} and t.code = n.code)`,
  );
}

/** Makes KPIs that nothing defines: means, where more is better, called by their code. */
export async function ensureKpis(merge: Merge, codes: string[]): Promise<number> {
  return insertLogged(
    merge,
    "kpis",
    sql`
    insert into kpis (org_id, code, name)
    select distinct ${merge.orgId}::uuid, n.code, n.code from unnest(${sql.param(codes)}::text[]) n (code)
    where not exists (select from kpis t where t.org_id = ${merge.orgId} and t.code = n.code)`,
  );
}

/** Makes business units with all their ancestors. `paths` selects full paths, "Company / Operations / Assembly". */
export async function ensureUnits(merge: Merge, paths: SQL): Promise<void> {
  const { rows } = await merge.tx.execute<{ path: string }>(sql`
    select distinct x.path from (${paths}) x (path) where x.path is not null
    and not exists (select from business_units u where u.org_id = ${merge.orgId} and u.path = x.path)`);
  const wanted = new Map<string, { name: string; parent: string | null }>();
  for (const { path } of rows) {
    const names = path.split(" / ");
    for (let depth = 1; depth <= names.length; depth++) {
      const parent = depth > 1 ? names.slice(0, depth - 1).join(" / ") : null;
      wanted.set(names.slice(0, depth).join(" / "), { name: names[depth - 1] ?? "", parent });
    }
  }
  const deepest = Math.max(0, ...[...wanted.keys()].map(depthOf));
  for (let depth = 1; depth <= deepest; depth++) {
    const units = [...wanted].filter(([path]) => depthOf(path) === depth).map(([path, unit]) => ({ path, ...unit }));
    await insertLogged(
      merge,
      "business_units",
      sql`
      insert into business_units (org_id, name, path, parent_id)
      select ${merge.orgId}::uuid, w.name, w.path, p.id
      from json_to_recordset(${JSON.stringify(units)}::json) w (name text, path text, parent text)
      left join business_units p on p.org_id = ${merge.orgId} and p.path = w.parent
      where not exists (select from business_units u where u.org_id = ${merge.orgId} and u.path = w.path)`,
    );
  }
}

const depthOf = (path: string) => path.split(" / ").length;

/**
 * Makes the temp table `named (name, id)`: what the staged rows name in a column, by its id. Joining the table itself goes wrong in
 * a first import: Postgres knows nothing of its size yet and looks through it once per row.
 */
export async function prepareNamed(
  { tx, orgId }: Merge,
  { table, label, column }: { table: "activities" | "kpis" | "behaviours"; label: string; column: string },
): Promise<void> {
  await tx.execute(sql`create temp table named on commit drop as
    select t.${sql.identifier(label)} as name, t.id from ${sql.identifier(table)} t
    where t.org_id = ${orgId} and t.${sql.identifier(label)} in (select ${sql.identifier(column)} from staged)`);
  await tx.execute(sql`analyze named`);
}
