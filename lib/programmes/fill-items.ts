import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { programmeItems } from "@/db/schema/programmes";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { meantBy } from "@/lib/skills/former-words";
import { lockProgramme } from "./own-programme";
import { fillItemsInput } from "./programme-input";

type Found = {
  kind: "task" | "scenario" | "independence";
  taskId: string | null;
  behaviourId: string | null;
  title: string;
};

/**
 * Turns the workflow and the taxonomy into items: a task for each task of its steps, a scenario for each behaviour those tasks call for, and a
 * checkpoint of doing it alone for each behaviour of the chain. What is there already stays as it is. Throws `not-found`.
 * @returns how many were added
 */
export const fillItems = command(
  "programme.edit",
  async (tx, raw: { initiativeId: string }, { orgId, userId }, trace): Promise<{ added: number }> => {
    const { initiativeId } = parseOrThrow(fillItemsInput, raw);
    const { workflowId } = await lockProgramme(tx, orgId, initiativeId);
    const { rows: found } = await tx.execute<Found>(called(orgId, { initiativeId, workflowId }));
    const { rows: known } = await tx.execute<{ name: string }>(sql`
      select concat_ws(' ', kind, coalesce(detail ->> 'taskId', '-'), coalesce(detail ->> 'behaviourId', '-')) as name
      from programme_items where org_id = ${orgId} and initiative_id = ${initiativeId}`);
    const names = new Set(known.map(({ name }) => name));
    const fresh = found.filter((one) => !names.has(`${one.kind} ${one.taskId ?? "-"} ${one.behaviourId ?? "-"}`));
    if (fresh.length > 0) {
      await tx.insert(programmeItems).values(
        fresh.map(({ kind, title, taskId, behaviourId }, at) => ({
          orgId,
          initiativeId,
          part: "days_31_60" as const,
          kind,
          title: title.slice(0, 300),
          detail: kind === "task" ? { taskId } : kind === "scenario" ? { taskId, behaviourId } : { behaviourId },
          position: known.length + at,
          createdBy: userId,
        })),
      );
    }
    trace.subject = initiativeId;
    trace.detail = { change: "items from workflow", added: fresh.length };
    return { added: fresh.length };
  },
);

const called = (
  orgId: string,
  { initiativeId, workflowId }: { initiativeId: string; workflowId: string | null },
): SQL => sql`
  with of_workflow as (
    select t.id, t.name, min(s.position) as place
    from workflow_steps s join ${carriedTasks(orgId)} t on t.was = s.task_id
    where s.org_id = ${orgId} and s.workflow_id = ${workflowId} group by 1, 2
  ),
  scenes as (
    select distinct on (t.id, b.id) t.id as task_id, t.place, b.id as behaviour_id, b.statement
    from of_workflow t
    join role_skills n on n.org_id = ${orgId} and n.task_id in (select c.was from ${carriedTasks(orgId)} c where c.id = t.id)
    join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id and b.retired_at is null
      and (not exists (select from need_behaviours x where x.org_id = ${orgId} and x.need_id = n.id)
        or exists (select from need_behaviours x where x.org_id = ${orgId} and x.need_id = n.id and x.behaviour_id = b.id))
  ),
  of_chain as (
    select distinct b.id, b.statement
    from initiatives i cross join jsonb_array_elements_text(coalesce(i.chain -> 'behaviours', '[]')) x (name)
    join (${meantBy(orgId, "behaviour")}) m using (name) join behaviours b on b.org_id = ${orgId} and b.id = m.id
    where i.org_id = ${orgId} and i.id = ${initiativeId}
  )
  select kind, "taskId", "behaviourId", title from (
    select 1 as rank, 'task' as kind, id as "taskId", null::uuid as "behaviourId", name as title, place from of_workflow
    union all
    select 2, 'scenario', task_id, behaviour_id, statement, place from scenes where behaviour_id in (select id from of_chain)
      or (select count(*) from scenes) <= 12
    union all
    select 3, 'independence', null, id, statement, 0 from of_chain
  ) all_of order by rank, place, title`;
