import "server-only";
import { sql } from "drizzle-orm";
import { answerClasses, answerDimensions, instruments } from "@/db/schema/work";
import { date, level, oneOf, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { countStaged } from "@/lib/intake/write/insert-all";
import { resolvePeople } from "@/lib/intake/write/resolve-people";

export const surveysFile: FileDefinition = {
  kind: "surveys",
  when: "date",
  columns: [
    text("employee_id", { longest: 200, example: "E-1001" }),
    date("date", { required: true, example: "2025-03-31" }),
    oneOf("instrument", instruments, { example: "pulse" }),
    text("initiative", { longest: 200, example: "refund-handling" }),
    text("question", { longest: 2_000, example: "Was the checklist of use?" }),
    text("answer", { longest: 20_000, example: "Yes, twice this week" }),
    oneOf("class", answerClasses, { example: "helpful" }),
    oneOf("dimension", answerDimensions, { late: true, example: "support" }),
    level("score", { late: true, example: "4" }),
  ],
  merge: mergeSurveys,
};

/**
 * Answers have no id of their own, and two anonymous people may well answer alike. So an answer is its content and how many like it
 * stand before it in the file: the same file again adds nothing, and a longer one only what is new.
 */
async function mergeSurveys(merge: Merge): Promise<Counts> {
  const { tx, orgId, batchId, initiativeCode } = merge;
  await resolvePeople(merge);
  const rows = await countStaged(tx);
  const { rowCount } = await tx.execute(sql`
    insert into survey_answers (org_id, id, person_id, answered_on, instrument, initiative_code, question, answer, class, dimension, score, batch_id)
    select ${orgId}::uuid, md5(concat_ws('|', x.digest, x.employee_id, x.code, x.n))::uuid, p.person_id, x.date, x.instrument, x.code,
      x.question, x.answer, x.class, x.dimension, x.score, ${batchId}::uuid
    from (
      select s.*, c.code, row_number() over (partition by s.digest, s.employee_id, c.code order by s.line) as n
      from staged s cross join lateral (select coalesce(s.initiative, ${initiativeCode})) c (code)
    ) x left join persons p on p.name = x.employee_id
    on conflict do nothing`);
  const added = rowCount ?? 0;
  return { added, corrected: 0, unchanged: rows - added };
}
