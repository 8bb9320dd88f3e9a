import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { isTold } from "@/lib/prepared/told";
import { query } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { servedNeeds } from "@/lib/work/figures/served-needs";
import { readPortfolio } from "@/lib/work/portfolio/read-portfolio";
import { readPoints } from "./read-points";

type Named = { id: string; name: string };

/** Support in the flow of work that people use and no friction point calls for. */
export type UnanchoredActivity = Named & {
  owner: string | null;
  surface: string | null;
  roles: Named[];
  /** People and hours of the period; 0 where withheld, hours null where no event says how long. */
  people: number;
  hours: number | null;
  withheld: boolean;
  /** Friction points of tasks it is for: where it most likely belongs. */
  fits: string[];
};

export type Unanchored = {
  /** Null where no work is on file: what is in use is not known then. */
  inUse: number | null;
  /** Of those in use. */
  without: number;
  minimum: number;
  activities: UnanchoredActivity[];
  /** Where one may be anchored. */
  points: (Named & { roleId: string })[];
  adding: boolean;
};

/**
 * In-flow activities used in the period that are anchored to no friction point: generic training, until somebody says which moment of the work
 * they are for. Of one role, those that are for it or for nobody in particular. `inUse` counts all of them, anchored or not. The one that is `asked` for stands
 * there even where nobody uses it.
 */
export async function readUnanchored(
  viewer: Viewer,
  roleId: string | null,
  asked: string | null = null,
): Promise<Unanchored> {
  const [{ period, minimum, activities, told }, { anchors, points }] = await Promise.all([
    readPortfolio(viewer),
    readAnchors(viewer, null),
  ]);
  const isOfRole = ({ roles }: Anchor) =>
    roleId === null || roles.length === 0 || roles.some(({ id }) => id === roleId);
  const offered = activities.flatMap((activity) => {
    const anchor = anchors.find(({ id }) => id === activity.id);
    return anchor && isOfRole(anchor) ? [{ activity, anchor }] : [];
  });
  const used = offered.filter(({ activity }) => activity.withheld || activity.people > 0);
  return {
    inUse: period && isTold(told) ? used.length : null,
    without: used.filter(({ anchor }) => !anchor.anchored).length,
    minimum,
    activities: offered
      .filter((one) => !one.anchor.anchored && (used.includes(one) || one.activity.id === asked))
      .map(({ activity: { id, name, owner, people, hours, withheld }, anchor: { surface, roles, taskIds } }) => ({
        ...{ id, name, owner, surface, roles, people, hours, withheld },
        fits: points.filter(({ taskId }) => taskId !== null && taskIds.includes(taskId)).map((point) => point.id),
      })),
    points: points.map(({ id, name, roleId: role }) => ({ id, name, roleId: role })),
    adding: may(viewer.roles, "friction.add"),
  };
}

type Anchor = { id: string; surface: string | null; anchored: boolean; roles: Named[]; taskIds: string[] };

const readAnchors = query("work.read", async (tx, _: null, { orgId }) => {
  const { rows } = await tx.execute<Anchor>(sql`
    with served as materialized ${servedNeeds(orgId)}
    select a.id, a.surface,
      exists (select from friction_activities f join friction_points p on p.org_id = f.org_id and p.id = f.friction_id
        where f.org_id = a.org_id and f.activity_id = a.id and p.status <> 'dismissed') as anchored,
      coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name)
        from roles r where r.org_id = a.org_id and r.retired_at is null and r.id in (select role_id from served s where s.activity_id = a.id)), '[]') as roles,
      coalesce((select json_agg(distinct t.id) from served s join ${carriedTasks(orgId)} t on t.was = s.task_id
        where s.activity_id = a.id), '[]') as "taskIds"
    from activities a where a.org_id = ${orgId} and a.delivery = 'in_flow'`);
  const points = (await readPoints(tx, orgId, null))
    .filter(({ status }) => status !== "dismissed")
    .map(({ id, statement, task, role }) => ({
      id,
      name: `${task?.name ?? role.name}: ${statement}`,
      roleId: role.id,
      taskId: task?.id ?? null,
    }));
  return { anchors: rows, points };
});
