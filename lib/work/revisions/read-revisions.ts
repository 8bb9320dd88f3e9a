import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { afterwardsOf } from "./afterwards";
import { readAfterwards } from "./read-afterwards";
import type { Revision, RevisionDesk, RevisionList } from "./revision";

/** Content somebody took on to revise, without what happened afterwards. */
export const readRevisionDesk = query("work.read", async (tx, _: null, { orgId, roles }): Promise<RevisionDesk> => {
  const { rows } = await tx.execute<Omit<Revision, "overdue" | "afterwards">>(sql`
    select r.id, r.activity_id as "activityId", coalesce(a.title, a.code) as activity, r.why, r.status, o.name as owner, b.name as "openedBy",
      c.name as "closedBy", r.due_on::text as "dueOn", (r.created_at at time zone 'UTC')::date::text as "openedOn",
      (r.closed_at at time zone 'UTC')::date::text as "closedOn", r.outcome
    from content_revisions r
    join activities a on a.org_id = r.org_id and a.id = r.activity_id
    left join users o on o.org_id = r.org_id and o.id = r.owner_id
    left join users b on b.org_id = r.org_id and b.id = r.opened_by
    left join users c on c.org_id = r.org_id and c.id = r.closed_by
    where r.org_id = ${orgId} order by r.status <> 'open', r.closed_at desc, r.due_on nulls last, r.created_at, r.id`);
  const today = new Date().toISOString().slice(0, 10);
  return {
    revisions: rows.map((row) => ({
      ...row,
      overdue: row.status === "open" && row.dueOn !== null && row.dueOn < today,
      afterwards: null,
    })),
    mayTakeOn: may(roles, "work.edit"),
  };
});

/** The same, and of closed ones what was missed and went wrong since. */
export async function readRevisions(viewer: Viewer): Promise<RevisionList> {
  const [{ revisions, mayTakeOn }, { since, minimum, told }] = await Promise.all([
    readRevisionDesk(viewer, null),
    readAfterwards(viewer),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  return {
    mayTakeOn,
    minimum,
    told,
    revisions: revisions.map((one) => ({
      ...one,
      afterwards: one.closedOn ? afterwardsOf(one.closedOn, since[one.id], today) : null,
    })),
  };
}
