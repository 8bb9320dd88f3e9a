import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { countStaged, insertAllOrNothing } from "@/lib/intake/write/insert-all";
import { ensureKpis, ensureNamed, prepareNamed } from "@/lib/intake/write/labels";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { reject, rejectRepeats } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";
import { learnSizes } from "@/lib/rollups/learn-sizes";
import { holdFound } from "./hold-referenced";

const measures = ["value", "numerator", "denominator"];

/** kpi.csv: values of people and of teams, by KPI and the day their period ends. */
export async function mergeKpiValues(merge: Merge): Promise<Counts> {
  const { tx, orgId, batchId } = merge;
  const missing = await dropMissing(merge);
  if (merge.createMissingKpis) {
    const { rows } = await tx.execute<{ kpi: string }>(sql`select distinct kpi from staged`);
    await ensureKpis(
      merge,
      rows.map((row) => row.kpi),
    );
  }
  await reject(
    merge,
    sql`
    select line, 'kpi', s.kpi, 'No KPI is called this. Import kpis.csv first' from staged s
    where not exists (select from kpis k where k.org_id = ${orgId} and k.code = s.kpi)`,
  );
  await prepareNamed(merge, { table: "kpis", label: "code", column: "kpi" });
  await resolvePeople(merge);
  await ensureNamed(merge, "teams", sql`select team from staged`);

  const values = sql`
    select p.person_id, k.id as kpi_id, s.date as ends_on, s.value, s.numerator, s.denominator
    from staged s join persons p on p.name = s.employee_id join named k on k.name = s.kpi`;
  const noTeams = (await countStaged(tx, sql`employee_id is null`)) === 0;
  const people = await countStaged(tx, sql`employee_id is not null`);
  await learnSizes(tx, people);
  await holdFound(tx, orgId, [
    { table: "people", ids: sql`select person_id from persons` },
    { table: "kpis", ids: sql`select id from named` },
  ]);
  const insertPeople = sql`
    insert into kpi_values (org_id, person_id, kpi_id, ends_on, value, numerator, denominator, batch_id)
    select ${orgId}::uuid, v.*, ${batchId}::uuid from (${values}) v order by v.person_id, v.kpi_id, v.ends_on`;
  if (noTeams && (await insertAllOrNothing(tx, people, insertPeople))) {
    await touch(merge, values);
    return { added: people, corrected: 0, unchanged: missing };
  }
  const repeats =
    (await rejectRepeats(merge, ["kpi", "date", "employee_id"])) +
    (await rejectRepeats(merge, ["kpi", "date", "team"]));
  const ofPeople = await mergeChanged(merge, "kpi_values", "person_id", values);
  await touch(merge, sql`select person_id, null, ends_on from kpi_values_news`);
  const ofTeams = await mergeChanged(
    merge,
    "team_kpi_values",
    "team_id",
    sql`
    select t.id as team_id, k.id as kpi_id, s.date as ends_on, s.value, s.numerator, s.denominator
    from staged s join teams t on t.org_id = ${orgId} and t.name = s.team join named k on k.name = s.kpi`,
  );
  return {
    added: ofPeople.added + ofTeams.added,
    corrected: ofPeople.corrected + ofTeams.corrected,
    unchanged: ofPeople.unchanged + ofTeams.unchanged + repeats + missing,
  };
}

/** An empty value is how many sources write that there is none: nothing to keep, and nothing to take away. */
async function dropMissing({ tx, notices }: Merge): Promise<number> {
  const { rowCount } = await tx.execute(sql`delete from staged where value is null and numerator is null`);
  if (rowCount) notices.push(`Rows without a value, which count as missing: ${rowCount}`);
  return rowCount ?? 0;
}

/** Leaves the rows that say something new in a temp table, because only those touch the rollups. */
async function mergeChanged(
  merge: Merge,
  table: "kpi_values" | "team_kpi_values",
  owner: string,
  values: SQL,
): Promise<Counts> {
  const { tx, orgId } = merge;
  const news = sql.identifier(`${table}_news`);
  const [ownerId, facts] = [sql.identifier(owner), sql.identifier(table)];
  await tx.execute(sql`create temp table ${news} on commit drop as ${values}`);
  const same = await tx.execute(sql`
    delete from ${news} s using ${facts} t
    where t.org_id = ${orgId} and t.${ownerId} = s.${ownerId} and t.kpi_id = s.kpi_id and t.ends_on = s.ends_on
      and row(t.value, t.numerator, t.denominator) is not distinct from row(s.value, s.numerator, s.denominator)`);
  const key = [owner, "kpi_id", "ends_on"];
  const counts = await mergeRows(merge, { table, source: `${table}_news`, key, values: measures, isFact: true });
  return { ...counts, unchanged: counts.unchanged + (same.rowCount ?? 0) };
}

async function touch({ tx }: Merge, values: SQL): Promise<void> {
  await tx.execute(sql`
    insert into touched (person_id, month, source)
    select distinct v.person_id, date_trunc('month', v.ends_on)::date, 'kpi' from (${values}) v (person_id, kpi_id, ends_on)`);
}
