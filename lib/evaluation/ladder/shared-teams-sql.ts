import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The share of the compared people who belong to a team that holds people of both arms: there a figure of the team belongs to neither. */
export async function readSharedTeams(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ shared: number | null }>(sql`
    select sum(people) filter (where sides = 2)::float8 / nullif(sum(people), 0) as shared from (
      select count(*) as people, count(distinct arm) as sides from evaluation_members
      where arm is not null and team_id is not null group by team_id
    ) teams`);
  return rows[0]?.shared ?? 0;
}
