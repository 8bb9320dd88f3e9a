import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { periodOf, periodsBetween } from "@/lib/metrics/period";
import type { Source } from "@/lib/metrics/person-columns";
import { refreshBehaviourMonths } from "./behaviour-months";
import type { Changes } from "./cells-due";
import { refreshCertifications } from "./certifications";
import { refreshCycleTimes } from "./cycle-times";
import { learnSizes } from "./learn-sizes";
import { refreshCells } from "./metric-cells";
import { refreshColumns, refreshPersonMonths } from "./person-months";
import { rebuildSkillStates, refreshSkillStates } from "./skill-states";
import { factSpan, readSpan, type Span, storedSpan } from "./span";
import { prepareTouched } from "./touched";
import { noteMonths, readTouchedMonths, type TouchedMonth, takeTouched } from "./touched-months";
import { noteLearnedSkills, noteMovedPeople, noteRatedSkills } from "./touched-skills";
import { readTouchedUnits } from "./touched-units";
import { withoutLoops } from "./without-loops";

/**
 * Brings person_months, behaviour_months, certifications, skill_states, metric_cells and cycle_times into line with the facts of everybody noted in `touched`
 * (see `prepareTouched`), raises the organisation's revision and empties `touched`. Part of the transaction that changed the facts.
 *
 * Changes of taxonomy, activities' delivery, skill or format, or a KPI's kind concern everybody: call `rebuildRollups` after those.
 */
export async function refreshRollups(tx: Tx, orgId: string): Promise<void> {
  await refresh(tx, orgId, false);
}

async function refresh(tx: Tx, orgId: string, everybody: boolean): Promise<void> {
  await raiseRevision(tx, orgId);
  const before = await storedSpan(tx, orgId);
  if (!everybody) await noteMovedPeople(tx, orgId);
  await takeTouched(tx, orgId, before);
  for (const one of await readTouchedMonths(tx)) await refreshMonth(tx, orgId, one, everybody);

  const span = await readSpan(tx, orgId);
  const opened = span ? monthsBetween(span).filter((month) => !isWithin(month, before)) : [];
  await noteMonths(tx, orgId, opened);
  const touched = await readTouchedMonths(tx);
  for (const one of touched) {
    if (one.source === "place" && opened.includes(one.month)) await refreshMonth(tx, orgId, one, everybody);
  }
  const rows = touched.reduce((sum, { people }) => sum + people, 0);
  await learnSizes(tx, rows);
  const certifiedSince = await withoutLoops(tx, rows > manyPeople, () => refreshCertifications(tx, orgId, everybody));
  // Certificates are found by months, those before the span too.
  const dropped = await dropOutside(tx, orgId, span);
  await (everybody ? rebuildSkillStates(tx, orgId) : refreshSkillStates(tx, orgId));
  // Somebody's first certificate in a skill may make it one that can be certified, everywhere.
  const hasShrunk = dropped.length > 0;
  const units = certifiedSince || hasShrunk ? null : await readTouchedUnits(tx, orgId, touched);
  await tx.execute(sql`truncate touched, touched_months, touched_certified`);

  const changes: Changes = new Map();
  const note = (month: string, source: Source) => changes.set(month, new Set(changes.get(month)).add(source));
  for (const { month, source } of touched) note(month, source);
  for (const month of dropped) note(month, "place");
  if (certifiedSince) note(periodOf(certifiedSince, "month").start, "certification");
  await refreshCells(tx, orgId, { span, hasShrunk, changes, units });
  const atWork = [...changes.keys()].filter(
    (month) => changes.get(month)?.has("place") || changes.get(month)?.has("work"),
  );
  await refreshCycleTimes(tx, orgId, span, atWork);
}

/** As `refreshRollups`, for everybody and every month. */
export async function rebuildRollups(tx: Tx, orgId: string): Promise<void> {
  await prepareTouched(tx);
  for (const table of [
    "person_months",
    "behaviour_months",
    "certifications",
    "skill_states",
    "metric_cells",
    "cycle_times",
    "pending_rollups",
  ]) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where org_id = ${orgId}`);
  }
  const span = await factSpan(tx, orgId);
  await tx.execute(sql`truncate touched`);
  await tx.execute(sql`insert into touched select id, m.month from people, (
    select generate_series(${span?.first ?? null}::date, ${span?.last ?? null}::date, interval '1 month')::date as month
  ) m where org_id = ${orgId}`);
  await refresh(tx, orgId, true);
}

async function refreshMonth(tx: Tx, orgId: string, touched: TouchedMonth, everybody: boolean): Promise<void> {
  const { month, source, people } = touched;
  await withoutLoops(tx, people > manyPeople, async () => {
    if (!everybody) await noteRatedSkills(tx, orgId, touched);
    if (source === "place") await refreshPersonMonths(tx, orgId, month);
    if (source === "learning" || source === "work") await refreshColumns(tx, orgId, month, source);
    if (source === "place" || source === "observation") await refreshBehaviourMonths(tx, orgId, month);
    if (!everybody) {
      await noteRatedSkills(tx, orgId, touched);
      await noteLearnedSkills(tx, orgId, touched);
    }
  });
}

/** Beyond this a look through the month's facts beats one look-up per person. */
const manyPeople = 200;

async function raiseRevision(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`update organisations set revision = revision + 1, revised_at = now() where id = ${orgId}`);
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
