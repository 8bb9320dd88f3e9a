import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { mendableHours } from "./input";

/** An observation the viewer entered lately, as they may still mend it. */
export type LateEntry = {
  observationId: string;
  personId: string;
  name: string;
  statement: string;
  anchors: (string | null)[];
  level: number;
  independent: boolean | null;
  accurate: boolean | null;
  consistent: boolean | null;
  note: string | null;
  artefact: string | null;
  fileId: string | null;
  enteredAt: string;
  mendable: boolean;
};

/** A day on which the viewer observed. */
export type PastRound = { day: string; people: number; ratings: number; skips: number };

type Lately = { entries: LateEntry[]; rounds: PastRound[] };

/** What the viewer entered in the last days: the entries that can still be mended, and how many on which day. */
export const readLately = query("observation.record", async (tx, _: null, viewer): Promise<Lately> => {
  const { orgId, userId, personId } = viewer;
  if (!userId || !personId) return { entries: [], rounds: [] };
  const { rows: entries } = await tx.execute<LateEntry>(sql`
    select o.observation_id as "observationId", o.person_id as "personId", coalesce(p.name, p.employee_id) as name, b.statement,
      coalesce(b.anchors, '[]') as anchors, o.level, o.independent, o.accurate, o.consistent, o.note, o.artefact,
      f.id as "fileId", o.entered_at as "enteredAt", o.struck_at is null as mendable
    from observations o
    join people p on p.org_id = ${orgId} and p.id = o.person_id
    join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
    left join evidence_files f on f.org_id = ${orgId} and f.person_id = o.person_id and f.observation_id = o.observation_id
    where o.org_id = ${orgId} and o.observed_at >= now() - interval '16 days' and o.entered_by = ${userId} and o.source = 'manager'
      and o.entered_at >= now() - make_interval(hours => ${mendableHours})
    order by o.entered_at desc, name limit 100`);
  const { rows: rounds } = await tx.execute<PastRound>(sql`
    select day::text, max(people)::int as people, max(ratings)::int as ratings, max(skips)::int as skips from (
      select (entered_at at time zone 'UTC')::date as day, count(distinct person_id) as people, count(*) as ratings, 0 as skips
      from observations
      where org_id = ${orgId} and observed_at >= now() - interval '30 days' and entered_by = ${userId} and source = 'manager'
        and struck_at is null and entered_at >= now() - interval '15 days'
      group by 1
      union all
      select skipped_on, 0, 0, count(*) from observation_skips
      where org_id = ${orgId} and skipped_by = ${userId} and skipped_on >= current_date - 15
      group by 1
    ) days group by day order by day desc`);
  return { entries, rounds };
});
