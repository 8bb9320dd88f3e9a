import "server-only";
import { sql } from "drizzle-orm";
import { readBounds } from "@/lib/access/scope";
import { query } from "@/lib/server/tenant-access";
import { withinBounds } from "./figures/within-bounds";
import { readWorkPeriod } from "./figures/work-period";

/** `main` marks the role that most jobs the viewer sees figures of are done in. */
export type WorkRole = { id: string; name: string; tasks: number; main: boolean };

/** The roles in force by name, with how many tasks each has. */
export const readWorkRoles = query("work.read", async (tx, _: null, viewer): Promise<WorkRole[]> => {
  const { orgId } = viewer;
  const { rows } = await tx.execute<Omit<WorkRole, "main">>(sql`
    select r.id, r.name, (
      select count(*)::int from tasks t where t.org_id = r.org_id and t.role_id = r.id and t.retired_at is null
    ) as tasks
    from roles r where r.org_id = ${orgId} and r.retired_at is null order by r.name`);
  const [bounds, period] = [await readBounds(tx, viewer), await readWorkPeriod(tx, orgId)];
  if (!bounds || !period) return rows.map((role) => ({ ...role, main: false }));
  const { rows: busiest } = await tx.execute<{ id: string }>(sql`
    select m.role_id as id from person_months m
    where m.org_id = ${orgId} and m.month >= ${period.start}::date and m.month < ${period.end}::date and m.jobs > 0
      and m.role_id is not null and ${withinBounds(orgId, bounds)}
    group by 1 order by sum(m.jobs) desc, 1 limit 1`);
  return rows.map((role) => ({ ...role, main: role.id === busiest[0]?.id }));
});
