import "server-only";
import { sql } from "drizzle-orm";
import type { Preparation } from "@/lib/prepared/preparation";
import { hasManyRatings } from "@/lib/trust/ratings-sql";

/** How many observations were read by each version of a scale, by its id. */
export const usesOfScales: Preparation<"all", Record<string, number>> = {
  name: "scale-uses/1",
  isLarge: hasManyRatings,
  compute: async (tx, orgId) => {
    const { rows } = await tx.execute<{ id: string; used: number }>(sql`
      select scale_id as id, count(*)::int as used from observations where org_id = ${orgId} and scale_id is not null group by 1`);
    return Object.fromEntries(rows.map(({ id, used }) => [id, used]));
  },
};
