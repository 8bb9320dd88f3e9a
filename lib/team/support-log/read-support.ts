import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SupportKind } from "./support-words";

export type Support = {
  id: string;
  personId: string;
  person: string;
  kind: SupportKind;
  doneOn: string;
  skill: string | null;
  note: string | null;
  by: string | null;
  loggedBy: string;
};

/** Manager actions of the last year that meet a condition on `m` (manager_actions), newest first. */
export async function readSupport(tx: Tx, orgId: string, which: SQL): Promise<Support[]> {
  const { rows } = await tx.execute<Support>(sql`
    select m.id, m.person_id as "personId", coalesce(h.name, h.employee_id) as person, m.kind, m.done_on::text as "doneOn",
      s.name as skill, m.note, u.name as by, m.logged_by as "loggedBy"
    from manager_actions m
    join people h on h.org_id = ${orgId} and h.id = m.person_id
    left join skills s on s.org_id = ${orgId} and s.id = m.skill_id
    left join users u on u.org_id = ${orgId} and u.id = m.logged_by
    where m.org_id = ${orgId} and m.done_on > current_date - 365 and ${which}
    order by m.done_on desc, m.created_at desc, m.id limit 500`);
  return rows;
}
