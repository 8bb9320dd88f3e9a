import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { periodsBetween } from "@/lib/metrics/period";
import { refreshBehaviourMonths } from "./behaviour-months";
import { noteCertified, refreshCertifications } from "./certifications";
import { refreshCells } from "./metric-cells";
import { refreshPersonMonths } from "./person-months";
import { readSpan, type Span } from "./span";
import { prepareTouched } from "./touched";
import { monthsOf, noteMonths, takeTouched } from "./touched-months";

/**
 * Brings person_months, behaviour_months, certifications and metric_cells into line with the facts of everybody noted in `touched`
 * (see `prepareTouched`), raises the organisation's revision and empties `touched`. Part of the transaction that changed the facts.
 *
 * Changes of taxonomy, activities' delivery, skill or format, or a KPI's kind concern everybody: call `rebuildRollups` after those.
 */
export async function refreshRollups(tx: Tx, orgId: string): Promise<void> {
  await raiseRevision(tx, orgId);
  const before = await storedSpan(tx, orgId);
  await takeTouched(tx, orgId, before);
  const touched = await monthsOf(tx);
  await refreshMonths(tx, orgId, touched);

  const span = await readSpan(tx, orgId);
  const dropped = await dropOutside(tx, orgId, span);
  const opened = span ? monthsBetween(span).filter((month) => !isWithin(month, before)) : [];
  await noteMonths(tx, orgId, opened);
  await refreshMonths(tx, orgId, opened);
  await refreshCertifications(tx, orgId);
  await tx.execute(sql`truncate touched, touched_months, touched_certified`);
  await refreshCells(tx, orgId, span, [...new Set([...touched, ...opened, ...dropped])]);
}

/** As `refreshRollups`, for everybody and every month. */
export async function rebuildRollups(tx: Tx, orgId: string): Promise<void> {
  await prepareTouched(tx);
  for (const table of ["person_months", "behaviour_months", "certifications", "metric_cells", "pending_rollups"]) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where org_id = ${orgId}`);
  }
  const span = await factSpan(tx, orgId);
  await tx.execute(sql`truncate touched`);
  await tx.execute(sql`insert into touched select id, m.month from people, (
    select generate_series(${span?.first ?? null}::date, ${span?.last ?? null}::date, interval '1 month')::date as month
  ) m where org_id = ${orgId}`);
  await refreshRollups(tx, orgId);
}

async function refreshMonths(tx: Tx, orgId: string, months: readonly string[]): Promise<void> {
  if (months.length > 0) await tx.execute(sql`analyze touched_months`);
  for (const month of months) {
    await refreshPersonMonths(tx, orgId, month);
    await refreshBehaviourMonths(tx, orgId, month);
    await noteCertified(tx, orgId, month);
  }
}

async function raiseRevision(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`update organisations set revision = revision + 1, revised_at = now() where id = ${orgId}`);
}

async function storedSpan(tx: Tx, orgId: string): Promise<Span | null> {
  const { rows } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select (select month from person_months where org_id = ${orgId} order by month limit 1)::text as first,
      (select month from person_months where org_id = ${orgId} order by month desc limit 1)::text as last`);
  const found = rows[0];
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

/** The outermost days any fact speaks of: a full look, for a rebuild. `readSpan` then narrows it by its own rule. */
async function factSpan(tx: Tx, orgId: string): Promise<Span | null> {
  const { rows } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select date_trunc('month', min(day))::date::text as first, date_trunc('month', max(day))::date::text as last from (
      select (unnest(array[min(occurred_at), max(occurred_at)]) at time zone 'UTC')::date from learning_events where org_id = ${orgId}
      union all
      select (unnest(array[min(completed_at), max(completed_at)]) at time zone 'UTC')::date from work_events where org_id = ${orgId}
      union all
      select (unnest(array[min(observed_at), max(observed_at)]) at time zone 'UTC')::date from observations where org_id = ${orgId}
      union all select unnest(array[min(ends_on), max(ends_on)]) from kpi_values where org_id = ${orgId}
      union all
      select unnest(array[min(occurred_on), max(occurred_on)]) from employment_events where org_id = ${orgId} and event <> 'hire'
      union all select unnest(array[min(exit_date), max(exit_date)]) from people where org_id = ${orgId}
    ) days (day)`);
  const found = rows[0];
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

async function dropOutside(tx: Tx, orgId: string, span: Span | null): Promise<string[]> {
  const outside = span ? sql`(month < ${span.first} or month > ${span.last})` : sql`true`;
  const { rows } = await tx.execute<{ month: string }>(sql`
    with dropped as (delete from person_months where org_id = ${orgId} and ${outside} returning month)
    select distinct month::text from dropped`);
  return rows.map((row) => row.month);
}

function isWithin(month: string, span: Span | null): boolean {
  return span !== null && month >= span.first && month <= span.last;
}

function monthsBetween({ first, last }: Span): string[] {
  return periodsBetween(first, last, "month").map((period) => period.start);
}
