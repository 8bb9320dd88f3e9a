import { sql } from "drizzle-orm";
import { inTenant } from "@/lib/server/tenant-access";

/** The history of imports, the log and what only counts revisions: they go forward whatever is undone. */
const history = [
  "import_batches",
  "import_changes",
  "rejected_rows",
  "parked_rows",
  "audit_log",
  "organisations",
  "uploads",
  "taxonomy_versions",
];

/** A hash of every row per table of an organisation, in no order, so that two states can be compared. */
export async function tableHashes(orgId: string): Promise<Record<string, string>> {
  return inTenant(orgId, async (tx) => {
    const { rows: tables } = await tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
    const hashes: Record<string, string> = {};
    for (const { name } of tables) {
      if (history.includes(name)) continue;
      const { rows } = await tx.execute<{ hash: string }>(sql`
        select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as hash from ${sql.identifier(name)} t`);
      hashes[name] = rows[0]?.hash ?? "";
    }
    return hashes;
  });
}
