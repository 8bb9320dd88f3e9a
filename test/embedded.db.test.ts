import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbedded } from "@/db/embedded";
import { readPidFile, stopServer } from "@/db/embedded-cluster";
import { openEphemeral } from "@/db/embedded-ephemeral";

let folder = "";
let dataFolder = "";
let others: ChildProcess[] = [];

beforeEach(() => {
  mkdirSync(".throughline", { recursive: true });
  folder = mkdtempSync(path.resolve(".throughline/embedded-test-"));
  dataFolder = path.join(folder, "postgres");
});

afterEach(async () => {
  for (const other of others) other.kill("SIGKILL");
  others = [];
  await stopServer(dataFolder, "immediate");
  rmSync(folder, { recursive: true, force: true });
});

test("after kill -9 of the database server, what was committed is there", async () => {
  const first = await openEmbedded(folder);
  await ask(first.url, "create table kept as select generate_series(1, 1000) as n");
  process.kill(serverPid(), "SIGKILL");

  const second = await openEmbedded(folder);
  expect(await ask(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 1000 }]);
  await second.close();
  expect(readPidFile(dataFolder)).toBeNull();
});

test("after kill -9 of the app, its server is taken over", async () => {
  const { owner, url } = await openElsewhere("openEmbedded");
  await ask(url, "create table kept as select 1 as n");
  const orphan = serverPid();
  owner.kill("SIGKILL");
  await once(owner, "exit");

  const second = await openEmbedded(folder);
  expect(serverPid()).toBe(orphan);
  expect(await ask(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  await second.close();
  expect(readPidFile(dataFolder)).toBeNull();
});

test("after kill -9 of both, the next start works", async () => {
  const { owner, url } = await openElsewhere("openEmbedded");
  await ask(url, "create table kept as select 1 as n");
  owner.kill("SIGKILL");
  process.kill(serverPid(), "SIGKILL");

  const second = await openEmbedded(folder);
  expect(await ask(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  await second.close();
});

test("the server runs as long as one process uses it", async () => {
  const { owner, url } = await openElsewhere("openEmbedded");
  const own = await openEmbedded(folder);
  expect(own.url).toBe(url);
  await own.close();
  expect(await ask(url, "select 1 as n")).toEqual([{ n: 1 }]);
  owner.kill("SIGKILL");
});

test("a process id that now belongs to another program is no obstacle", async () => {
  const first = await openEmbedded(folder);
  await first.close();
  writeFileSync(
    path.join(dataFolder, "postmaster.pid"),
    `${process.pid}\n${dataFolder}\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
  );

  const second = await openEmbedded(folder);
  expect(await ask(second.url, "select 1 as n")).toEqual([{ n: 1 }]);
  await second.close();
});

test("a first start that was killed half-way is done again", async () => {
  mkdirSync(`${dataFolder}.new-1`);
  const server = await openEmbedded(folder);
  expect(existsSync(`${dataFolder}.new-1`)).toBe(false);
  expect(await ask(server.url, "select 1 as n")).toEqual([{ n: 1 }]);
  await server.close();
});

test("a folder that cannot be written to is named, with a way out", async () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  await expect(openEmbedded(path.join(file, "data"))).rejects.toThrow(/cannot be written to .* THROUGHLINE_FOLDER/);
});

test("throw-away servers do not see each other and leave nothing", async () => {
  const [one, two] = await Promise.all([openEphemeral({ folder }), openEphemeral({ folder })]);
  await ask(one.url, "create table mine as select 1 as n");
  await expect(ask(two.url, "select * from mine")).rejects.toThrow("does not exist");
  await Promise.all([one.close(), two.close()]);
  expect(readdirSync(path.join(folder, "ephemeral"))).toEqual([]);
});

test("a throw-away server ends with its process, even by kill -9", async () => {
  const { owner, url } = await openElsewhere("openEphemeral");
  owner.kill("SIGKILL");
  for (let waited = 0; waited < 10_000 && readdirSync(path.join(folder, "ephemeral")).length > 0; waited += 50)
    await sleep(50);
  expect(readdirSync(path.join(folder, "ephemeral"))).toEqual([]);
  await expect(ask(url, "select 1")).rejects.toThrow("ECONNREFUSED");
});

function serverPid(): number {
  const running = readPidFile(dataFolder);
  if (!running) throw new Error("No server is running");
  return running.pid;
}

async function openElsewhere(kind: "openEmbedded" | "openEphemeral"): Promise<{ owner: ChildProcess; url: string }> {
  const [file, argument] =
    kind === "openEmbedded" ? ["embedded", JSON.stringify(folder)] : ["embedded-ephemeral", JSON.stringify({ folder })];
  const code = `import { ${kind} } from "./db/${file}.ts";
    console.log((await ${kind}(${argument})).url);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  others.push(owner);
  const [line] = await once(owner.stdout ?? owner, "data");
  expect(existsSync(folder)).toBe(true);
  return { owner, url: String(line).trim() };
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
