import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Place } from "./place-history";

/** Where people worked on a day (YYYY-MM-DD), as ids. Who was not employed that day is not in the answer. */
export async function placeOn(tx: Tx, personIds: readonly string[], date: string): Promise<Map<string, Place>> {
  const { rows } = await tx.execute<Place & { person: string }>(sql`
    select person_id as person, unit_id as unit, site_id as site, team_id as team, role_id as role, manager_id as manager
    from employments
    where person_id = any(${sql.param([...personIds])}::uuid[]) and starts_on <= ${date} and (ends_on is null or ends_on > ${date})`);
  return new Map(rows.map(({ person, ...place }) => [person, place]));
}
