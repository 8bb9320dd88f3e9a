import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ProficiencyRule } from "@/db/schema/taxonomy";
import type { TaskEvidence } from "./task-readiness";

/** How far back ratings and work speak of being ready today. */
const lookBack = { ratingDays: 180, workMonths: 3 } as const;

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
  const end = sql`(${asOf}::date + 1)::timestamp at time zone 'UTC'`;
  const share = (name: string, value = `o.${name}`) =>
    sql.raw(`json_build_object('yes', count(*) filter (where ${value}), 'known', count(${value})) as "${name}"`);
  // By the words of the levels, 3 is "alone": a level says it where the flag was left open.
  const seen = await tx.execute<Seen>(sql`
    with shown as (
      select distinct n.task_id, b.id as behaviour_id
      from role_skills n join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id and b.retired_at is null
      where n.org_id = ${orgId} and n.task_id = ${tasks} and (
        exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id and c.behaviour_id = b.id)
        or not exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id)
      )
    )
    select o.person_id as "personId", s.task_id as "taskId", count(*)::int as ratings,
      ${share("independent", "coalesce(o.independent, o.level >= 3)")}, ${share("accurate")}, ${share("consistent")},
      max((o.observed_at at time zone 'UTC')::date)::text as "lastSeen"
    from observations o join shown s on s.behaviour_id = o.behaviour_id
    where o.org_id = ${orgId} and o.person_id = ${people} and o.source <> 'self' and o.struck_at is null
      and o.observed_at >= ${end} - ${sql.raw(`interval '${lookBack.ratingDays} days'`)} and o.observed_at < ${end}
    group by 1, 2`);
  const worked = await tx.execute<Worked>(sql`
    select person_id as "personId", task_id as "taskId", date_trunc('month', completed_at at time zone 'UTC')::date::text as month,
      count(*)::int as jobs, count(outcome)::int as known, count(*) filter (where outcome = 'ok')::int as ok,
      count(*) filter (where outcome = 'error')::int as errors,
      count(assisted)::int as "assistedKnown", count(*) filter (where assisted)::int as assisted,
      coalesce(sum(quality), 0)::float8 as quality, count(quality)::int as "qualityKnown",
      max((completed_at at time zone 'UTC')::date)::text as last
    from work_events
    where org_id = ${orgId} and person_id = ${people} and task_id = ${tasks} and completed_at < ${end}
      and completed_at >= (date_trunc('month', ${asOf}::date) - ${sql.raw(`interval '${lookBack.workMonths - 1} months'`)}) at time zone 'UTC'
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

export const noEvidence = (): TaskEvidence => ({
  ratings: 0,
  independent: { yes: 0, known: 0 },
  accurate: { yes: 0, known: 0 },
  consistent: { yes: 0, known: 0 },
  months: [],
  quality: { sum: 0, known: 0 },
  lastSeen: null,
  lastWork: null,
});
