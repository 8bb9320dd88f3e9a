import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addDays } from "@/lib/days";
import type { SharedPeople } from "./count-once";

type Row = { initiativeIds: string[]; people: number };
type Exposed = { id: string; first: string | null; last: string | null };

/**
 * Who of the treated people is in which of the initiatives, and from when to when each of them pays: from the first exposure to the end of the years
 * counted for the last one.
 * @param years of each initiative, as its case counts them
 */
export async function readSharedPeople(
  tx: Tx,
  orgId: string,
  years: ReadonlyMap<string, number>,
): Promise<SharedPeople> {
  const ids = sql.param([...years.keys()]);
  // As a case counts people: those who were exposed, or the whole arm where no file says who was.
  const treated = sql`
    select m.initiative_id, m.person_id, m.exposed_on from (
      select initiative_id, person_id, exposed_on, count(exposed_on) over (partition by initiative_id, arm) as exposed
      from arm_members where org_id = ${orgId} and arm <> 'control' and initiative_id = any(${ids}::uuid[])
    ) m where m.exposed_on is not null or m.exposed = 0`;
  const { rows: sets } = await tx.execute<Row>(sql`
    with treated as (${treated}), each as (
      select person_id, array_agg(initiative_id::text order by initiative_id) as initiatives from treated group by person_id
    )
    select initiatives as "initiativeIds", count(*)::int as people from each group by 1 order by 1`);
  const { rows: exposed } = await tx.execute<Exposed>(sql`
    with treated as (${treated})
    select initiative_id as id, min(exposed_on)::text as first, max(exposed_on)::text as last from treated group by 1`);
  const spans: [string, { from: string; until: string }][] = exposed.flatMap(({ id, first, last }) => {
    const counted = years.get(id);
    if (first === null || last === null || counted === undefined) return [];
    return [[id, { from: first, until: addDays(last, Math.round(counted * 365.25)) }]];
  });
  return { sets, spans: new Map(spans) };
}
