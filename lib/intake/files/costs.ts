import "server-only";
import { sql } from "drizzle-orm";
import { costKinds, recurrences } from "@/db/schema/costs";
import { date, number, oneOf, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { reject, rejectRepeats } from "@/lib/intake/write/outcomes";

export const costsFile: FileDefinition = {
  kind: "costs",
  when: "date",
  columns: [
    text("initiative", { required: true, longest: 500, example: "refund-handling" }),
    text("item", { required: true, example: "Checklist written and reviewed" }),
    oneOf("kind", costKinds, { example: "content" }),
    number("amount", { required: true, example: "4800" }),
    text("currency", { longest: 3, example: "EUR" }),
    date("date", { example: "2025-02-01" }),
    number("hours", { from: 0 }),
    oneOf("recurrence", recurrences, { late: true, example: "one_off" }),
    date("ends_on", { late: true }),
  ],
  merge: mergeCosts,
};

/** A cost names its initiative by code or title; what came with a study.json and names neither belongs to that study. */
async function mergeCosts(merge: Merge): Promise<Counts> {
  const { tx, orgId, initiativeCode } = merge;
  await tx.execute(sql`create temp table cost_initiatives on commit drop as
    select n.name, coalesce(
      (select id from initiatives i where i.org_id = ${orgId} and i.code = n.name),
      (select id from initiatives i where i.org_id = ${orgId} and i.title = n.name limit 1),
      (select id from initiatives i where i.org_id = ${orgId} and i.code = ${initiativeCode})) as initiative_id
    from (select distinct initiative as name from staged) n`);
  await reject(
    merge,
    sql`
    select s.line, 'initiative', s.initiative, 'No initiative is called this' from staged s
    join cost_initiatives c on c.name = s.initiative and c.initiative_id is null`,
  );
  await tx.execute(
    sql`update staged s set initiative = c.initiative_id::text from cost_initiatives c where c.name = s.initiative`,
  );
  await reject(
    merge,
    sql`
    select s.line, 'ends_on', s.ends_on::text, 'It ends before it begins' from staged s where s.ends_on < s.date`,
  );
  await reject(
    merge,
    sql`
    select s.line, 'ends_on', s.ends_on::text, 'What is paid once has no end: say monthly or yearly in recurrence' from staged s
    where s.ends_on is not null and coalesce(s.recurrence, 'one_off') = 'one_off'`,
  );
  const repeats = await rejectRepeats(merge, ["item", "initiative", "kind", "date"], { nullIsValue: true });
  await tx.execute(sql`create temp table cost_rows on commit drop as
    select initiative::uuid as initiative_id, item, kind, date as spent_on, amount, currency, hours,
      coalesce(recurrence, 'one_off') as recurrence, ends_on from staged`);
  const counts = await mergeRows(merge, {
    table: "costs",
    source: "cost_rows",
    key: ["initiative_id", "item"],
    nullableKey: ["kind", "spent_on"],
    values: ["amount", "currency", "hours", "recurrence", "ends_on"],
    isFact: true,
  });
  return { ...counts, unchanged: counts.unchanged + repeats };
}
