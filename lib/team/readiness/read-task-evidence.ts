import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ProficiencyRule } from "@/db/schema/taxonomy";
import { carriedTasks, sameTasks } from "@/lib/skills/carried-tasks";
import { doneAlone, isRatedLately, isWorkedLately, shownBehaviours } from "./evidence-sql";
import { noEvidence, type TaskEvidence } from "./task-readiness";

export type CriticalTask = {
  taskId: string;
  task: string;
  roleId: string;
  role: string;
  /** Marked as critical (or needing a critical skill); else, where a role has none marked, the tasks of the highest impact. */
  basis: "marked" | "impact";
  rule: ProficiencyRule | null;
};

/** Tasks that the people of these roles must be able to do alone. */
export async function readCriticalTasks(tx: Tx, orgId: string, roleIds: readonly string[]): Promise<CriticalTask[]> {
  const { rows } = await tx.execute<CriticalTask>(sql`
    with own as (
      select t.id, t.name, t.role_id, t.position, t.impact,
        t.critical or exists (
          select from role_skills n where n.org_id = ${orgId} and n.task_id = t.id and n.critical
        ) as marked
      from tasks t
      where t.org_id = ${orgId} and t.role_id = any(${sql.param([...roleIds])}::uuid[]) and t.retired_at is null
    ), chosen as (
      select *, bool_or(marked) over (partition by role_id) as any_marked from own
    )
    select c.id as "taskId", c.name as task, c.role_id as "roleId", r.name as role,
      case when marked then 'marked' else 'impact' end as basis, r.proficiency as rule
    from chosen c join roles r on r.org_id = ${orgId} and r.id = c.role_id
    where marked or (not any_marked and c.impact >= 4)
    order by r.name, c.impact desc nulls last, c.position, c.name`);
  return rows;
}

type Seen = { personId: string; taskId: string } & Pick<
  TaskEvidence,
  "ratings" | "independent" | "accurate" | "consistent" | "lastSeen"
>;
type Worked = {
  personId: string;
  taskId: string;
  quality: number;
  qualityKnown: number;
  last: string;
} & TaskEvidence["months"][number];

export const evidenceKey = (personId: string, taskId: string): string => `${personId} ${taskId}`;

/** Evidence of people at tasks, by `evidenceKey`; pairs nothing speaks of have none. `asOf` is the last day that counts ("YYYY-MM-DD"). */
export async function readTaskEvidence(
  tx: Tx,
  orgId: string,
  { personIds, taskIds, asOf }: { personIds: readonly string[]; taskIds: readonly string[]; asOf: string },
): Promise<Map<string, TaskEvidence>> {
  const found = new Map<string, TaskEvidence>();
  if (personIds.length === 0 || taskIds.length === 0) return found;
  const people = sql`any(${sql.param([...personIds])}::uuid[])`;
  const tasks = sql`any(${sql.param([...taskIds])}::uuid[])`;
  const share = (name: string, value = `o.${name}`) =>
    sql.raw(`json_build_object('yes', count(*) filter (where ${value}), 'known', count(${value})) as "${name}"`);
  const seen = await tx.execute<Seen>(sql`
    with shown as (${shownBehaviours(orgId, tasks)})
    select o.person_id as "personId", s.task_id as "taskId", count(*)::int as ratings,
      ${share("independent", doneAlone)}, ${share("accurate")}, ${share("consistent")},
      max((o.observed_at at time zone 'UTC')::date)::text as "lastSeen"
    from observations o join shown s on s.behaviour_id = o.behaviour_id
    where o.org_id = ${orgId} and o.person_id = ${people} and o.source <> 'self' and o.struck_at is null
      and ${isRatedLately("o.observed_at", asOf)}
    group by 1, 2`);
  const worked = await tx.execute<Worked>(sql`
    select person_id as "personId", t.id as "taskId", date_trunc('month', completed_at at time zone 'UTC')::date::text as month,
      count(*)::int as jobs, count(outcome)::int as known, count(*) filter (where outcome = 'ok')::int as ok,
      count(*) filter (where outcome = 'error')::int as errors,
      count(assisted)::int as "assistedKnown", count(*) filter (where assisted)::int as assisted,
      coalesce(sum(quality), 0)::float8 as quality, count(quality)::int as "qualityKnown",
      max((completed_at at time zone 'UTC')::date)::text as last
    from work_events e join ${carriedTasks(orgId)} t on t.was = e.task_id
    where org_id = ${orgId} and person_id = ${people} and task_id = ${sameTasks(orgId, taskIds)}
      and ${isWorkedLately(orgId, "completed_at", asOf)}
    group by 1, 2, 3 order by 3`);
  const of = (personId: string, taskId: string): TaskEvidence => {
    const key = evidenceKey(personId, taskId);
    const known = found.get(key) ?? noEvidence();
    found.set(key, known);
    return known;
  };
  for (const { personId, taskId, ...row } of seen.rows) Object.assign(of(personId, taskId), row);
  for (const { personId, taskId, quality, qualityKnown, last, ...month } of worked.rows) {
    const evidence = of(personId, taskId);
    evidence.months.push(month);
    evidence.quality = { sum: evidence.quality.sum + quality, known: evidence.quality.known + qualityKnown };
    evidence.lastWork = evidence.lastWork && evidence.lastWork > last ? evidence.lastWork : last;
  }
  return found;
}
