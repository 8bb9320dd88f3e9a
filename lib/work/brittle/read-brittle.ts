import "server-only";
import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { type Told, toldOf } from "@/lib/prepared/told";
import { query } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { readFriction } from "@/lib/work/friction/read-friction";
import { readHelp } from "@/lib/work/help/read-help";
import { type HandOffs, readHandOffs } from "@/lib/work/workflows/read-hand-offs";
import { type BrittleSpot, brittleSpots, type Sign, slowHandOffs } from "./brittle-spots";

type MappedIn = { id: string; name: string; owner: string | null };
export type Brittle = Pick<HandOffs, "period" | "people" | "minimum"> & {
  told: Told;
  /** `workflows` are those in which the task is a step, with who answers for them. */
  spots: (BrittleSpot & { workflows: MappedIn[] })[];
};

/** Where the operating model is brittle, for those who own the processes: from hand-offs, help requests, escalations and friction that returned. */
export async function readBrittle(viewer: Viewer): Promise<Brittle> {
  const [{ handOffs, period, people, minimum, told }, help, friction, workflows] = await Promise.all([
    readHandOffs(viewer),
    readHelp(viewer),
    readFriction(viewer, null),
    readOwners(viewer, null),
  ]);
  const asked = help.tasks.groups.flatMap(
    ({ id, name, role, restsOnFew, keepsComing, requests, again, askers }): Sign[] => {
      const where = { taskId: id, task: name, role };
      return [
        ...(restsOnFew ? [{ ...where, reason: { kind: "rests-on-few" as const, requests } }] : []),
        ...(keepsComing
          ? [{ ...where, reason: { kind: "keeps-coming" as const, requests, again: again / askers } }]
          : []),
      ];
    },
  );
  const escalated = friction.proposals
    .filter(({ kind }) => kind === "escalate")
    .map(
      ({ taskId, task, role, share, rest }): Sign => ({
        taskId,
        task,
        role,
        reason: { kind: "escalated", share, rest },
      }),
    );
  const process = friction.diagnosed
    .filter(({ diagnosis }) => diagnosis === "process")
    .map(({ key, task, role }): Sign => ({ taskId: key.split(" ")[1] ?? "", task, role, reason: { kind: "process" } }));
  const back = friction.points.flatMap(({ task, role, statement, recheck }): Sign[] =>
    task && (recheck?.verdict === "more" || recheck?.verdict === "as-before")
      ? [{ taskId: task.id, task: task.name, role: role.name, reason: { kind: "came-back", statement } }]
      : [],
  );
  const spots = brittleSpots([...slowHandOffs(handOffs), ...asked, ...escalated, ...process, ...back]);
  return {
    period,
    people,
    minimum,
    told: toldOf(told, help.told, friction.told),
    spots: spots.map((spot) => ({ ...spot, workflows: workflows.get(spot.taskId) ?? [] })),
  };
}

const readOwners = query("work.read", async (tx, _: null, { orgId }): Promise<Map<string, MappedIn[]>> => {
  const { rows } = await tx.execute<{ task: string; workflows: MappedIn[] }>(sql`
    select t.id as task, json_agg(distinct jsonb_build_object('id', w.id, 'name', w.name, 'owner', u.name)) as workflows
    from workflow_steps s
    join ${carriedTasks(orgId)} t on t.was = s.task_id
    join workflows w on w.org_id = s.org_id and w.id = s.workflow_id
    left join users u on u.org_id = w.org_id and u.id = w.owner_id
    where s.org_id = ${orgId} group by 1`);
  return new Map(rows.map(({ task, workflows }) => [task, workflows]));
});
