import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBackup } from "@/db/backup";
import { listTables } from "@/db/backup-tables";
import { migrate } from "@/db/migrate";
import { restoreBackup } from "@/db/restore";

const names = ["source", "target"].map((name) => `backup_${name}_${process.pid}`);
const [source = "", target = ""] = names.map((name) => withDatabase(name));
let folder = "";
let file = "";

beforeAll(async () => {
  mkdirSync(".throughline", { recursive: true });
  folder = mkdtempSync(path.resolve(".throughline/backup-test-"));
  file = path.join(folder, "full.backup");
  for (const name of names) await on(process.env.DATABASE_URL ?? "", `create database ${name}`);
  await migrate(source);
  await migrate(target);
  await on(source, rows);
  await writeBackup(source, file);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of names) await on(process.env.DATABASE_URL ?? "", `drop database if exists ${name} with (force)`);
});

test("a truncated or altered file is refused and changes nothing", async () => {
  const bytes = readFileSync(file);
  const before = await contents(target);
  for (const damaged of [
    bytes.subarray(0, bytes.length - 40),
    bytes.subarray(0, bytes.length >> 1),
    Buffer.from("no backup"),
  ]) {
    const other = path.join(folder, "damaged.backup");
    writeFileSync(other, damaged);
    await expect(restoreBackup(target, other, { replace: true })).rejects.toThrow("Nothing was changed");
  }
  expect(await contents(target)).toEqual(before);
});

test("a restored database holds every row of every table", async () => {
  await restoreBackup(target, file, { replace: false });
  const restored = await contents(target);
  expect(restored).toEqual(await contents(source));
  expect(restored["public.learning_events"]?.count).toBe("3");
  expect(restored["public.prepared_answers"]?.count).toBe("1");
  expect(restored["graphile_worker._private_jobs"]?.count).toBe("1");
});

test("what is there is replaced only on demand", async () => {
  await expect(restoreBackup(target, file, { replace: false })).rejects.toThrow("--replace");
  await on(target, "insert into organisations (slug, name) values ('later', 'Later')");
  await restoreBackup(target, file, { replace: true });
  expect(await contents(target)).toEqual(await contents(source));
});

test("a row added after a restore gets a number of its own", async () => {
  await on(target, "select public.enqueue_job('example', '{}')");
  expect((await contents(target))["graphile_worker._private_jobs"]?.count).toBe("2");
});

test("an existing file is not overwritten", async () => {
  await expect(writeBackup(source, file)).rejects.toThrow("exists already");
});

/** Awkward on purpose: quotes, line ends, tabs and backslashes, a unit below a unit, months apart, a waiting job. */
const rows = `
  insert into organisations (id, slug, name) values ('00000000-0000-4000-8000-000000000001', 'one', E'O''ne\\n\\t\\\\. "two" Ünï');
  insert into business_units (org_id, id, parent_id, name, path) values
    ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000000a', null, 'All', 'All'),
    ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000a', '', E'All / \\\\N');
  insert into prepared_answers (org_id, name, question, stamp, answer) values
    ('00000000-0000-4000-8000-000000000001', 'work-figures/1', '"all"', '0 5', '{"took": 1, "value": {"share": 0.30000000000000004}}');
  select ensure_month_partitions('learning_events', '2024-01-01', '2024-03-01');
  set session_replication_role = replica;
  insert into learning_events (org_id, person_id, occurred_at, event_id, activity_id, verb, score, batch_id)
  select '00000000-0000-4000-8000-000000000001', gen_random_uuid(), moment, 'e', gen_random_uuid(), 'completed', 1e-7 / 3, gen_random_uuid()
  from unnest(array['2024-01-01Z', '2024-02-29 23:59:59.999999Z', '2024-03-15Z']::timestamptz[]) as moment;
  set session_replication_role = origin;
  select public.enqueue_job('example', '{"text": "a\\\\b"}', 'queue', 'key');`;

async function contents(url: string): Promise<Record<string, { count: string; hash: string }>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const found: Record<string, { count: string; hash: string }> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(
        `select count(*)::text as count, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from ${name} t`,
      );
      found[name] = rows[0];
    }
    return found;
  } finally {
    await client.end();
  }
}

async function on(url: string, statement: string) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function withDatabase(name: string): string {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = name;
  return url.href;
}
