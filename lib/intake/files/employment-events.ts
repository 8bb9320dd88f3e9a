import "server-only";
import { sql } from "drizzle-orm";
import { employmentEventKinds } from "@/db/schema/people";
import { date, oneOf, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { ensureNamed, ensureUnits } from "@/lib/intake/write/labels";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";
import { transferDimension } from "@/lib/people/employment-claims";
import { readDirectory } from "@/lib/people/read-directory";
import { rebuildEmployments } from "@/lib/people/rebuild-employments";
import { formerWords } from "@/lib/skills/former-words";

export const employmentEventsFile: FileDefinition = {
  kind: "employment_events",
  when: "date",
  columns: [
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    date("date", { required: true, example: "2025-01-01" }),
    oneOf("event", employmentEventKinds, { required: true, example: "promotion" }),
    text("from", { example: "Customer service representative" }),
    text("to", { example: "Team lead" }),
  ],
  merge: mergeEmploymentEvents,
};

async function mergeEmploymentEvents(merge: Merge): Promise<Counts> {
  const { tx, orgId } = merge;
  await resolvePeople(merge);
  const repeats = await rejectRepeats(merge, ["employee_id", "date", "event"]);
  await tx.execute(sql`create temp table job_events on commit drop as
    select p.person_id, s.date as occurred_on, s.event, s."from" as from_value, s."to" as to_value
    from staged s join persons p on p.name = s.employee_id`);
  const same = await tx.execute(sql`
    delete from job_events s using employment_events t
    where t.org_id = ${orgId} and t.person_id = s.person_id and t.occurred_on = s.occurred_on and t.event = s.event
      and row(t.from_value, t.to_value) is not distinct from row(s.from_value, s.to_value)`);
  await ensureLabels(merge);
  const counts = await mergeRows(merge, {
    table: "employment_events",
    source: "job_events",
    key: ["person_id", "occurred_on", "event"],
    values: ["from_value", "to_value"],
    isFact: true,
  });
  await rebuildEmployments(tx, orgId, sql`select person_id from job_events`);
  await tx.execute(sql`insert into touched (person_id, month) select distinct person_id, null::date from job_events`);
  return { ...counts, unchanged: counts.unchanged + repeats + (same.rowCount ?? 0) };
}

async function ensureLabels(merge: Merge): Promise<void> {
  const { tx, orgId, notices } = merge;
  await ensureNamed(
    merge,
    "roles",
    sql`
    select r.name from job_events, lateral (values (from_value), (to_value)) r (name)
    where (event in ('promotion', 'lateral_move', 'demotion') or (event = 'hire' and r.name = to_value))
      and r.name not in (select f.name from (${formerWords(orgId, "role")}) f)`,
  );
  await ensureUnits(
    merge,
    sql`
    select u.path from job_events, lateral (values (from_value), (to_value)) u (path)
    where event = 'transfer' and u.path like '% / %'`,
  );
  const directory = await readDirectory(tx, orgId);
  const { rows } = await tx.execute<{ from_value: string | null; to_value: string | null }>(sql`
    select distinct from_value, to_value from job_events where event = 'transfer'`);
  const lost = rows.filter((row) => !transferDimension(row.from_value, row.to_value, directory));
  if (lost.length === 0) return;
  const names = lost
    .slice(0, 5)
    .map((row) => row.to_value ?? row.from_value ?? "nowhere")
    .join(", ");
  notices.push(`Transfers whose values name no unit, site or team we know are kept, but move nobody: ${names}`);
}
