import "server-only";
import { competence } from "@/lib/metrics/competence";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import { readAsOf } from "./as-of";
import type { Depth } from "./depth";
import type { LinePerson } from "./line";
import { readStandings } from "./person/read-standings";
import { readChosenLine } from "./read-chosen-line";
import { type FragileSkill, fragileSkills } from "./readiness/fragile-skills";
import { type CriticalTask, evidenceKey, readCriticalTasks, readTaskEvidence } from "./readiness/read-task-evidence";
import { noEvidence, type Readiness, type TaskEvidence, taskReadiness } from "./readiness/task-readiness";

export type ReadyCell = Readiness & { personId: string; evidence: TaskEvidence };

/** A critical task and everybody of the team whose role has it. */
export type ReadyTask = CriticalTask & {
  cells: ReadyCell[];
  alone: number;
  /** Of the team's work on it; null where nothing is known. */
  quality: number | null;
  errorRate: number | null;
  assistedShare: number | null;
  jobs: number;
};

export type TeamReady = {
  people: LinePerson[];
  line: number;
  tasks: ReadyTask[];
  fragile: FragileSkill[];
  asOf: string | null;
};

/** Who can do which critical task alone, and which skills rest on too few people. As `readWeek` for depth, traces and null. */
export const readReady = query("team.read", async (tx, depth: Depth, viewer): Promise<TeamReady | null> => {
  const chosen = await readChosenLine(tx, viewer, depth);
  if (!chosen) return null;
  const { orgId } = viewer;
  const { size, people, ids } = chosen;
  const asOf = await readAsOf(tx, orgId);
  const roles = [...new Set(people.flatMap(({ roleId }) => roleId ?? []))];
  const tasks = await readCriticalTasks(tx, orgId, roles);
  const taskIds = tasks.map(({ taskId }) => taskId);
  const evidence = asOf ? await readTaskEvidence(tx, orgId, { personIds: ids, taskIds, asOf }) : new Map();
  const standings = await readStandings(tx, orgId, ids);
  await leaveTraces(tx, viewer, "person.read", ids, { page: "team/ready" });
  return {
    people,
    line: size,
    tasks: tasks.map((task) => tasked(task, people, evidence)),
    fragile: fragileSkills(
      people.map(({ personId, name }) => ({ personId, name, standings: standings.get(personId) ?? [] })),
    ),
    asOf,
  };
});

function tasked(
  task: CriticalTask,
  people: readonly LinePerson[],
  evidence: ReadonlyMap<string, TaskEvidence>,
): ReadyTask {
  const cells = people
    .filter(({ roleId }) => roleId === task.roleId)
    .map(({ personId }): ReadyCell => {
      const found = evidence.get(evidenceKey(personId, task.taskId)) ?? noEvidence();
      return { personId, evidence: found, ...taskReadiness(found, task.rule ?? competence) };
    });
  const months = cells.flatMap((cell) => cell.evidence.months);
  const sum = (name: "jobs" | "known" | "errors" | "assistedKnown" | "assisted") =>
    months.reduce((total, month) => total + month[name], 0);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const scored = cells.reduce(
    (total, { evidence: { quality } }) => ({ sum: total.sum + quality.sum, known: total.known + quality.known }),
    { sum: 0, known: 0 },
  );
  return {
    ...task,
    cells,
    alone: cells.filter(({ state }) => state === "alone").length,
    quality: share(scored.sum, scored.known),
    errorRate: share(sum("errors"), sum("known")),
    assistedShare: share(sum("assisted"), sum("assistedKnown")),
    jobs: sum("jobs"),
  };
}
