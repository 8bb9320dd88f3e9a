import "server-only";
import { sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/learning";
import { number, oneOf, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { listed } from "@/lib/intake/taxonomy/note-renamed";
import { takeCurrentWords } from "@/lib/intake/taxonomy/take-current-words";
import { ensureNamed } from "@/lib/intake/write/labels";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { reject, rejectRepeats } from "@/lib/intake/write/outcomes";

export const activitiesFile: FileDefinition = {
  kind: "activities",
  columns: [
    text("activity", { required: true, longest: 200, example: "refund-checklist" }),
    text("title", { example: "Refund checklist" }),
    text("format", { example: "checklist" }),
    oneOf("delivery", deliveries, { example: "in_flow" }),
    text("surface", { example: "chat" }),
    text("skill", { example: "Refund handling" }),
    text("behaviour", { longest: 1_000, example: "Checks the order before refunding" }),
    number("minutes", { from: 0, example: "2" }),
    text("owner"),
    text("version", { example: "1" }),
  ],
  merge: mergeActivities,
};

const columnsOfTable = {
  title: "title",
  format: "format",
  delivery: "delivery",
  surface: "surface",
  skill: "skill_id",
  behaviour: "behaviour_id",
  minutes: "minutes",
  owner: "owner",
  version: "version",
};

async function mergeActivities(merge: Merge): Promise<Counts> {
  const { tx, orgId, present } = merge;
  const repeats = await rejectRepeats(merge, ["activity"]);
  await takeCurrentWords(merge, "skill", "skill");
  await takeCurrentWords(merge, "behaviour", "behaviour");
  await reject(
    merge,
    sql`
    select line, 'behaviour', s.behaviour, 'No behaviour reads like this. Import skills.csv first' from staged s
    where s.behaviour is not null
      and not exists (select from behaviours b where b.org_id = ${orgId} and b.statement = s.behaviour)`,
  );
  await ensureNamed(merge, "skills", sql`select skill from staged`);
  await noteRetired(merge);
  await tx.execute(sql`create temp table activity_rows on commit drop as
    select s.activity as code, s.title, s.format, s.delivery, s.surface, k.id as skill_id, b.id as behaviour_id, s.minutes, s.owner, s.version
    from staged s
    left join skills k on k.org_id = ${orgId} and k.name = s.skill
    left join behaviours b on b.org_id = ${orgId} and b.statement = s.behaviour`);
  const values = Object.entries(columnsOfTable).flatMap(([column, name]) => (present.has(column) ? [name] : []));
  const counts = await mergeRows(merge, { table: "activities", source: "activity_rows", key: ["code"], values });
  merge.changedEverything = counts.corrected > 0;
  return { ...counts, unchanged: counts.unchanged + repeats };
}

/** A certificate of a skill that was taken out counts for nobody's role. */
async function noteRetired({ tx, orgId, notices }: Merge): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select k.name from skills k where k.org_id = ${orgId} and k.retired_at is not null and k.name in (select skill from staged) order by 1`);
  if (rows.length === 0) return;
  const named = listed(rows.map(({ name }) => name));
  notices.push(`Of skills that were taken out of the taxonomy, so that nobody's role needs them: ${named}`);
}
