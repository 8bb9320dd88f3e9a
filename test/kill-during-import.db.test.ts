import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbedded } from "@/db/embedded";
import { readPidFile, stopServer } from "@/db/embedded-cluster";
import { migrate } from "@/db/migrate";

const people = 40;
const days = 600;
let folder = "";
let before = "";
let study = "";

beforeEach(() => {
  mkdirSync(".throughline", { recursive: true });
  folder = mkdtempSync(path.resolve(".throughline/kill-test-"));
  before = path.join(folder, "before");
  study = path.join(folder, "study");
  mkdirSync(before);
  mkdirSync(study);
  const ids = Array.from({ length: people }, (_, at) => `E${at}`);
  const dates = Array.from({ length: days }, (_, at) => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10));
  writeFileSync(
    path.join(before, "people.csv"),
    ["employee_id,hire_date", ...ids.map((id) => `${id},2023-01-01`)].join("\n"),
  );
  writeFileSync(path.join(before, "kpis.csv"), "kpi,direction\nsolved,up\n");
  const values = dates.flatMap((date, at) => ids.map((id) => `solved,${date},${id},${at % 7}`));
  writeFileSync(path.join(study, "kpi.csv"), ["kpi,date,employee_id,value", ...values].join("\n"));
});

afterEach(async () => {
  await stopServer(path.join(folder, "postgres"), "immediate");
  rmSync(folder, { recursive: true, force: true });
});

test.each(["the app", "the database server"])(
  "%s killed in the middle of a file leaves nothing of it, and the next import takes it whole",
  async (victim) => {
    const first = await openEmbedded(folder);
    await migrate(first.url);
    await ask(first.url, "insert into organisations (slug, name) values ('killed', 'Killed')");
    await once(startImport(first.url, before), "exit");
    const release = await holdAuditLog(first.url);
    const importing = startImport(first.url, study);
    const ended = once(importing, "exit");
    await untilHeld(first.url);
    if (victim === "the app") importing.kill("SIGKILL");
    else process.kill(readPidFile(path.join(folder, "postgres"))?.pid ?? 0, "SIGKILL");
    await ended;
    await release();
    await first.close().catch(() => {});

    const second = await openEmbedded(folder);
    expect(await written(second.url)).toBe(0);
    const [exitCode] = await once(startImport(second.url, study), "exit");
    expect(exitCode).toBe(0);
    expect(await written(second.url)).toBe(people * days);
    await second.close();
  },
  180_000,
);

function startImport(url: string, from: string): ChildProcess {
  const script = ["--conditions=react-server", "scripts/import.mjs", from, "--org", "killed"];
  return spawn(process.execPath, script, { env: { ...process.env, DATABASE_URL: url }, stdio: "ignore" });
}

/** Nobody can write to the audit log until released: an import stops before its last statement, with everything else written. */
async function holdAuditLog(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  await client.query("begin; lock table audit_log in exclusive mode");
  return () => client.end().catch(() => {});
}

async function untilHeld(url: string) {
  for (let tries = 0; tries < 6_000; tries++) {
    const [found] = await ask(
      url,
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%audit_log%'",
    );
    if (found?.n) return;
    await sleep(5);
  }
  throw new Error("The import never came to its audit row");
}

async function written(url: string): Promise<number> {
  const [found] = await ask(url, "select count(*)::int as n from kpi_values");
  return found?.n ?? -1;
}

async function ask(url: string, statement: string): Promise<{ n: number }[]> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  return client
    .query(statement)
    .then(
      ({ rows }) => rows,
      () => [],
    )
    .finally(() => client.end());
}
