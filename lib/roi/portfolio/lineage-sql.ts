import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Window } from "@/lib/evaluation/plan";
import { inWindow } from "@/lib/evaluation/windows";
import type { LineageCost, SourceFile, SourceRows } from "./lineage";

type Windows = { baseline: Window | null; followUp: Window | null };
type Asked = { orgId: string; initiativeId: string; kpiIds: readonly string[]; windows: Windows; minimum: number };

const moment = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const fileOf = sql`case when b.id is not null then jsonb_build_object(
  'uploadId', (select u.id from uploads u where u.org_id = b.org_id and u.id = b.upload_id), 'name', b.file_name, 'sha256', b.sha256,
  'rows', b.rows, 'takenAt', ${moment(sql`coalesce(b.finished_at, b.started_at)`)}) end`;

/** Values of KPIs within the windows of an evaluation, of the people of its arms, counted by the file they came in. */
export async function readSourceRows(
  tx: Tx,
  { orgId, initiativeId, kpiIds, windows, minimum }: Asked,
): Promise<SourceRows[]> {
  if (kpiIds.length === 0) return [];
  const day = sql`k.ends_on`;
  const kpis = sql`k.org_id = ${orgId} and k.kpi_id = any(${sql.param([...kpiIds])}::uuid[])`;
  const window = sql`case when ${inWindow(day, windows.baseline)} then 'baseline' when ${inWindow(day, windows.followUp)} then 'follow_up' end`;
  const { rows } = await tx.execute<SourceRows>(sql`
    with members as materialized (
      select person_id from arm_members where org_id = ${orgId} and initiative_id = ${initiativeId}
    ), used as (
      select k.kpi_id, 'person' as level, k.person_id as who, k.ends_on, k.batch_id, ${window} as window
      from kpi_values k join members using (person_id) where ${kpis}
      union all
      select k.kpi_id, 'team', k.team_id, k.ends_on, k.batch_id, ${window}
      from team_kpi_values k where ${kpis} and k.team_id in (
        select e.team_id from employments e join members using (person_id) where e.org_id = ${orgId} and e.starts_on <= k.ends_on
          and (e.ends_on is null or e.ends_on > k.ends_on))
    ), counted as (
      select kpi_id, level, "window", batch_id, count(*)::int as rows, count(distinct who)::int as people, min(ends_on)::text as first, max(ends_on)::text as last
      from used where "window" is not null group by 1, 2, 3, 4
    )
    select c.kpi_id as "kpiId", c.level, c."window", c.rows, case when c.people >= ${minimum} then c.people end as of,
      c.first as "firstDay", c.last as "lastDay", ${fileOf} as file
    from counted c left join import_batches b on b.org_id = ${orgId} and b.id = c.batch_id
    order by c.kpi_id, c."window", b.started_at, b.file_name`);
  return rows;
}

/** Costs with the file each came in, or who entered it. */
export async function readCostSources(tx: Tx, orgId: string, initiativeId: string): Promise<LineageCost[]> {
  const { rows } = await tx.execute<LineageCost>(sql`
    select c.id, c.item, c.kind, c.amount, c.currency, c.recurrence, c.spent_on::text as "spentOn", ${fileOf} as file, u.name as "enteredBy"
    from costs c left join import_batches b on b.org_id = c.org_id and b.id = c.batch_id
    left join users u on u.org_id = c.org_id and u.id = c.entered_by
    where c.org_id = ${orgId} and c.initiative_id = ${initiativeId} order by c.spent_on nulls last, c.item`);
  return rows;
}

/** The file that says who is in which arm; null where lots were drawn in the app. */
export async function readCohortFile(tx: Tx, orgId: string, initiativeId: string): Promise<SourceFile | null> {
  const { rows } = await tx.execute<{ file: SourceFile | null }>(sql`
    select ${fileOf} as file from import_batches b where b.org_id = ${orgId} and b.id in (
      select batch_id from arm_members where org_id = ${orgId} and initiative_id = ${initiativeId})
    order by b.started_at desc limit 1`);
  return rows[0]?.file ?? null;
}
