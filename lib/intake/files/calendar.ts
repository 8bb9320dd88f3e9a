import "server-only";
import { sql } from "drizzle-orm";
import { calendarKinds } from "@/db/schema/calendar";
import { date, oneOf, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { reject, rejectRepeats } from "@/lib/intake/write/outcomes";
import { unitPath } from "./unit-path";

export const calendarFile: FileDefinition = {
  kind: "calendar",
  when: "from",
  columns: [
    text("event", { required: true, longest: 200, example: "Operations merged with Logistics" }),
    oneOf("kind", calendarKinds, { required: true, example: "reorganisation" }),
    date("from", { required: true, example: "2025-05-01" }),
    date("to", { example: "2025-06-30" }),
    unitPath("unit", { example: "Company / Operations" }),
    text("site", { example: "Lyon" }),
    text("note", { longest: 2_000, example: "Teams of both kept their managers" }),
  ],
  check(cell) {
    const [from, to] = [cell("from"), cell("to")];
    if (from && to && to < from) return { column: "to", value: to, reason: `It ends before it begins on ${from}` };
    if (cell("kind") === "none" && !to) {
      return { column: "to", value: null, reason: "Say until when nothing else happened" };
    }
    return null;
  },
  merge: mergeCalendar,
};

/**
 * An event is its name, its first day and where it was; the same again with another kind, end or note is a correction. A unit or site nobody
 * has named is a slip: an event that touches nobody would explain nothing.
 */
async function mergeCalendar(merge: Merge): Promise<Counts> {
  const { tx, orgId, present } = merge;
  const repeats = await rejectRepeats(merge, ["event", "from", "unit", "site"], { nullIsValue: true });
  await reject(
    merge,
    sql`
    select line, 'unit', s.unit, 'No business unit is called this. Import people.csv first' from staged s
    where s.unit is not null and not exists (select from business_units u where u.org_id = ${orgId} and u.path = s.unit)`,
  );
  await reject(
    merge,
    sql`
    select line, 'site', s.site, 'No site is called this. Import people.csv first' from staged s
    where s.site is not null and not exists (select from sites t where t.org_id = ${orgId} and t.name = s.site)`,
  );
  await tx.execute(sql`create temp table calendar_rows on commit drop as
    select s.event as name, s.kind, s."from" as starts_on, s."to" as ends_on, u.id as unit_id, t.id as site_id, s.note
    from staged s
    left join business_units u on u.org_id = ${orgId} and u.path = s.unit
    left join sites t on t.org_id = ${orgId} and t.name = s.site`);
  const optional = [
    ["to", "ends_on"],
    ["note", "note"],
  ] as const;
  const counts = await mergeRows(merge, {
    table: "calendar_events",
    source: "calendar_rows",
    key: ["name", "starts_on"],
    nullableKey: ["unit_id", "site_id"],
    values: ["kind", ...optional.flatMap(([column, name]) => (present.has(column) ? [name] : []))],
    isFact: true,
  });
  return { ...counts, unchanged: counts.unchanged + repeats };
}
