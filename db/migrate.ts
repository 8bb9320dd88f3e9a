import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { SetupProblem } from "./setup-problem";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));
const onlyOneAtATime = 7_305_188_142;

/** Whether the demo was asked for, and whether it is complete. */
const demoLoads =
  "create table if not exists drizzle.demo_loads (started_at timestamptz not null, finished_at timestamptz)";

/** Brings a database to the schema of this code, as its owner. Milliseconds when there is nothing to do. */
export async function migrate(ownerUrl: string): Promise<"migrated" | "unchanged"> {
  const client = new pg.Client(ownerUrl);
  await connect(client);
  try {
    await client.query("select pg_advisory_lock($1)", [onlyOneAtATime]);
    if (await isUpToDate(client)) return "unchanged";
    await migrateTables(client);
    await migrateJobs(client, ownerUrl);
    await client.query(demoLoads);
    return "migrated";
  } finally {
    await client.end();
  }
}

/** What the code expects: used as the version of a backup, too. */
export function latestMigration(): { when: number; tag: string } {
  return journal().at(-1) ?? { when: 0, tag: "none" };
}

async function connect(client: pg.Client) {
  try {
    await client.connect();
  } catch (error) {
    const where = `${client.host}:${client.port}`;
    throw new SetupProblem(
      `The database at ${where} cannot be reached: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

async function isUpToDate(client: pg.Client): Promise<boolean> {
  const { rows: known } = await client.query(
    "select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('graphile_worker.migrations') is not null as both",
  );
  if (!known[0].both) return false;
  const { rows } = await client.query(`
    select coalesce((select max(created_at) from drizzle.__drizzle_migrations), 0)::float8 as "when",
           (select count(*) from graphile_worker.migrations)::int as jobs,
           to_regprocedure('public.enqueue_job(text, json, text, text)') is not null
             and to_regclass('drizzle.demo_loads') is not null as complete`);
  const { when, tag } = latestMigration();
  if (rows[0].when > when) {
    throw new SetupProblem(
      `The database was written by a newer Throughline than this one (which knows ${tag}). Update the code, or restore a backup of this version.`,
    );
  }
  return rows[0].when === when && rows[0].jobs >= jobMigrations() && rows[0].complete;
}

function journal(): { when: number; tag: string }[] {
  const file = path.join(folder, "meta", "_journal.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).entries : [];
}

function jobMigrations(): number {
  const entry = createRequire(import.meta.url).resolve("graphile-worker");
  return readdirSync(path.join(path.dirname(entry), "..", "sql")).length;
}

async function migrateTables(client: pg.Client) {
  if (journal().length === 0) return;
  const [{ drizzle }, { migrate: run }] = await Promise.all([
    import("drizzle-orm/node-postgres"),
    import("drizzle-orm/node-postgres/migrator"),
  ]);
  await run(drizzle({ client }), { migrationsFolder: folder });
}

/** The queue belongs to the owner. The app may add a job in its own transaction, and nothing else. */
async function migrateJobs(client: pg.Client, ownerUrl: string) {
  const { runMigrations, Logger } = await import("graphile-worker");
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pgPool.on("error", () => {}).on("connect", (connected) => connected.on("error", () => {}));
  await runMigrations({ pgPool, logger: new Logger(() => () => {}) }).finally(() => pgPool.end());
  await client.query(`
    create or replace function public.enqueue_job(task text, payload json, queue text default null, job_key text default null)
    returns void language sql security definer set search_path = pg_catalog, pg_temp
    as $$ select graphile_worker.add_job(task, payload, queue_name => queue, job_key => job_key) $$`);
  await client.query("revoke all on function public.enqueue_job(text, json, text, text) from public");
  await client.query("grant execute on function public.enqueue_job(text, json, text, text) to throughline_app");
}
