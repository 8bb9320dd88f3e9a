import "server-only";
import { sql } from "drizzle-orm";
import { text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { insertLogged } from "@/lib/intake/write/log-changes";
import { reject, rejectRepeats } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";

export const accountsFile: FileDefinition = {
  kind: "accounts",
  columns: [
    text("account", { required: true, longest: 200, example: "aexample-crm" }),
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
  ],
  merge: mergeAccounts,
};

/** What other systems call somebody. An account names one person for good: rows it has brought in are theirs. */
async function mergeAccounts(merge: Merge): Promise<Counts> {
  const { tx, orgId, batchId } = merge;
  await resolvePeople(merge);
  const repeats = await rejectRepeats(merge, ["account"], { subject: sql`employee_id` });
  await reject(
    merge,
    sql`
    select s.line, 'account', s.account, case i.kind
        when 'account' then 'This account is ' || h.employee_id || ' already. Undo that import first'
        else 'This is the ' || case i.kind when 'email' then 'e-mail address' else 'employee id' end || ' of ' || h.employee_id end
    from staged s
    join persons p on p.name = s.employee_id
    join lateral (
      select * from identities i
      where i.org_id = ${orgId} and (i.kind, i.value) in (('employee_id', s.account), ('email', lower(s.account)), ('account', s.account))
        and i.person_id <> p.person_id
      order by i.kind limit 1
    ) i on true
    join people h on h.org_id = ${orgId} and h.id = i.person_id`,
  );
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from staged`);
  const added = await insertLogged(
    merge,
    "identities",
    sql`
    insert into identities (org_id, kind, value, person_id, batch_id)
    select ${orgId}::uuid, 'account', s.account, p.person_id, ${batchId}::uuid
    from staged s join persons p on p.name = s.employee_id
    on conflict do nothing`,
  );
  return { added, corrected: 0, unchanged: (rows[0]?.n ?? 0) - added + repeats };
}
