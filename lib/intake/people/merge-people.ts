import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { listed } from "@/lib/intake/taxonomy/note-renamed";
import { takeCurrentWords } from "@/lib/intake/taxonomy/take-current-words";
import { ensureNamed, ensureUnits } from "@/lib/intake/write/labels";
import { insertLogged } from "@/lib/intake/write/log-changes";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { rebuildEmployments } from "@/lib/people/rebuild-employments";
import { mergePlaces } from "./merge-places";
import { noteDifference } from "./note-difference";
import { refuseLargeExit } from "./refuse-large-exit";
import { rejectCycles } from "./reject-cycles";
import { rejectTakenEmails } from "./reject-taken-emails";

const ownColumns = ["name", "email", "hire_date", "exit_date", "exit_type", "regretted", "hourly_cost"];

/** people.csv: people, how sources name them, and their place as of the day of the import. */
export async function mergePeople(merge: Merge): Promise<Counts> {
  const { tx, orgId, present } = merge;
  const repeats = await rejectRepeats(merge, ["employee_id"]);
  await rejectTakenEmails(merge);
  if (present.has("manager_id")) await rejectCycles(merge);

  if (present.has("role")) await noteRoles(merge);

  const values = [...ownColumns.filter((name) => present.has(name)), "attributes"];
  await prepareIncoming(merge, values);
  if (present.has("exit_date")) await refuseLargeExit(merge);
  await mergeRows(merge, {
    table: "people",
    source: "incoming",
    key: ["id"],
    values,
    onInsert: ["employee_id", "batch_id"],
  });
  await nameIdentities(merge);

  await ensureUnits(merge, sql`select unit from incoming`);
  await ensureNamed(merge, "sites", sql`select site from incoming`);
  await ensureNamed(merge, "teams", sql`select team from incoming`);
  await ensureNamed(merge, "roles", sql`select role from incoming`);
  await mergePlaces(merge);
  await noteDifference(merge);

  const affected = sql`
    select id from incoming where is_new or is_changed union select person_id from places where is_changed`;
  await rebuildEmployments(tx, orgId, affected);
  await tx.execute(sql`insert into touched (person_id, month) select id, null from (${affected}) a`);
  return countRows(merge, repeats);
}

/** People in a role by a name it had are in that role; one that was taken out stays so, and is told. */
async function noteRoles(merge: Merge): Promise<void> {
  await takeCurrentWords(merge, "role", "role");
  const { rows } = await merge.tx.execute<{ name: string }>(sql`
    select r.name from roles r where r.org_id = ${merge.orgId} and r.retired_at is not null and r.name in (select role from staged) order by 1`);
  if (rows.length === 0) return;
  const named = listed(rows.map(({ name }) => name));
  merge.notices.push(`In roles that were taken out of the taxonomy, so that nothing is needed in them: ${named}`);
}

async function prepareIncoming({ tx, orgId, batchId }: Merge, values: string[]): Promise<void> {
  await tx.execute(sql`
    create temp table incoming on commit drop as
    select s.line, s.employee_id, s.name, s.email, s.unit, s.site, s.team, s.role, s.manager_id,
      s.hire_date, s.exit_date, s.exit_type, s.regretted, s.hourly_cost,
      coalesce(i.person_id, gen_random_uuid()) as id, i.person_id is null as is_new, p.exit_date as old_exit, false as is_changed,
      jsonb_strip_nulls(coalesce(p.attributes, '{}') || coalesce(s.attributes, '{}')) as attributes, ${batchId}::uuid as batch_id
    from staged s
    left join identities i on i.org_id = ${orgId} and i.kind = 'employee_id' and i.value = s.employee_id
    left join people p on p.org_id = ${orgId} and p.id = i.person_id`);
  await tx.execute(sql`analyze incoming`);
  await tx.execute(sql`
    update incoming i set is_changed = true from people p
    where p.org_id = ${orgId} and p.id = i.id and row(${cells("p", values)}) is distinct from row(${cells("i", values)})`);
}

function cells(row: string, names: string[]): SQL {
  return sql.join(
    names.map((name) => sql`${sql.identifier(row)}.${sql.identifier(name)}`),
    sql`, `,
  );
}

/** An address somebody no longer has goes on naming them in older sources. */
async function nameIdentities(merge: Merge): Promise<void> {
  const names = (kind: string, value: SQL, rows: SQL) => sql`
    insert into identities (org_id, kind, value, person_id, batch_id)
    select ${merge.orgId}::uuid, ${kind}, ${value}, i.id, ${merge.batchId}::uuid from incoming i where ${rows}
    on conflict do nothing`;
  await insertLogged(merge, "identities", names("employee_id", sql`i.employee_id`, sql`i.is_new`));
  await insertLogged(merge, "identities", names("email", sql`lower(i.email)`, sql`i.email is not null`));
}

async function countRows({ tx }: Merge, repeats: number): Promise<Counts> {
  const { rows } = await tx.execute<Counts>(sql`
    select count(*) filter (where is_new)::int as added,
      count(*) filter (where not is_new and (i.is_changed or p.is_changed))::int as corrected,
      count(*) filter (where not (is_new or i.is_changed or p.is_changed))::int as unchanged
    from incoming i join places p on p.person_id = i.id`);
  const counts = rows[0] ?? { added: 0, corrected: 0, unchanged: 0 };
  return { ...counts, unchanged: counts.unchanged + repeats };
}
