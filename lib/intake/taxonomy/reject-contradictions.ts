import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { reject } from "@/lib/intake/write/outcomes";
import { rowOwners } from "./row-owners";

/** A task is in many rows and has one impact: a row that says otherwise than an earlier one is rejected, and the line is named. */
export async function rejectContradictions(merge: Merge): Promise<void> {
  for (const { column, owner, of } of rowOwners.filter(({ column: name }) => merge.present.has(name))) {
    const said = sql.identifier(column);
    const owners = sql.join(
      owner.map((name) => sql.identifier(name)),
      sql`, `,
    );
    const last = sql.identifier(owner.at(-1) ?? "");
    await reject(
      merge,
      sql`
      select line, ${column}, said, 'Line ' || first_line || ' says ' || first_said || ' of the same ' || ${of}::text
      from (
        select line, ${said}::text as said, first_value(line) over w as first_line, first_value(${said}::text) over w as first_said
        from staged where ${said} is not null and ${last} is not null window w as (partition by ${owners} order by line)
      ) told where said <> first_said`,
    );
  }
}
