import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import type { Decision } from "./decision";

export type LatestDecision = { initiativeId: string; id: string } & Pick<
  Decision,
  "kind" | "title" | "decidedOn" | "reviewOn" | "decidedBy"
>;

/** The latest decision of each initiative that has one and was not withdrawn; one row per initiative. */
export const readLatestDecisions = query("decision.read", async (tx, _: null, { orgId }): Promise<LatestDecision[]> => {
  const { rows } = await tx.execute<LatestDecision>(sql`
    select distinct on (initiative_id) initiative_id as "initiativeId", id, kind, title, decided_on::text as "decidedOn",
      review_on::text as "reviewOn", decided_by as "decidedBy"
    from decisions where org_id = ${orgId} and initiative_id is not null and withdrawn_at is null
    order by initiative_id, decided_on desc, created_at desc, id`);
  return rows;
});
