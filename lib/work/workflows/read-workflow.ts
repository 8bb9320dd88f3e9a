import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { type Told, toldOf } from "@/lib/prepared/told";
import { query } from "@/lib/server/tenant-access";
import type { KpiNow } from "@/lib/work/figures/kpi-now";
import { readFigures } from "@/lib/work/figures/read-figures";
import { kpiKey, readKpisNow } from "@/lib/work/figures/read-kpis-now";
import type { TaskFigures } from "@/lib/work/figures/task-figures";
import { readTouching, type Touching } from "@/lib/work/touching/read-touching";
import { type HandOff, type HandOffs, readHandOffs } from "./read-hand-offs";
import { readSteps, type StoredStep } from "./read-steps";
import { type SuggestedAsset, suggestAssets } from "./suggest-assets";

/** Between a step and the next: what cases show. Null where no case went that way or the step has no task. */
export type StepDelay = Pick<HandOff, "times" | "known" | "median" | "most" | "withheld">;

export type MappedStep = StoredStep & {
  figures: TaskFigures | null;
  delay: StepDelay | null;
  assets: SuggestedAsset[];
  /** Of its KPI, among people of the role that does it; null where it has none. */
  kpiNow: KpiNow | null;
  /** Initiatives whose chain touches its task; empty for who may not see initiatives. */
  initiatives: Touching[];
};

export type WorkflowMap = Pick<HandOffs, "period" | "people" | "minimum"> & {
  id: string;
  name: string;
  role: { id: string; name: string };
  owner: string | null;
  steps: MappedStep[];
  editing: boolean;
  /** How the figures of its steps are told. */
  told: Told;
};

/** A workflow as it really runs: paths, decisions, hand-offs as stated and as cases show them. Null where there is no such workflow. */
export async function readWorkflow(viewer: Viewer, workflowId: string): Promise<WorkflowMap | null> {
  const [stored, view, { handOffs, period, people, minimum, told }] = await Promise.all([
    readStored(viewer, { workflowId }),
    readFigures(viewer, null),
    readHandOffs(viewer),
  ]);
  if (!stored) return null;
  const { steps, ...workflow } = stored;
  const roleOf = (step: StoredStep) => step.task?.roleId ?? workflow.role.id;
  const asked = steps.flatMap((step) => (step.kpi ? [{ kpiId: step.kpi.id, roleId: roleOf(step) }] : []));
  const [kpis, touching] = await Promise.all([
    readKpisNow(viewer, asked),
    may(viewer.roles, "initiative.read") ? readTouching(viewer, { workflowId }) : ({} as Record<string, Touching[]>),
  ]);
  return {
    ...workflow,
    period,
    people,
    minimum,
    told: toldOf(view.told, told),
    editing: may(viewer.roles, "work.edit"),
    steps: steps.map((step, at) => {
      const next = steps[at + 1];
      return {
        ...step,
        figures:
          view.figures.tasks.find(
            ({ taskId, roleId }) => taskId === step.taskId && (!step.task?.roleId || roleId === step.task.roleId),
          ) ?? null,
        delay: next ? delayBetween(handOffs, step.taskId, next.taskId) : null,
        kpiNow: step.kpi && (kpis[kpiKey({ kpiId: step.kpi.id, roleId: roleOf(step) })] ?? { kind: "none" }),
        initiatives: (step.taskId && touching[step.taskId]) || [],
        assets: suggestAssets({ ...step, handsOver: step.handsToRoleId !== null }, step.activities),
      };
    }),
  };
}

export function delayBetween(handOffs: readonly HandOff[], from: string | null, to: string | null): StepDelay | null {
  if (!from || !to) return null;
  const between = handOffs.filter((one) => one.fromTaskId === from && one.toTaskId === to);
  // A pair of tasks may stand under several kinds of cases; the most frequent one is shown.
  return between.toSorted((left, right) => right.times - left.times)[0] ?? null;
}

const readStored = query("work.read", async (tx, { workflowId }: { workflowId: string }, { orgId }) => {
  const { rows } = await tx.execute<Pick<WorkflowMap, "id" | "name" | "role" | "owner">>(sql`
    select w.id, w.name, json_build_object('id', r.id, 'name', r.name) as role,
      (select u.name from users u where u.org_id = w.org_id and u.id = w.owner_id) as owner
    from workflows w join roles r on r.org_id = w.org_id and r.id = w.role_id
    where w.org_id = ${orgId} and w.id = ${workflowId}`);
  const [workflow] = rows;
  return workflow ? { ...workflow, steps: await readSteps(tx, orgId, workflowId) } : null;
});
