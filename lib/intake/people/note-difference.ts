import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";

/** What the file changes, in words a person understands. Needs `incoming` and `places`. */
export async function noteDifference({ tx, difference }: Merge): Promise<void> {
  const { rows } = await tx.execute<Record<string, number>>(sql`
    select count(*) filter (where i.is_new)::int as "new",
      count(*) filter (where not i.is_new and i.old_exit is null and i.exit_date is not null)::int as "leave",
      count(*) filter (where is_known and p.unit_id is distinct from p.old_unit)::int as "change unit",
      count(*) filter (where is_known and p.site_id is distinct from p.old_site)::int as "change site",
      count(*) filter (where is_known and p.team_id is distinct from p.old_team)::int as "change team",
      count(*) filter (where is_known and p.role_id is distinct from p.old_role)::int as "change role",
      count(*) filter (where is_known and p.manager_id is distinct from p.old_manager)::int as "change manager"
    from incoming i join places p on p.person_id = i.id`);
  for (const [label, count] of Object.entries(rows[0] ?? {})) if (count > 0) difference.set(label, count);
}
