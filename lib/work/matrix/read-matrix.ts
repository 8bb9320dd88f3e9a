import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { readFigures, type WorkView } from "@/lib/work/figures/read-figures";
import { figureKey, type RoleFigures, type TaskFigures } from "@/lib/work/figures/task-figures";
import { type ComputedPlace, computedPlaces, type Place } from "./levels";

export type MatrixTask = {
  id: string;
  name: string;
  critical: boolean;
  /** Null where nobody has placed it (both ways). */
  placed: Place | null;
  computed: ComputedPlace | null;
  figures: TaskFigures | null;
  /** Done by too few people to say anything. */
  withheld: boolean;
  /** What the task asks for: facets of the skills it needs. */
  facets: string[];
};

export type Matrix = Omit<WorkView, "figures"> & {
  role: { id: string; name: string } | null;
  figures: RoleFigures | null;
  tasks: MatrixTask[];
  editing: boolean;
};

type Named = {
  id: string;
  name: string;
  critical: boolean;
  frequency: number | null;
  impact: number | null;
  facets: string[] | null;
};

/**
 * Tasks of a role as placed and as work events have them, within what the viewer sees. `role` is null where the organisation has no
 * such role.
 */
export async function readMatrix(viewer: Viewer, roleId: string): Promise<Matrix> {
  const [view, named] = await Promise.all([readFigures(viewer, roleId), readNamed(viewer, { roleId })]);
  const { figures, ...rest } = view;
  const own = new Map(figures.tasks.map((task) => [task.taskId, task]));
  const role = figures.roles.find((one) => one.roleId === roleId) ?? null;
  const places = role ? computedPlaces(role, figures.tasks) : new Map<string, ComputedPlace>();
  const withheld = new Set(figures.withheld);
  return {
    ...rest,
    role: named.role,
    figures: role,
    editing: may(viewer.roles, "work.edit"),
    tasks: named.tasks
      .filter(({ id, isOwn }) => isOwn || own.has(id))
      .map(({ id, name, critical, frequency, impact, facets }) => ({
        id,
        name,
        critical,
        placed: frequency === null || impact === null ? null : { frequency, impact },
        computed: places.get(id) ?? null,
        figures: own.get(id) ?? null,
        withheld: withheld.has(figureKey({ roleId, taskId: id })),
        facets: facets ?? [],
      })),
  };
}

const readNamed = query("work.read", async (tx, { roleId }: { roleId: string }, { orgId }) => {
  const { rows: roles } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from roles where org_id = ${orgId} and id = ${roleId}`);
  const { rows: tasks } = await tx.execute<Named & { isOwn: boolean }>(sql`
    select t.id, t.name, t.critical, t.frequency, t.impact, t.role_id is not null as "isOwn",
      (select array_agg(distinct coalesce(n.facet, s.facet)) filter (where coalesce(n.facet, s.facet) is not null)
        from role_skills n join skills s on s.org_id = n.org_id and s.id = n.skill_id where n.org_id = t.org_id and n.task_id = t.id) as facets
    from tasks t
    where t.org_id = ${orgId} and t.retired_at is null and (t.role_id = ${roleId} or t.role_id is null)
    order by t.position, t.name`);
  return { role: roles[0] ?? null, tasks };
});
