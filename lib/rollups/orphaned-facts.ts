import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { factReferences } from "@/db/schema/fact-references";

/** Facts that point to somebody or something that is not there: `(table, row)`. Facts have no foreign keys, so this looks. */
export function orphanedFacts(orgId: string): SQL {
  const looks = Object.entries(factReferences).flatMap(([table, references]) =>
    Object.entries(references).map(
      ([column, referenced]) => sql`
        (select ${`${table}.${column}`}::text as "table", to_jsonb(f) as row from ${sql.identifier(table)} f
        where f.org_id = ${orgId} and f.${sql.identifier(column)} is not null and not exists (
          select from ${sql.identifier(referenced)} r where r.org_id = ${orgId} and r.id = f.${sql.identifier(column)})
        limit 50)`,
    ),
  );
  return sql.join(looks, sql` union all `);
}
