import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isReleased } from "@/lib/access/released-answers";
import type { Plan } from "@/lib/evaluation/plan";
import { complexTasks } from "@/lib/metrics/complex-tasks";
import type { Evidence } from "./evidence-sql";
import type { Survey, Traces } from "./ladder";

/** Use as `evaluation_learning` has it, among the treated: reach, repeated use before one complex task within a month, sharing. */
export async function readTraces(tx: Tx, plan: Plan, evidence: Evidence): Promise<Traces | null> {
  if (evidence.activities.length === 0) return null;
  const { rows } = await tx.execute<Traces>(sql`
    with complex as materialized (${complexTasks(plan.orgId)}),
    own as (select * from evaluation_learning where arm = 'treated')
    select (select count(*)::int from evaluation_members where arm = 'treated') as treated,
      count(distinct n)::int as users, count(distinct n) filter (where verb = 'shared')::int as shared,
      (
        select count(distinct n)::int from (
          select n from own join complex on task_id = before_task_id
          group by n, task, date_trunc('month', day) having count(*) > 1
        ) often
      ) as repeated
    from own`);
  return rows[0] ?? null;
}

/**
 * How people judged the initiative: the latest classed answer of each person; anonymous ones count one each, and what was sent together is one:
 * the question about no dimension, else the first one. Answers given in the app count once their wave may be shown.
 */
export async function readSurvey(tx: Tx, plan: Plan): Promise<Survey> {
  const { rows } = await tx.execute<Survey>(sql`
    select count(*) filter (where class = 'helpful')::int as helpful, count(*) filter (where class = 'distracting')::int as distracting,
      count(*) filter (where class = 'irrelevant')::int as irrelevant
    from (
      select distinct on (coalesce(person_id, response_id, id)) class from survey_answers
      where org_id = ${plan.orgId} and class is not null and ${isReleased(plan.orgId)}
        and initiative_code = (select code from initiatives where org_id = ${plan.orgId} and id = ${plan.peopleOf})
      order by coalesce(person_id, response_id, id), answered_on desc, dimension is not null, question_id collate "C", question collate "C",
        answer collate "C", class
    ) latest`);
  return rows[0] ?? { helpful: 0, distracting: 0, irrelevant: 0 };
}
