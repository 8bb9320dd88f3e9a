import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

type Question = { now: string; baseline: string | null; since: string; isChange: boolean };

/**
 * Fills the temporary table `compared_rows` for this transaction: (person_id, g, y, tenure, baseline, role_id), one row per person with
 * a value. `y` is the person's own value (or its change), `baseline` their value in the earlier period, `tenure` years on `since`.
 */
export async function createPersonRows(tx: Tx, { now, baseline, since, isChange }: Question): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.compared_rows`);
  const y = isChange ? sql`l.num / l.den - e.num / e.den` : sql`l.num / l.den`;
  await tx.execute(sql`
    create temporary table compared_rows on commit drop as
    select c.person_id, c.g, ${y} as y, greatest(0, ${since}::date - c.hire_date) / 365.25 as tenure, e.num / e.den as baseline, c.role_id
    from compared_values l
    join compared_people c using (person_id)
    left join compared_values e on e.person_id = l.person_id and e.starts = ${baseline}::date and e.den > 0
    where l.starts = ${now}::date and l.den > 0 and (not ${isChange}::boolean or e.person_id is not null)`);
  await tx.execute(sql`analyze compared_rows`);
}
