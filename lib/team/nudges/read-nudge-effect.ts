import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import { followedDays, type NudgeCounts, type NudgeEffect, nudgeEffect } from "./nudge-effect";

type Row = { heldOut: boolean; n: number; people: number; learned: number; applied: number };

/**
 * What nudges of managers did in the whole organisation (reminders of the app itself left out): one row per person and week, from its first nudge, whose days of being followed are over by
 * the end of the last week (so that a single nudge never moves the figure from one look to the next).
 */
export async function readNudgeEffect(
  tx: Tx,
  orgId: string,
  holdOutShare: number,
  minimum: number,
): Promise<NudgeEffect> {
  const days = sql.raw(`interval '${followedDays} days'`);
  const { rows } = await tx.execute<Row>(sql`
    with weeks as (
      select distinct on (person_id, date_trunc('week', created_at at time zone 'UTC'))
        person_id, skill_id, held_out, show_from
      from nudges
      where org_id = ${orgId} and sent_by is not null and show_from + ${days} < date_trunc('week', now() at time zone 'UTC') at time zone 'UTC'
      order by person_id, date_trunc('week', created_at at time zone 'UTC'), created_at
    )
    select w.held_out as "heldOut", count(*)::int as n, count(distinct w.person_id)::int as people,
      count(*) filter (where exists (
        select from learning_events l left join activities a on a.org_id = ${orgId} and a.id = l.activity_id
        where l.org_id = ${orgId} and l.person_id = w.person_id and l.occurred_at >= w.show_from
          and l.occurred_at < w.show_from + ${days} and l.verb not in ('nudged', 'assigned')
          and (w.skill_id is null or a.skill_id = w.skill_id)
      ))::int as learned,
      count(*) filter (where exists (
        select from observations o join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
        where o.org_id = ${orgId} and o.person_id = w.person_id and o.observed_at >= w.show_from
          and o.observed_at < w.show_from + ${days} and o.source <> 'self' and o.struck_at is null and o.level >= 3
          and (w.skill_id is null or b.skill_id = w.skill_id)
      ))::int as applied
    from weeks w group by 1`);
  const armOf = (heldOut: boolean) =>
    rows.find((row) => row.heldOut === heldOut) ?? { n: 0, people: 0, learned: 0, applied: 0 };
  const counts: NudgeCounts = { shown: armOf(false), heldOut: armOf(true) };
  return nudgeEffect(counts, holdOutShare > 0, minimumPeople(minimum));
}
