import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";

type Named = { id: string; name: string };

/** What forms of /work offer: roles with their tasks and steps, activities, KPIs. Steps are named with their workflow. */
export type WorkChoices = {
  roles: (Named & { tasks: Named[]; steps: Named[] })[];
  activities: Named[];
  kpis: Named[];
};

export const readWorkChoices = query("work.read", async (tx, _: null, { orgId }): Promise<WorkChoices> => {
  const { rows: roles } = await tx.execute<WorkChoices["roles"][number]>(sql`
    select r.id, r.name,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.position, t.name)
        from tasks t where t.org_id = r.org_id and t.role_id = r.id and t.retired_at is null), '[]') as tasks,
      coalesce((select json_agg(json_build_object('id', s.id, 'name', w.name || ': ' || s.name) order by w.name, s.position)
        from workflows w join workflow_steps s on s.org_id = w.org_id and s.workflow_id = w.id
        where w.org_id = r.org_id and w.role_id = r.id), '[]') as steps
    from roles r where r.org_id = ${orgId} and r.retired_at is null order by r.name`);
  const { rows: activities } = await tx.execute<Named>(sql`
    select id, coalesce(title, code) as name from activities where org_id = ${orgId} order by 2 limit 2000`);
  const { rows: kpis } = await tx.execute<Named>(sql`select id, name from kpis where org_id = ${orgId} order by 2`);
  return { roles, activities, kpis };
});
