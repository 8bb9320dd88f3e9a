import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { everyMonth, nobody } from "@/db/schema/rollups";
import { rebuildRollups, refreshRollups } from "./refresh-rollups";
import { rebuildSkillStates } from "./skill-states";
import { prepareTouched } from "./touched";

/**
 * A note about everybody stands on a day drawn by lot, which means nothing: were it the same each time, a page that writes one would wait
 * for the minutes in which the one before is being taken.
 */
const aDay = sql`${everyMonth}::date + (random() * 600000)::int`;

/**
 * Instead of `refreshRollups`: keeps what `touched` notes until `takePendingRollups`. For the files of one upload, which would
 * otherwise recompute the same months again and again; the note outlives a crash between them.
 */
export async function postponeRollups(tx: Tx, orgId: string, everything: boolean): Promise<void> {
  const what = everything
    ? sql`select ${orgId}::uuid, ${nobody}::uuid, ${aDay}, 'place'`
    : sql`select distinct ${orgId}::uuid, person_id, coalesce(date_trunc('month', month)::date, ${everyMonth}::date), source from touched`;
  await tx.execute(sql`insert into pending_rollups (org_id, person_id, month, source) ${what} on conflict do nothing`);
  await tx.execute(sql`truncate touched`);
}

/** Has skill_states recomputed for everybody later (`takePendingRollups`), after a change of the rules of evidence. */
export async function postponeSkillStates(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    insert into pending_rollups (org_id, person_id, month, source) values (${orgId}, ${nobody}, ${aDay}, 'skill')
    on conflict do nothing`);
}

/** Whether figures are behind the facts. */
export async function hasPendingRollups(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ pending: boolean }>(sql`select exists (select from pending_rollups) as pending`);
  return rows[0]?.pending ?? false;
}

/** Recomputes what was postponed, and forgets it, in the transaction given. */
export async function takePendingRollups(tx: Tx, orgId: string): Promise<void> {
  await prepareTouched(tx);
  const { rows } = await tx.execute<{ everything: boolean; skills: boolean }>(sql`
    with taken as (delete from pending_rollups where org_id = ${orgId} returning person_id, month, source),
    noted as (
      insert into touched select person_id, nullif(month, ${everyMonth}::date), source from taken where person_id <> ${nobody}
    )
    select coalesce(bool_or(person_id = ${nobody} and source <> 'skill'), false) as everything,
      coalesce(bool_or(source = 'skill'), false) as skills from taken`);
  if (rows[0]?.everything) return rebuildRollups(tx, orgId);
  await refreshRollups(tx, orgId);
  if (rows[0]?.skills) await rebuildSkillStates(tx, orgId);
}
