import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { appPages, mayOpen, pageOf } from "./pages";

/** Days for which openings are kept. */
export const keptDays = 180;

/**
 * Counts that the viewer opened a page today (UTC), by its route without ids: nothing of what they saw or asked for. The first opening of a page on a
 * day drops their own counts that are too old. An address that is no page, or none
 * of theirs, is not counted. No row in the audit log.
 */
export const countOpening = query("self.read", async (tx, path: string, { orgId, userId, roles }): Promise<void> => {
  const page = pageOf(path);
  const takes = appPages.find((one) => one.page === page)?.takes;
  if (!page || !takes || !userId || !mayOpen(roles, takes)) return;
  const { rows } = await tx.execute<{ views: number }>(sql`
    insert into page_views (org_id, user_id, page, day, views) values (${orgId}, ${userId}, ${page}, (now() at time zone 'UTC')::date, 1)
    on conflict (org_id, day, page, user_id) do update set views = page_views.views + 1 returning views`);
  if (rows[0]?.views !== 1) return;
  await tx.execute(sql`
    delete from page_views
    where org_id = ${orgId} and user_id = ${userId} and day < (now() at time zone 'UTC')::date - ${keptDays}::int`);
});
