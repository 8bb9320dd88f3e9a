import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isReleased } from "@/lib/access/released-answers";
import type { UnitOf } from "./by-unit";
import type { AnswerRow } from "./figures";

/** Answers to the survey that may be part of a figure, in an order that has nothing to do with time. */
export async function readAnswers(tx: Tx, orgId: string, surveyId: string): Promise<AnswerRow[]> {
  const { rows } = await tx.execute<AnswerRow>(sql`
    select response_id as "responseId", question_id as "questionId", class, score, answer as words, dimension from survey_answers
    where org_id = ${orgId} and survey_id = ${surveyId} and ${isReleased(orgId)}
    order by question_id collate "C", question collate "C", answer collate "C", class, response_id`);
  return rows;
}

/** Where those who answered worked that day, as far as their name is known: the unit below the top of the tree that holds theirs. */
export async function readUnits(tx: Tx, orgId: string, surveyId: string): Promise<UnitOf[]> {
  const { rows } = await tx.execute<UnitOf>(sql`
    with recursive up (unit_id, above, parent) as (
      select id, id, parent_id from business_units where org_id = ${orgId}
      union all select up.unit_id, b.id, b.parent_id from up join business_units b on b.org_id = ${orgId} and b.id = up.parent
    ), below_top as (
      select distinct on (up.unit_id) up.unit_id, b.id, b.name from up join business_units b on b.org_id = ${orgId} and b.id = up.above
      left join business_units p on p.org_id = ${orgId} and p.id = up.parent
      order by up.unit_id, (up.parent is null), (p.parent_id is not null)
    )
    select a."responseId", t.id as "unitId", t.name as unit from (
      select distinct response_id as "responseId", person_id, answered_on from survey_answers
      where org_id = ${orgId} and survey_id = ${surveyId} and ${isReleased(orgId)}
    ) a
    left join employments e on e.org_id = ${orgId} and e.person_id = a.person_id and e.starts_on <= a.answered_on
      and (e.ends_on is null or e.ends_on > a.answered_on)
    left join below_top t on t.unit_id = e.unit_id order by t.name, a."responseId"`);
  return rows;
}
