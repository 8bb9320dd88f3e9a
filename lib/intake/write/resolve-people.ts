import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { insertLogged } from "./log-changes";
import { removeDecided } from "./outcomes";

/**
 * Fills the temp table `persons (name, person_id)` with everybody the staged rows name in `employee_id`: by employee id, else by
 * e-mail, else by a known account. Rows about somebody unknown are parked.
 */
export async function resolvePeople(merge: Merge): Promise<void> {
  const { tx, orgId } = merge;
  await tx.execute(
    sql`create temp table persons (name text primary key, person_id uuid, is_other boolean) on commit drop`,
  );
  await tx.execute(sql`
    insert into persons
    select n.name, coalesce(e.person_id, m.person_id, a.person_id), e.person_id is null
    from (select distinct employee_id as name from staged where employee_id is not null) n
    left join identities e on e.org_id = ${orgId} and e.kind = 'employee_id' and e.value = n.name
    left join identities m on m.org_id = ${orgId} and m.kind = 'email' and m.value = lower(n.name)
    left join identities a on a.org_id = ${orgId} and a.kind = 'account' and a.value = n.name`);
  if (merge.createMissingPeople) await createMissing(merge);
  await tx.execute(sql`analyze persons`);
  await nameByEmployeeId(merge);
  const { rowCount } = await tx.execute(sql`
    insert into outcomes (line, verdict, column_name, value, reason, identity)
    select s.line, 'parked', 'employee_id', s.employee_id, 'Nobody is known by this employee_id yet', s.employee_id
    from staged s join persons p on p.name = s.employee_id and p.person_id is null`);
  if (rowCount) await removeDecided(tx);
}

/** Somebody named by e-mail or account stands in `staged` by employee id from here on, so that a repeat is seen as one. */
async function nameByEmployeeId({ tx, orgId }: Merge): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    update staged s set employee_id = (
      select p.employee_id from persons n join people p on p.org_id = ${orgId} and p.id = n.person_id where n.name = s.employee_id)
    where s.employee_id in (select name from persons where is_other and person_id is not null)`);
  if (!rowCount) return;
  await tx.execute(sql`
    insert into persons select p.employee_id, p.id, false
    from persons n join people p on p.org_id = ${orgId} and p.id = n.person_id where n.is_other on conflict do nothing`);
}

async function createMissing(merge: Merge): Promise<void> {
  const { tx, orgId, batchId } = merge;
  await tx.execute(sql`create temp table missing on commit drop as
    select name, gen_random_uuid() as id from persons where person_id is null`);
  await insertLogged(
    merge,
    "people",
    sql`
    insert into people (org_id, id, employee_id, batch_id) select ${orgId}::uuid, id, name, ${batchId}::uuid from missing`,
  );
  await insertLogged(
    merge,
    "identities",
    sql`
    insert into identities (org_id, kind, value, person_id, batch_id)
    select ${orgId}::uuid, 'employee_id', name, id, ${batchId}::uuid from missing`,
  );
  await tx.execute(sql`update persons p set person_id = m.id, is_other = false from missing m where m.name = p.name`);
  await tx.execute(sql`drop table missing`);
}
