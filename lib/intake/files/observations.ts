import "server-only";
import { sql } from "drizzle-orm";
import { observationSources } from "@/db/schema/work";
import { level, moment, oneOf, text, yesNo } from "@/lib/intake/column";
import { mergeEvents } from "@/lib/intake/facts/merge-events";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { prepareNamed } from "@/lib/intake/write/labels";
import { reject } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";

export const observationsFile: FileDefinition = {
  kind: "observations",
  when: "observed_at",
  columns: [
    text("observation_id", { required: true, longest: 200, example: "ob-1" }),
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    text("behaviour", { required: true, longest: 1_000, example: "Checks the order before refunding" }),
    level("level", { required: true, example: "3" }),
    oneOf("source", observationSources, { required: true, example: "manager" }),
    text("rater_id", { longest: 200, example: "E-1000" }),
    moment("observed_at", { required: true, example: "2025-03-31" }),
    yesNo("independent", { example: "true" }),
    yesNo("accurate", { example: "true" }),
    text("artefact", { longest: 2_000 }),
  ],
  merge: mergeObservations,
};

async function mergeObservations(merge: Merge): Promise<Counts> {
  const { tx, orgId, notices } = merge;
  await reject(
    merge,
    sql`
    select line, 'behaviour', s.behaviour, 'No behaviour reads like this. Import skills.csv first' from staged s
    where not exists (select from behaviours b where b.org_id = ${orgId} and b.statement = s.behaviour)`,
  );
  await resolvePeople(merge);
  await prepareNamed(merge, { table: "behaviours", label: "statement", column: "behaviour" });
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from staged s where rater_id is not null and not exists (
      select from identities i where i.org_id = ${orgId} and i.kind = 'employee_id' and i.value = s.rater_id)`);
  if (rows[0]?.n) notices.push(`Ratings whose rater nobody is known by, taken without the rater: ${rows[0].n}`);
  return mergeEvents(merge, {
    table: "observations",
    columns: ["behaviour_id", "level", "source", "rater_id", "independent", "accurate", "artefact"],
    values: sql`b.id, s.level, s.source, rater.person_id, s.independent, s.accurate, s.artefact`,
    joins: sql`
      join named b on b.name = s.behaviour
      left join identities rater on rater.org_id = ${orgId} and rater.kind = 'employee_id' and rater.value = s.rater_id`,
    refersTo: [{ table: "behaviours", ids: sql`select id from named` }],
  });
}
