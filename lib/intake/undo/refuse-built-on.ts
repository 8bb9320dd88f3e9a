import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { type Batch, factTables } from "./fact-tables";

/** @throws DomainError (conflict) that names the later import, or says what else stands on this one. */
export async function refuseBuiltOn(tx: Tx, orgId: string, batch: Batch): Promise<void> {
  const added = (table: string) => sql`
    select (key->>'id')::uuid from import_changes
    where org_id = ${orgId} and batch_id = ${batch.id} and table_name = ${table} and before is null`;
  const later = await firstOf(tx, orgId, batch, [
    sql`select o.batch_id from import_changes c join import_changes o
      on o.org_id = c.org_id and o.table_name = c.table_name and o.key = c.key and o.batch_id <> c.batch_id
      where c.org_id = ${orgId} and c.batch_id = ${batch.id}`,
    sql`select batch_id from import_changes where org_id = ${orgId} and before->>'batch_id' = ${batch.id}`,
    sql`select batch_id from import_changes
      where org_id = ${orgId} and table_name in ('current_places', 'identities')
        and coalesce((key->>'person_id')::uuid, (before->>'person_id')::uuid) in (${added("people")})`,
    sql`select batch_id from identities where org_id = ${orgId} and person_id in (${added("people")})`,
    ...Object.entries(factTables).flatMap(([table, { hasPerson }]) =>
      hasPerson ? [usersOf(table, "person_id", added("people"), orgId)] : [],
    ),
    usersOf("help_requests", "helper_id", added("people"), orgId),
    sql`select c.batch_id from current_places p join import_changes c
      on c.org_id = p.org_id and c.table_name = 'current_places' and (c.key->>'person_id')::uuid = p.person_id
      where p.org_id = ${orgId} and p.manager_id in (${added("people")})`,
    usersOf("kpi_values", "kpi_id", added("kpis"), orgId),
    usersOf("team_kpi_values", "kpi_id", added("kpis"), orgId),
    sql`select i.batch_id from initiative_kpis k join initiatives i on i.org_id = k.org_id and i.id = k.initiative_id
      where k.org_id = ${orgId} and k.kpi_id in (${added("kpis")})`,
    usersOf("observations", "behaviour_id", added("behaviours"), orgId),
    usersOf("arm_members", "initiative_id", added("initiatives"), orgId),
    usersOf("costs", "initiative_id", added("initiatives"), orgId),
  ]);
  if (later) throw new DomainError("conflict", `${later} builds on this import. Undo that one first`);
  await refuseOthers(tx, orgId, batch.id, added);
  if (batch.kind === "skills") await refuseChangedSince(tx, orgId, batch.id);
}

/** What people have published since of the same nodes would be lost with the rows that undo puts back. */
async function refuseChangedSince(tx: Tx, orgId: string, batchId: string): Promise<void> {
  const { rows } = await tx.execute<{ number: number }>(sql`
    select max(later.number)::int as number from taxonomy_versions own
    cross join jsonb_array_elements(own.changes) mine
    join taxonomy_versions later on later.org_id = own.org_id and later.number > own.number and later.origin in ('draft', 'rollback')
    cross join jsonb_array_elements(later.changes) theirs
    where own.org_id = ${orgId} and own.batch_id = ${batchId} and own.origin = 'import' 
      and mine->>'id' in (theirs->>'id', theirs->>'heir')`);
  const number = rows[0]?.number;
  if (number == null) return;
  throw new DomainError(
    "conflict",
    `Version ${number} of the taxonomy changed what this import brought. Roll that version back, or change the taxonomy in a draft`,
  );
}

const usersOf = (table: string, column: string, owners: SQL, orgId: string) => sql`
  select batch_id from ${sql.identifier(table)} where org_id = ${orgId} and ${sql.identifier(column)} in (${owners})`;

/** The latest finished import among those found, as a person would name it. */
async function firstOf(tx: Tx, orgId: string, batch: Batch, found: SQL[]): Promise<string | null> {
  for (const batches of found) {
    const { rows } = await tx.execute<{ name: string; at: string }>(sql`
      select file_name as name, to_char(started_at, 'YYYY-MM-DD HH24:MI') as at from import_batches
      where org_id = ${orgId} and id in (${batches}) and id <> ${batch.id} and status = 'done' and started_at > ${batch.startedAt.toISOString()}
      order by started_at desc limit 1`);
    if (rows[0]) return `${rows[0].name} of ${rows[0].at} UTC`;
  }
  return null;
}

async function refuseOthers(tx: Tx, orgId: string, batchId: string, added: (table: string) => SQL): Promise<void> {
  const { rows } = await tx.execute<{
    accounts: number;
    planned: number;
    evaluations: number;
    amendments: number;
    decided: number;
    asked: number;
  }>(sql`
    select (select count(*)::int from users where org_id = ${orgId} and person_id in (${added("people")})) as accounts,
      (select count(*)::int from initiatives i where i.org_id = ${orgId} and i.batch_id is null and (
        exists (select from initiative_kpis k where k.org_id = i.org_id and k.initiative_id = i.id and k.kpi_id in (${added("kpis")}))
        or exists (select from arm_members a where a.org_id = i.org_id and a.initiative_id = i.id and a.person_id in (${added("people")}))
        or i.explores in (${added("initiatives")})
        or i.iterates in (${added("initiatives")})
      )) as planned,
      (select count(*)::int from evaluations where org_id = ${orgId} and initiative_id in (${added("initiatives")})) as evaluations,
      (select count(*)::int from plan_amendments where org_id = ${orgId} and initiative_id in (
        select (key->>'id')::uuid from import_changes where org_id = ${orgId} and batch_id = ${batchId} and table_name = 'initiatives'
      )) as amendments,
      (select count(*)::int from decisions where org_id = ${orgId} and initiative_id in (${added("initiatives")}))
        + (select count(*)::int from programmes where org_id = ${orgId} and initiative_id in (${added("initiatives")})) as decided,
      (select count(*)::int from survey_answers where org_id = ${orgId} and survey_id is not null and person_id in (${added("people")}))
        + (select count(*)::int from survey_links where org_id = ${orgId} and person_id in (${added("people")}))
        + (select count(*)::int from surveys where org_id = ${orgId} and initiative_id in (${added("initiatives")})) as asked`);
  const { accounts = 0, planned = 0, evaluations = 0, amendments = 0, decided = 0, asked = 0 } = rows[0] ?? {};
  if (accounts > 0)
    throw new DomainError("conflict", "User accounts are tied to people of this import. Untie them first");
  if (planned > 0)
    throw new DomainError(
      "conflict",
      "An initiative designed here stands on this import, which cannot be undone under it",
    );
  if (amendments > 0)
    throw new DomainError("conflict", "This plan has been amended, and that is kept. It cannot be undone");
  if (evaluations > 0) {
    throw new DomainError("conflict", "This plan has been evaluated, and results are kept. It cannot be undone");
  }
  if (decided > 0) {
    throw new DomainError("conflict", "Decisions or a programme of this initiative are kept. It cannot be undone");
  }
  if (asked > 0)
    throw new DomainError("conflict", "A survey asks its people or about its initiative. It cannot be undone");
}
