import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { appPages } from "./pages";

/** One page the viewer opened: on how many days, how often, last when ('YYYY-MM-DD'). */
export type OwnUsage = { page: string; label: string; days: number; views: number; last: string };

const labels = new Map(appPages.map(({ page, label }) => [page, label]));

/** All that is kept of what the viewer opened, the page opened most first. */
export const readOwnUsage = query("self.read", async (tx, _: null, { orgId, userId }): Promise<OwnUsage[]> => {
  const { rows } = await tx.execute<Omit<OwnUsage, "label">>(sql`
    select page, count(*)::int as days, sum(views)::int as views, max(day)::text as last from page_views
    where org_id = ${orgId} and user_id = ${userId} group by page order by views desc, page`);
  return rows.map((row) => ({ ...row, label: labels.get(row.page) ?? row.page }));
});
