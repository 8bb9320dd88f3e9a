import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { followUpsOf } from "./follow-ups";
import type { ReviewKind } from "./kinds";
import type { FollowUpKey } from "./template";

/** How far a programme is; what was dropped is not counted. */
export type Standing = { startsOn: string; done: number; of: number; overdue: number; reviewsLate: number };

/** Null where an initiative has no programme. */
export const readStanding = query(
  "initiative.read",
  async (tx, initiativeId: string, { orgId }): Promise<Standing | null> => {
    const today = new Date().toISOString().slice(0, 10);
    const { rows } = await tx.execute<Standing>(sql`
      select p.starts_on::text as "startsOn", count(i.id) filter (where i.state = 'done')::int as done, count(i.id)::int as of,
        count(i.id) filter (where i.state = 'open' and i.due_on < ${today}::date)::int as overdue,
        (select count(*)::int from programme_reviews r where r.org_id = p.org_id and r.initiative_id = p.initiative_id
          and r.held_on is null and r.due_on < ${today}::date) as "reviewsLate"
      from programmes p
      left join programme_items i on i.org_id = p.org_id and i.initiative_id = p.initiative_id and i.state <> 'dropped'
      where p.org_id = ${orgId} and p.initiative_id = ${initiativeId}
      group by p.org_id, p.initiative_id, p.starts_on`);
    return rows[0] ?? null;
  },
);

export type DueReview = {
  id: string;
  initiativeId: string;
  title: string;
  kind: ReviewKind | FollowUpKey;
  dueOn: string;
  late: boolean;
};

/** Reviews of all programmes and follow-ups of all initiatives that are due by today and were not held, the one due first first. */
export const readDueReviews = query("initiative.read", async (tx, _: null, { orgId }): Promise<DueReview[]> => {
  const today = new Date().toISOString().slice(0, 10);
  const { rows } = await tx.execute<DueReview>(sql`
    select r.id, i.id as "initiativeId", i.title, r.kind, r.due_on::text as "dueOn", r.due_on < ${today}::date as late
    from programme_reviews r join initiatives i on i.org_id = r.org_id and i.id = r.initiative_id
    where r.org_id = ${orgId} and r.held_on is null and r.due_on <= ${today}::date
    union all
    select coalesce(f.item_id, f.initiative_id), f.initiative_id, f.title, f.key, f.due_on::text, f.due_on < ${today}::date
    from (${followUpsOf(orgId)}) f where f.state = 'open' and f.due_on <= ${today}::date
    order by "dueOn", title, kind, id`);
  return rows;
});
