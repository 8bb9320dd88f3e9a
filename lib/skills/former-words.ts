import { type SQL, sql } from "drizzle-orm";

/** What has a name or a wording of its own in the whole organisation. */
const worded = {
  role: { table: "roles", label: "name", carriesOn: "x.id" },
  skill: { table: "skills", label: "name", carriesOn: "coalesce(x.merged_into, x.id)" },
  behaviour: { table: "behaviours", label: "statement", carriesOn: "coalesce(x.merged_into, x.id)" },
} as const;
export type WordedKind = keyof typeof worded;

/** Table and column of the words, for a statement. */
export const wordsOf = (kind: WordedKind): { table: SQL; label: SQL } => {
  const { table, label } = worded[kind];
  return { table: sql.raw(table), label: sql.raw(label) };
};

/** Words (name) in which something (id) stood before a version gave it others; of several that had the same the one that had them last. */
export const formerWords = (orgId: string, kind: WordedKind): SQL => {
  const { table, label } = wordsOf(kind);
  const said = sql`c -> 'before' ->> '${label}'`;
  return sql`
    select distinct on (name) ${said} as name, x.id
    from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
    join ${table} x on x.org_id = ${orgId} and x.id = (c ->> 'id')::uuid
    where v.org_id = ${orgId} and c -> 'before' ->> 'kind' = ${kind} and ${said} not in (select ${label} from ${table} where org_id = ${orgId})
    order by name, v.number desc`;
};

/** All words that mean something, of today and of before, with what carries on under them: of what was merged its heir. */
export const meantBy = (orgId: string, kind: WordedKind): SQL => {
  const { table, label } = wordsOf(kind);
  const carriesOn = sql.raw(worded[kind].carriesOn);
  return sql`
    select x.${label} as name, ${carriesOn} as id from ${table} x where x.org_id = ${orgId}
    union all
    select f.name, ${carriesOn} from (${formerWords(orgId, kind)}) f join ${table} x on x.org_id = ${orgId} and x.id = f.id`;
};
