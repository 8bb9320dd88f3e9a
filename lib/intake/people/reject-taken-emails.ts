import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { reject } from "@/lib/intake/write/outcomes";

/** One address names one person. */
export async function rejectTakenEmails(merge: Merge): Promise<void> {
  await reject(
    merge,
    sql`
    select s.line, 'email', s.email, 'This address belongs to ' || p.employee_id || ' already'
    from staged s
    join identities i on i.org_id = ${merge.orgId} and i.kind = 'email' and i.value = lower(s.email)
    join people p on p.org_id = ${merge.orgId} and p.id = i.person_id and p.employee_id <> s.employee_id`,
  );
  await reject(
    merge,
    sql`
    select line, 'email', email, 'Line ' || first_line || ' gives this address to ' || first_id
    from (
      select line, email, first_value(line) over w as first_line, first_value(employee_id) over w as first_id, row_number() over w as n
      from staged where email is not null window w as (partition by lower(email) order by line)
    ) ranked where n > 1`,
  );
}
