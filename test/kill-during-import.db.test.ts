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

const people = 120;
const days = 600;
let folder = "";
let study = "";

beforeEach(() => {
  mkdirSync(".throughline", { recursive: true });
  folder = mkdtempSync(path.resolve(".throughline/kill-test-"));
  study = path.join(folder, "study");
  mkdirSync(study);
  const ids = Array.from({ length: people }, (_, at) => `E${at}`);
  const dates = Array.from({ length: days }, (_, at) => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10));
  writeFileSync(
    path.join(study, "people.csv"),
    ["employee_id,hire_date", ...ids.map((id) => `${id},2023-01-01`)].join("\n"),
  );
  writeFileSync(path.join(study, "kpis.csv"), "kpi,direction\nsolved,up\n");
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
    const importing = startImport(first.url);
    const ended = once(importing, "exit");
    await untilUnderWay(first.url);
    if (victim === "the app") importing.kill("SIGKILL");
    else process.kill(readPidFile(path.join(folder, "postgres"))?.pid ?? 0, "SIGKILL");
    await ended;
    await first.close().catch(() => {});

    const second = await openEmbedded(folder);
    expect(await written(second.url)).toBe(0);
    const [exitCode] = await once(startImport(second.url), "exit");
    expect(exitCode).toBe(0);
    expect(await written(second.url)).toBe(people * days);
    await second.close();
  },
  180_000,
);

function startImport(url: string): ChildProcess {
  const script = ["--conditions=react-server", "scripts/import.mjs", study, "--org", "killed"];
  return spawn(process.execPath, script, { env: { ...process.env, DATABASE_URL: url }, stdio: "ignore" });
}

/** The values are being written, inside a transaction that has not ended. */
async function untilUnderWay(url: string) {
  for (let tries = 0; tries < 6_000; tries++) {
    const [found] = await ask(
      url,
      "select count(*)::int as n from pg_stat_activity where query ~* 'insert into .{0,2}kpi_values' and state <> 'idle' and pid <> pg_backend_pid()",
    );
    if (found?.n) return;
    await sleep(5);
  }
  throw new Error("The import never began to write");
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
