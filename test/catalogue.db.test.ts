import { beforeAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { factReferences } from "@/db/schema/fact-references";

/** Facts and rollups: rows about a person at a time, distributed by person where one machine is outgrown. */
const personTables = [
  "employments",
  "current_places",
  "employment_events",
  "learning_events",
  "work_events",
  "observations",
  "kpi_values",
  "arm_members",
  "registered_members",
  "cohort_members",
  "person_months",
  "behaviour_months",
  "certifications",
  "skill_states",
  "help_requests",
  "evidence_files",
  "observation_skips",
  "artefact_reviews",
  "contests",
  "nudges",
  "manager_actions",
  "pending_rollups",
];

type Column = { table: string; column: string; nullable: boolean; identity: boolean };
let columns: Column[];
let keys: { table: string; kind: "p" | "u"; columns: string[] }[];

beforeAll(async () => {
  const { rows } = await pool.query<Column>(`
    select c.relname as "table", a.attname as "column", not a.attnotnull as nullable, a.attidentity <> '' as identity
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  columns = rows;
  const found = await pool.query(`
    select c.relname as "table", k.contype as kind,
           array(select a.attname::text from unnest(k.conkey) with ordinality as n(number, place)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = n.number order by n.place) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype in ('p', 'u') and c.relnamespace = 'public'::regnamespace and not c.relispartition`);
  keys = found.rows;
});

const tables = () => [...new Set(columns.map((column) => column.table))];

test("every table belongs to an organisation, and says so in a column that is never null", () => {
  const without = tables().filter(
    (table) =>
      table !== "organisations" &&
      !columns.some((column) => column.table === table && column.column === "org_id" && !column.nullable),
  );
  expect(without).toEqual([]);
});

test("every table, partitions included, is guarded by row-level security with a policy for the app's role", async () => {
  const { rows } = await pool.query(`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and 'throughline_app'::regrole = any (p.polroles)))`);
  expect(rows).toEqual([]);
});

test("no key is numbered by the database, because distributed tables refuse identity columns and sequences", async () => {
  const { rows } = await pool.query(`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and column_default like 'nextval%'`);
  expect(rows).toEqual([]);
  expect(columns.filter((column) => column.identity)).toEqual([]);
});

test("every fact and rollup carries the organisation and the person in each of its keys", () => {
  for (const table of personTables) {
    const own = keys.filter((key) => key.table === table);
    expect(own, table).not.toEqual([]);
    for (const key of own) expect(key.columns, table).toEqual(expect.arrayContaining(["org_id", "person_id"]));
  }
});

test("every other table is keyed within its organisation, save those that are looked up before the tenant is known", () => {
  const known = new Set(["organisations.slug", "users.email"]);
  const loose = keys
    .filter((key) => key.table !== "organisations" && !key.columns.includes("org_id"))
    .map((key) => `${key.table}.${key.columns.join("+")}`);
  expect(loose.filter((key) => !known.has(key))).toEqual([]);
});

test("no small table points at people, who are distributed", async () => {
  const { rows } = await pool.query<{ table: string }>(`
    select distinct c.relname as "table" from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.confrelid = 'people'::regclass and not c.relispartition`);
  expect(rows.map((row) => row.table).filter((table) => !personTables.includes(table))).toEqual([]);
});

test("facts by the million have no foreign keys, and what they point to is guarded by a trigger instead", async () => {
  const { rows: keys } = await pool.query(
    "select conrelid::regclass from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])",
    [Object.keys(factReferences)],
  );
  expect(keys).toEqual([]);
  const { rows } = await pool.query<{ table: string; args: Buffer }>(`
    select tgrelid::regclass::text as "table", tgargs as args from pg_trigger where tgname = 'facts_remain' and tgenabled = 'O'`);
  const guarded = rows.flatMap(({ table, args }) => {
    const names = args.toString().split("\0");
    return names.flatMap((fact, at) => (at % 2 === 0 && fact ? [`${fact}.${names[at + 1]} -> ${table}`] : []));
  });
  const wanted = Object.entries(factReferences).flatMap(([fact, columns]) =>
    Object.entries(columns).map(([column, table]) => `${fact}.${column} -> ${table}`),
  );
  expect(guarded.toSorted()).toEqual(wanted.toSorted());
});

test("foreign keys between tables of an organisation carry the organisation, so that a row cannot point into another one", async () => {
  const { rows } = await pool.query(`
    select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.confrelid <> 'organisations'::regclass
      and not exists (select from unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n
                      where a.attname = 'org_id')`);
  expect(rows).toEqual([]);
});

test("the app's role owns nothing, may not bypass row-level security, and cannot rewrite what is logged", async () => {
  const { rows } = await pool.query(`
    select r.rolsuper or r.rolbypassrls as mighty,
           exists (select from pg_class where relowner = r.oid) as owns,
           has_table_privilege('throughline_app', 'audit_log', 'UPDATE, DELETE, TRUNCATE') as rewrites_log,
           has_table_privilege('throughline_app', 'evaluations', 'UPDATE, DELETE, TRUNCATE') as rewrites_results,
           has_table_privilege('throughline_app', 'plan_amendments', 'UPDATE, DELETE, TRUNCATE') as rewrites_amendments
    from pg_roles r where r.rolname = 'throughline_app'`);
  expect(rows).toEqual([
    { mighty: false, owns: false, rewrites_log: false, rewrites_results: false, rewrites_amendments: false },
  ]);
});

test("the partitions of a month are guarded like their parent, and the app cannot reach around it", async () => {
  await pool.query("select ensure_month_partitions('learning_events', '2031-01-01', '2031-02-01')");
  const { rows } = await pool.query(`
    select c.relname, c.relrowsecurity, has_table_privilege('throughline_app', c.oid, 'SELECT') as direct
    from pg_class c where c.relname in ('learning_events_2031_01', 'learning_events_2031_02') order by 1`);
  expect(rows).toEqual([
    { relname: "learning_events_2031_01", relrowsecurity: true, direct: false },
    { relname: "learning_events_2031_02", relrowsecurity: true, direct: false },
  ]);
});
