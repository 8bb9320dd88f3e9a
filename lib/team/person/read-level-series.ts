import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** One month of a skill of a person: the mean of what others saw, and apart from it the person's own view. */
export type LevelMonth = { skillId: string; month: string; seen: number | null; own: number | null; ratings: number };

/** The last 18 months in which a skill of the person was rated, oldest first. */
export async function readLevelSeries(tx: Tx, orgId: string, personId: string): Promise<LevelMonth[]> {
  const { rows } = await tx.execute<LevelMonth>(sql`
    select b.skill_id as "skillId", m.month::text as month, sum(m.ratings)::int as ratings,
      sum(m.level_sum) / nullif(sum(m.ratings), 0) as seen, sum(m.self_level_sum) / nullif(sum(m.self_ratings), 0) as own
    from behaviour_months m join behaviours b on b.org_id = ${orgId} and b.id = m.behaviour_id
    where m.org_id = ${orgId} and m.person_id = ${personId} and m.month > current_date - interval '18 months'
    group by 1, 2
    having sum(m.ratings) + sum(m.self_ratings) > 0
    order by 1, 2`);
  return rows;
}
