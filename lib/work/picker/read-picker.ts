import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { type Told, toldOf } from "@/lib/prepared/told";
import { query } from "@/lib/server/tenant-access";
import { readFigures } from "@/lib/work/figures/read-figures";
import type { TaskFigures } from "@/lib/work/figures/task-figures";
import { type HandOff, type HandOffs, readHandOffs } from "@/lib/work/workflows/read-hand-offs";
import { readSteps, type StoredStep } from "@/lib/work/workflows/read-steps";
import { delayBetween } from "@/lib/work/workflows/read-workflow";
import { scoreWorkflow, type WorkflowFacts, type WorkflowScore } from "./score-workflow";

export type Candidate = {
  /** Null for all work of a role without a workflow. */
  workflowId: string | null;
  name: string;
  role: { id: string; name: string };
  facts: WorkflowFacts;
  score: WorkflowScore;
};

export type Picker = Pick<HandOffs, "period" | "people" | "minimum"> & {
  candidates: Candidate[];
  editing: boolean;
  told: Told;
};

type Stored = { id: string; name: string; role: { id: string; name: string } };

/** Every workflow, and the work of roles without one, by how well it suits to prove value: pain times measurability, best first. */
export async function readPicker(viewer: Viewer): Promise<Picker> {
  const [view, { handOffs, period, people, minimum, told }, stored] = await Promise.all([
    readFigures(viewer, null),
    readHandOffs(viewer),
    readStored(viewer, null),
  ]);
  const { figures } = view;
  const usualTrouble = troubleOf(figures.tasks);
  const observed = new Set(stored.observed);
  const mapped = stored.workflows.map((workflow): Candidate => {
    const steps = stored.steps.filter(({ workflowId }) => workflowId === workflow.id);
    const tasks = figures.tasks.filter((task) => steps.some((step) => isDoneIn(step, task)));
    const facts = {
      ...painOf(tasks, usualTrouble),
      delay: delayOf(steps, handOffs),
      steps: steps.length,
      stepsWithEvents: steps.filter((step) => tasks.some((task) => isDoneIn(step, task))).length,
      stepsWithKpi: steps.filter(({ kpiId }) => kpiId !== null).length,
      observed: observed.has(workflow.role.id),
    };
    return { workflowId: workflow.id, name: workflow.name, role: workflow.role, facts, score: scoreWorkflow(facts) };
  });
  const without = stored.roles.filter(({ id }) => !stored.workflows.some(({ role }) => role.id === id));
  const unmapped = without.flatMap((role): Candidate[] => {
    const tasks = figures.tasks.filter(({ roleId }) => roleId === role.id);
    if (tasks.length === 0) return [];
    const measured = {
      steps: tasks.length,
      stepsWithEvents: tasks.length,
      stepsWithKpi: 0,
      observed: observed.has(role.id),
    };
    const facts = { ...painOf(tasks, usualTrouble), delay: null, ...measured };
    return [{ workflowId: null, name: "No workflow mapped yet", role, facts, score: scoreWorkflow(facts) }];
  });
  return {
    period,
    people,
    minimum,
    told: toldOf(view.told, told),
    editing: may(viewer.roles, "work.edit"),
    candidates: [...mapped, ...unmapped].toSorted(
      (left, right) => right.score.score - left.score.score || right.score.pain - left.score.pain,
    ),
  };
}

const isDoneIn = (step: StoredStep, task: TaskFigures) =>
  task.taskId === step.taskId && (!step.task?.roleId || step.task.roleId === task.roleId);

function troubleOf(tasks: readonly TaskFigures[]): number | null {
  const sums = tasks.flatMap(({ signals: { wrong, escalated } }) => (wrong && escalated ? [{ wrong, escalated }] : []));
  const of = sums.reduce((sum, { wrong }) => sum + wrong.of, 0);
  return of === 0 ? null : sums.reduce((sum, { wrong, escalated }) => sum + wrong.count + escalated.count, 0) / of;
}

function painOf(tasks: readonly TaskFigures[], usualTrouble: number | null) {
  const rate = (of: (task: TaskFigures) => { count: number; of: number } | null) => {
    const known = tasks.flatMap((task) => of(task) ?? []);
    const jobs = known.reduce((sum, one) => sum + one.of, 0);
    return jobs === 0 ? null : known.reduce((sum, one) => sum + one.count, 0) / jobs;
  };
  const [assisted, escalated] = [rate(({ signals }) => signals.assisted), rate(({ signals }) => signals.escalated)];
  return {
    trouble: troubleOf(tasks),
    usualTrouble,
    dependency: assisted === null && escalated === null ? null : (assisted ?? 0) + (escalated ?? 0),
  };
}

/** Medians of cases between consecutive steps added up, what people stated where no case tells. */
function delayOf(steps: readonly StoredStep[], handOffs: readonly HandOff[]): WorkflowFacts["delay"] {
  const delays = steps.flatMap((step, at) => {
    const median = delayBetween(handOffs, step.taskId, steps[at + 1]?.taskId ?? null)?.median ?? null;
    if (median !== null) return [{ hours: median, stated: false }];
    return step.statedDelayHours === null ? [] : [{ hours: step.statedDelayHours, stated: true }];
  });
  if (delays.length === 0) return null;
  return { hours: delays.reduce((sum, { hours }) => sum + hours, 0), stated: delays.some(({ stated }) => stated) };
}

const readStored = query("work.read", async (tx, _: null, { orgId }) => {
  const { rows: workflows } = await tx.execute<Stored>(sql`
    select w.id, w.name, json_build_object('id', r.id, 'name', r.name) as role
    from workflows w join roles r on r.org_id = w.org_id and r.id = w.role_id where w.org_id = ${orgId} order by w.name`);
  const { rows: roles } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from roles where org_id = ${orgId} and retired_at is null order by name`);
  const { rows: seen } = await tx.execute<{ id: string }>(sql`
    select r.id from roles r where r.org_id = ${orgId} and exists (
      select from role_skills n join behaviours b on b.org_id = n.org_id and b.skill_id = n.skill_id
      join behaviour_months s on s.org_id = b.org_id and s.behaviour_id = b.id and s.ratings > 0
        and s.month >= (select max(month) from behaviour_months where org_id = ${orgId}) - interval '5 months'
      where n.org_id = r.org_id and n.role_id = r.id)`);
  return { workflows, roles, observed: seen.map(({ id }) => id), steps: await readSteps(tx, orgId, null) };
});
