import type { ChildProcess } from "node:child_process";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresProgram } from "./embedded-program";
import { isAlive, markOf } from "./living-process";
import { SetupProblem } from "./setup-problem";

export const owner = "throughline";

const everyone = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  work_mem: "32MB",
  maintenance_work_mem: "256MB",
  effective_cache_size: "2GB",
  min_wal_size: "256MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
};

/** For a cluster nobody will miss: a crash may lose everything, and nothing waits for the disk. */
export const throwAway = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum_naptime: "10s",
};

/**
 * Makes the files of a new cluster. They appear under their name only when they are complete. Without `sync` the cluster is one to
 * throw away, and its log is written in small pieces: one of the usual ones weighs as much as half the rest.
 */
export async function initialise(program: PostgresProgram, dataFolder: string, password: string, sync: boolean) {
  const unfinished = `${dataFolder}.new-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  program.handOver(unfinished);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  program.handOver(passwordFile);
  try {
    const args = [`--pgdata=${unfinished}`, `--username=${owner}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    args.push("--encoding=UTF8", "--locale=C", ...(sync ? [] : ["--no-sync", "--wal-segsize=1"]));
    const { code, output } = await finished(program.spawn("initdb", args, { stdio: ["ignore", "ignore", "pipe"] }));
    if (code !== 0) throw new SetupProblem(`Postgres could not make its data folder ${dataFolder}.\n${output.trim()}`);
    renameSync(unfinished, dataFolder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { force: true, recursive: true });
  }
}

type Start = { kind: "running"; pid: number } | { kind: "port-taken" } | { kind: "still-closing" };

/** Starts the server and waits until it answers, however long it has to repair after a crash. */
export async function startServer(
  program: PostgresProgram,
  { dataFolder, port, log, settings }: { dataFolder: string; port: number; log: string; settings: object },
): Promise<Start> {
  const logFile = openSync(log, "a", 0o600);
  const from = fstatSync(logFile).size;
  const flags = Object.entries({ ...everyone, ...roomForParallelWork(), ...settings, port });
  const server = program.spawn(
    "postgres",
    ["-D", dataFolder, ...flags.flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    {
      stdio: ["ignore", logFile, logFile],
      detached: true,
    },
  );
  closeSync(logFile);
  const problem = await new Promise<Error | null>((resolve) =>
    server.once("error", resolve).once("spawn", () => resolve(null)),
  );
  if (problem) throw new SetupProblem(`Postgres could not be started: ${problem.message}.`);
  server.unref();
  while (server.exitCode === null && server.signalCode === null) {
    const running = readPidFile(dataFolder);
    if (running?.pid === server.pid && running?.ready) return { kind: "running", pid: running.pid };
    await sleep(10);
  }
  const said = readFileSync(log).subarray(from).toString();
  if (/could not bind|Address already in use/.test(said)) return { kind: "port-taken" };
  if (/shared memory block|lock file "postmaster.pid" already exists/.test(said)) return { kind: "still-closing" };
  throw new SetupProblem(`Postgres stopped while starting. Its log ${log} ends with:\n${lastLines(said)}`);
}

/** "fast" ends the sessions and closes the files; "immediate" just stops. */
export async function stopServer(dataFolder: string, how: "fast" | "immediate") {
  const running = readPidFile(dataFolder);
  const mark = running && markOf(running.pid);
  if (!mark) return;
  process.kill(mark.pid, how === "fast" ? "SIGINT" : "SIGQUIT");
  while (isAlive(mark)) await sleep(10);
}

export function readPidFile(dataFolder: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(path.join(dataFolder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Containers often give 64 MB of shared memory, too little for parallel queries; files do then. */
function roomForParallelWork(): { dynamic_shared_memory_type?: "mmap" } {
  try {
    const { bsize, bavail } = statfsSync("/dev/shm");
    return bsize * bavail < 512 * 2 ** 20 ? { dynamic_shared_memory_type: "mmap" } : {};
  } catch {
    return {};
  }
}

function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = "";
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

const lastLines = (text: string) => text.trim().split("\n").slice(-8).join("\n");
