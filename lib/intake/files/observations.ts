import "server-only";
import { sql } from "drizzle-orm";
import { observationSources } from "@/db/schema/work";
import { moment, number, oneOf, text, yesNo } from "@/lib/intake/column";
import { mergeEvents } from "@/lib/intake/facts/merge-events";
import { readLevels } from "@/lib/intake/facts/read-levels";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { prepareNamed } from "@/lib/intake/write/labels";
import { reject } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";
import { formerWords } from "@/lib/skills/former-words";

export const observationsFile: FileDefinition = {
  kind: "observations",
  when: "observed_at",
  columns: [
    text("observation_id", { required: true, longest: 200, example: "ob-1" }),
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    text("behaviour", { required: true, longest: 1_000, example: "Checks the order before refunding" }),
    number("level", {
      required: true,
      example: "3",
      wants: "a level from 1 to 5, or a number on the scale the row names",
    }),
    oneOf("source", observationSources, { required: true, example: "manager" }),
    text("rater_id", { longest: 200, example: "E-1000" }),
    moment("observed_at", { required: true, example: "2025-03-31" }),
    yesNo("independent", { example: "true" }),
    yesNo("accurate", { example: "true" }),
    text("artefact", { longest: 2_000 }),
    yesNo("consistent", { late: true }),
    text("note", { longest: 4_000, late: true }),
    text("scale", { longest: 60, late: true }),
  ],
  check(cell) {
    const level = Number(cell("level"));
    if (cell("scale") !== null || (level >= 1 && level <= 5)) return null;
    return { column: "level", value: cell("level"), reason: "This should be a level from 1 to 5" };
  },
  merge: mergeObservations,
};

async function mergeObservations(merge: Merge): Promise<Counts> {
  const { tx, orgId, notices } = merge;
  await reject(
    merge,
    sql`
    select line, 'behaviour', s.behaviour, 'No behaviour reads like this. Import skills.csv first' from staged s
    where not exists (select from behaviours b where b.org_id = ${orgId} and b.statement = s.behaviour)
      and s.behaviour not in (select name from (${formerWords(orgId, "behaviour")}) f)`,
  );
  await readLevels(merge);
  await resolvePeople(merge);
  await prepareNamed(merge, { table: "behaviours", label: "statement", column: "behaviour" });
  await tx.execute(sql`
    insert into named select f.name, f.id from (${formerWords(orgId, "behaviour")}) f where f.name in (select behaviour from staged)`);
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from staged s where rater_id is not null and not exists (
      select from identities i where i.org_id = ${orgId} and i.kind = 'employee_id' and i.value = s.rater_id)`);
  if (rows[0]?.n) notices.push(`Ratings whose rater nobody is known by, taken without the rater: ${rows[0].n}`);
  await tx.execute(sql`create temp table versions_in_force on commit drop as
    select number, published_at as since, lead(published_at) over (order by number) as until
    from taxonomy_versions where org_id = ${orgId}`);
  return mergeEvents(merge, {
    table: "observations",
    columns: [
      "behaviour_id",
      "level",
      "source",
      "rater_id",
      "independent",
      "accurate",
      "artefact",
      "consistent",
      "note",
      "stated_level",
      "scale_id",
      "taxonomy_version",
    ],
    values: sql`b.id, coalesce(m.level, s.level), s.source, rater.person_id, s.independent, s.accurate, s.artefact, s.consistent, s.note,
      m.stated, m.scale_id, v.number`,
    joins: sql`
      join named b on b.name = s.behaviour
      left join mapped_levels m on m.scale = lower(s.scale) and m.stated = s.level
      left join versions_in_force v on v.since <= s.observed_at and (v.until is null or v.until > s.observed_at)
      left join identities rater on rater.org_id = ${orgId} and rater.kind = 'employee_id' and rater.value = s.rater_id`,
    refersTo: [{ table: "behaviours", ids: sql`select id from named` }],
  });
}
