import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import type { KpiNow } from "@/lib/work/figures/kpi-now";
import { kpiKey, readKpisNow } from "@/lib/work/figures/read-kpis-now";
import type { FrictionPoint } from "@/lib/work/friction/friction";
import { readRegister } from "@/lib/work/friction/read-register";
import { touchedTasks } from "@/lib/work/touching/touched-sql";

type Named = { id: string; name: string };

/** A step of a workflow whose task the initiative touches, and through what of its chain. */
type TouchedStep = Named & {
  workflow: Named;
  task: Named & { role: string | null };
  via: string[];
  /** `planned`: one of the KPIs the initiative was registered for. */
  kpi: (Named & { unit: string | null; direction: "up" | "down"; planned: boolean; figure: KpiNow }) | null;
};

export type WhereInWork = {
  /** Tasks the chain touches, on a workflow or not. */
  tasks: (Named & { role: string | null; mapped: boolean })[];
  steps: TouchedStep[];
  /** Friction in those tasks and steps, or that its activities were built for; with the verdict of a recheck where solved. */
  points: FrictionPoint[];
  /** Its in-flow activities that no friction point calls for. */
  unanchored: Named[];
};

/**
 * Where in the work an initiative acts: the improvement loop it is part of. Derived from its chain each time, never stored. Null for who may not
 * see the work, and for an unknown id.
 */
export async function readWhereInWork(viewer: Viewer, initiativeId: string): Promise<WhereInWork | null> {
  if (!may(viewer.roles, "work.read")) return null;
  const touched = await readTouched(viewer, { initiativeId });
  if (!touched) return null;
  const asked = touched.steps.flatMap(({ kpi, roleId }) => (kpi ? [{ kpiId: kpi.id, roleId }] : []));
  const [{ points }, figures] = await Promise.all([readRegister(viewer, null), readKpisNow(viewer, asked)]);
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const [taskIds, stepIds, activityIds] = [idsOf(touched.tasks), idsOf(touched.steps), idsOf(touched.activities)];
  const anchored = idsOf(points.filter(({ status }) => status !== "dismissed").flatMap((point) => point.activities));
  return {
    unanchored: touched.activities
      .filter(({ id, inFlow }) => inFlow && !anchored.has(id))
      .map(({ id, name }) => ({ id, name })),
    tasks: touched.tasks.map((task) => ({ ...task, mapped: touched.steps.some((step) => step.task.id === task.id) })),
    steps: touched.steps.map(({ roleId, kpi, ...step }) => ({
      ...step,
      kpi: kpi && { ...kpi, figure: figures[kpiKey({ kpiId: kpi.id, roleId })] ?? { kind: "none" } },
    })),
    points: points.filter(
      ({ status, task, step, activities }) =>
        status !== "dismissed" &&
        ((task && taskIds.has(task.id)) ||
          (step && stepIds.has(step.id)) ||
          activities.some(({ id }) => activityIds.has(id))),
    ),
  };
}

type StoredKpi = Omit<NonNullable<TouchedStep["kpi"]>, "figure">;
type StoredStep = Omit<TouchedStep, "kpi"> & { roleId: string; kpi: StoredKpi | null };
type Used = Named & { inFlow: boolean };
type Touched = { tasks: Omit<WhereInWork["tasks"][number], "mapped">[]; steps: StoredStep[]; activities: Used[] };

const readTouched = query(
  "initiative.read",
  async (tx, { initiativeId }: { initiativeId: string }, { orgId }): Promise<Touched | null> => {
    // An exploration looks at the data of another one, which is what acts in the work.
    const { rows: found } = await tx.execute<{ id: string; activities: Used[] }>(sql`
      select coalesce(i.explores, i.id) as id, coalesce((
        select json_agg(json_build_object('id', a.id, 'name', coalesce(a.title, a.code), 'inFlow', coalesce(a.delivery = 'in_flow', false)) order by a.code)
        from initiatives o, activities a
        where o.org_id = i.org_id and o.id = coalesce(i.explores, i.id) and a.org_id = i.org_id and o.chain -> 'activities' ? a.code), '[]') as activities
      from initiatives i where i.org_id = ${orgId} and i.id = ${initiativeId}`);
    const [initiative] = found;
    if (!initiative) return null;
    const { rows } = await tx.execute<Pick<Touched, "tasks" | "steps">>(sql`
      with touched as materialized (
        select task_id, json_agg(distinct via) as via from ${touchedTasks(orgId)} t where t.initiative_id = ${initiative.id} group by 1
      )
      select
        coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'role', r.name) order by r.name, t.position, t.name)
          from touched x join tasks t on t.org_id = ${orgId} and t.id = x.task_id and t.retired_at is null
          left join roles r on r.org_id = t.org_id and r.id = t.role_id), '[]') as tasks,
        coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'workflow', json_build_object('id', w.id, 'name', w.name),
            'task', json_build_object('id', t.id, 'name', t.name, 'role', r.name), 'roleId', coalesce(t.role_id, w.role_id), 'via', x.via,
            'kpi', case when k.id is not null then json_build_object('id', k.id, 'name', k.name, 'unit', k.unit, 'direction', k.direction,
              'planned', exists (select from initiative_kpis i where i.org_id = k.org_id and i.initiative_id = ${initiative.id} and i.kpi_id = k.id
                and i.role <> 'placebo')) end)
            order by w.name, s.position)
          from workflow_steps s
          join workflows w on w.org_id = s.org_id and w.id = s.workflow_id
          join tasks was on was.org_id = s.org_id and was.id = s.task_id
          join touched x on x.task_id = coalesce(was.merged_into, was.id)
          join tasks t on t.org_id = s.org_id and t.id = x.task_id
          left join roles r on r.org_id = t.org_id and r.id = t.role_id
          left join kpis k on k.org_id = s.org_id and k.id = s.kpi_id
          where s.org_id = ${orgId}), '[]') as steps`);
    return { tasks: rows[0]?.tasks ?? [], steps: rows[0]?.steps ?? [], activities: initiative.activities };
  },
);
