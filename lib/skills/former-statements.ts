import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Words a behaviour stood in before a version gave it others, with its id; of several that had the same the one that had them last. */
export const formerStatements = (orgId: string): SQL => sql`
  select distinct on (name) c -> 'before' ->> 'statement' as name, b.id
  from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
  join behaviours b on b.org_id = ${orgId} and b.id = (c ->> 'id')::uuid
  where v.org_id = ${orgId} and c -> 'before' ->> 'kind' = 'behaviour'
    and c -> 'before' ->> 'statement' not in (select statement from behaviours where org_id = ${orgId})
  order by name, v.number desc`;
