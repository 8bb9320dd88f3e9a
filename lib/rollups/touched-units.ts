import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { TouchedMonth } from "./touched-months";

/** The units whose cells may differ, and how many people ever worked in them. */
export type TouchedUnits = { ids: string[]; people: number };

/** Beyond this so many units are among them that all are recomputed without a look. */
const fewPeople = 1_000;

/**
 * The units in which the people of `touched_months` stood in any month, which must be up to date. Null where all are to be
 * recomputed: when somebody's place changed, stands nowhere, or when it is half of the units or more.
 */
export async function readTouchedUnits(
  tx: Tx,
  orgId: string,
  touched: readonly TouchedMonth[],
): Promise<TouchedUnits | null> {
  const people = touched.reduce((sum, one) => sum + one.people, 0);
  if (people > fewPeople || touched.some(({ source }) => source === "place")) return null;
  const { rows } = await tx.execute<TouchedUnits & { nowhere: boolean; all: number }>(sql`
    with stood as (
      select distinct unit_id from person_months
      where org_id = ${orgId} and person_id in (select person_id from touched_months)
    )
    select coalesce(array_agg(unit_id::text) filter (where unit_id is not null), '{}') as ids, bool_or(unit_id is null) as nowhere,
      (select count(*)::int from business_units where org_id = ${orgId}) as "all",
      (select count(distinct person_id)::int from employments where org_id = ${orgId} and unit_id in (select unit_id from stood)) as people
    from stood`);
  const found = rows[0];
  if (!found || found.nowhere || found.ids.length === 0 || found.ids.length * 2 >= found.all) return null;
  return { ids: found.ids, people: found.people };
}
