import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isReleased, lastCounted } from "@/lib/access/released-answers";
import { readUnitBounds, type UnitBounds } from "@/lib/access/unit-bounds";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { query } from "@/lib/server/tenant-access";
import type { AnswerRow } from "@/lib/surveys/results/figures";
import { type Summary, summarise } from "@/lib/surveys/results/summarise";

export type Experience = {
  minimum: number;
  dimensions: Summary["dimensions"];
  /** The days the answers were given on; null where there is none. */
  span: { from: string; to: string } | null;
};

/**
 * How learning, growth and support are experienced: every answer that names one of them, in the twelve months before the latest. A person is one
 * voice; where a name is not known, what was sent together is one. Who serves units is told of the surveys that ask these alone, whole. The answers
 * themselves never leave this read.
 */
export const readExperience = query("survey.read", async (tx, _: null, viewer): Promise<Experience> => {
  const { orgId } = viewer;
  const minimum = await readMinimumGroup(tx, orgId);
  const { rows } = await tx.execute<AnswerRow & { day: string }>(sql`
    with named as materialized (
      select *, ${lastCounted} as last_counted from survey_answers where org_id = ${orgId} and dimension is not null and (class is not null or score is not null)
        and ${isReleased(orgId)} and ${ofUnits(orgId, await readUnitBounds(tx, viewer, "survey.edit"))}
    )
    select coalesce(person_id, response_id, id) as "responseId", coalesce(question_id, '') as "questionId", class, score, null as words, dimension,
      answered_on::text as day
    from named where last_counted > (select max(answered_on) from named) - interval '12 months'
    order by answered_on desc, question_id collate "C", question collate "C", class, score`);
  const days = rows.map(({ day }) => day).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return { minimum, dimensions: summarise([], rows, minimum).dimensions, span: from && to ? { from, to } : null };
});

/** Answers to surveys of these units; of everybody's, those of files as well. */
const ofUnits = (orgId: string, { sees, edits }: UnitBounds): SQL =>
  sees === "all" || edits === "all"
    ? sql`true`
    : sql`survey_id in (select s.id from surveys s where s.org_id = ${orgId} and s.unit_id = any(${sql.param([...edits])}::uuid[]))`;
