import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, initialise, owner, readPidFile, startServer, stopServer } from "./embedded-cluster";
import { findProgram } from "./embedded-program";
import { join, leave } from "./embedded-users";
import { exclusively } from "./exclusive-lock";
import { markOf } from "./living-process";
import { codeOf, SetupProblem } from "./setup-problem";

export type EmbeddedPostgres = {
  /** Connects as the owner of the database. */
  url: string;
  /** Stops the server, unless another process still uses it. */
  close(): Promise<void>;
};

type Access = { password: string; port: number };

export const defaultFolder = () => path.resolve(process.env.THROUGHLINE_FOLDER ?? ".throughline");

/** Starts the built-in Postgres of a folder, or attaches to it when it is running, also when its starter was killed. */
export async function openEmbedded(folder = defaultFolder()): Promise<EmbeddedPostgres> {
  makeWritable(folder);
  const dataFolder = path.join(folder, "postgres");
  const url = await alone(folder, async () => {
    const access = (await attach(folder, dataFolder)) ?? (await start(folder, dataFolder));
    join(folder);
    return urlOf(access);
  });
  const close = () =>
    alone(folder, async () => {
      if (leave(folder) === "nobody-left") await stopServer(dataFolder, "fast");
    });
  return { url, close };
}

export function makeWritable(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = path.join(folder, `.write-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const advice = "Make it writable, or name another folder with THROUGHLINE_FOLDER=/path npm start.";
    throw new SetupProblem(`The folder ${folder} cannot be written to (${codeOf(error)}). ${advice}`);
  }
}

async function attach(folder: string, dataFolder: string): Promise<Access | null> {
  const running = readPidFile(dataFolder);
  if (!running || !markOf(running.pid)) return null;
  if (!isPostgres(running.pid)) return forget(dataFolder);
  const access = { ...readAccess(folder), port: running.port };
  for (let waited = 0; waited < 10_000; waited += 50) {
    const answer = await serves(urlOf(access), dataFolder);
    if (answer === "ours") return access;
    if (answer === "other" || !markOf(running.pid)) break;
    await sleep(50);
  }
  if (markOf(running.pid) && isPostgres(running.pid)) {
    throw new SetupProblem(
      `A database server (process ${running.pid}) holds ${dataFolder} and does not answer. End it with: kill ${running.pid}`,
    );
  }
  return forget(dataFolder);
}

function forget(dataFolder: string): null {
  rmSync(path.join(dataFolder, "postmaster.pid"), { force: true });
  return null;
}

async function start(folder: string, dataFolder: string): Promise<Access> {
  const program = findProgram(dataFolder);
  const access = readAccess(folder);
  for (const name of readdirSync(folder)) {
    if (name.startsWith("postgres.new-")) rmSync(path.join(folder, name), { force: true, recursive: true });
  }
  if (!existsSync(dataFolder)) await initialise(program, dataFolder, access.password, true);
  refuseOtherVersion(dataFolder);
  const log = path.join(folder, "postgres.log");
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`);
  let port = access.port || (await freePort());
  for (const deadline = Date.now() + 10_000; ; await sleep(250)) {
    const begun = await startServer(program, { dataFolder, port, log, settings: {} });
    if (begun.kind === "running") break;
    if (begun.kind === "port-taken") port = await freePort();
    if (Date.now() > deadline)
      throw new SetupProblem(`The database in ${dataFolder} is still being closed. Try again in a minute.`);
  }
  const used = { ...access, port };
  writeFileSync(accessFile(folder), JSON.stringify(used), { mode: 0o600 });
  await ensureDatabase(urlOf(used));
  return used;
}

/** Creates the database when the server has only just been made. */
async function ensureDatabase(url: string) {
  const { default: pg } = await import("pg");
  const client = new pg.Client(url);
  try {
    await client.connect();
  } catch (error) {
    if (codeOf(error) !== "3D000") throw error;
    const admin = new pg.Client(url.replace(/[^/]+$/, "postgres"));
    await admin.connect();
    await admin.query(`create database ${owner}`).finally(() => admin.end());
  } finally {
    await client.end();
  }
}

async function serves(url: string, dataFolder: string): Promise<"ours" | "other" | "not-yet"> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return path.resolve(rows[0].data_directory) === path.resolve(dataFolder) ? "ours" : "other";
  } catch (error) {
    if (codeOf(error) === "28P01") return "other";
    if (codeOf(error) === "3D000") return ensureDatabase(url).then(() => "ours" as const);
    return "not-yet";
  } finally {
    await client.end().catch(() => {});
  }
}

function refuseOtherVersion(dataFolder: string) {
  const version = readFileSync(path.join(dataFolder, "PG_VERSION"), "utf8").trim();
  if (version === "18") return;
  throw new SetupProblem(
    `${dataFolder} was made by Postgres ${version}; this version brings 18. Write a backup with the old version (npm run backup FILE) and restore it here.`,
  );
}

/** After a crash the process id of a server may belong to any program. Where nobody can say, it counts as Postgres. */
function isPostgres(pid: number): boolean {
  if (!existsSync("/proc/self/comm")) return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  } catch {
    return false;
  }
}

const alone = <Output>(folder: string, work: () => Promise<Output>) =>
  exclusively(path.join(folder, "postgres.lock"), "starts or stops the database", work);

const accessFile = (folder: string) => path.join(folder, "postgres-access.json");

const urlOf = ({ password, port }: Access) => `postgres://${owner}:${password}@127.0.0.1:${port}/${owner}`;

function readAccess(folder: string): Access {
  if (existsSync(accessFile(folder))) return JSON.parse(readFileSync(accessFile(folder), "utf8"));
  const made = { password: randomBytes(24).toString("hex"), port: 0 };
  writeFileSync(accessFile(folder), JSON.stringify(made), { mode: 0o600 });
  return made;
}
