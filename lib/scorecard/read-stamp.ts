import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { dataStamp } from "./data-stamp";

/** As `dataStamp`, for a scorecard of the viewer: also with what waits to be recomputed, and every day, because a reporting line is that of today. */
export const readStamp = query("scorecard.read", async (tx, _: null, { orgId }): Promise<string> => {
  const { rows } = await tx.execute<{ stamp: string }>(sql`
    select concat_ws(' ', ${dataStamp(orgId)}, current_date, exists (select from pending_rollups where org_id = ${orgId})) as stamp
    from organisations o where o.id = ${orgId}`);
  const [found] = rows;
  if (!found) throw new Error(`The organisation ${orgId} is gone`);
  return found.stamp;
});
