import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { reject } from "@/lib/intake/write/outcomes";
import { findCycles } from "./find-cycles";

/** Rows by which people would end up above themselves, given what the file says and what is known already. */
export async function rejectCycles(merge: Merge): Promise<void> {
  const { tx, orgId, difference } = merge;
  const { rows: known } = await tx.execute<{ id: string; manager: string | null }>(sql`
    select p.employee_id as id, m.employee_id as manager
    from (select distinct on (person_id) person_id, manager_id from current_places where org_id = ${orgId} order by person_id, as_of desc) c
    join people p on p.org_id = ${orgId} and p.id = c.person_id
    left join people m on m.org_id = ${orgId} and m.id = c.manager_id`);
  const { rows: told } = await tx.execute<{ id: string; manager: string | null }>(sql`
    select employee_id as id, manager_id as manager from staged`);
  const managers = new Map([...known, ...told].map(({ id, manager }) => [id, manager]));
  const cycles = findCycles(
    new Map([...managers].flatMap(([id, manager]) => (manager === null ? [] : [[id, manager]]))),
  );
  if (cycles.length === 0) return;

  difference.set(cycles.length === 1 ? "manager cycle" : "manager cycles", cycles.length);
  const members = cycles.flatMap((cycle) =>
    cycle.map((id, at) => ({
      id,
      circle: [...cycle.slice(at), ...cycle.slice(0, at), id].slice(0, 12).join(" under "),
    })),
  );
  await reject(
    merge,
    sql`
    select s.line, 'manager_id', s.manager_id, 'The reporting line goes in a circle: ' || c.circle
    from staged s join json_to_recordset(${JSON.stringify(members)}::json) c (id text, circle text) on c.id = s.employee_id`,
  );
}
