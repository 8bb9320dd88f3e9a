import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { defaultFolder, type EmbeddedPostgres, makeWritable } from "./embedded";
import { freePort, initialise, owner, startServer, stopServer, throwAway } from "./embedded-cluster";
import { findProgram } from "./embedded-program";
import { isAlive, ownMark, readMark } from "./living-process";
import { SetupProblem } from "./setup-problem";

/** `settings` are those of Postgres. By default a crash may lose everything and nothing waits for the disk. */
type Options = { folder?: string; settings?: Record<string, string> };

let made = 0;

/** A Postgres of its own for one piece of work. It is gone afterwards, however this process ends. */
export async function withEphemeralPostgres<Output>(
  work: (url: string) => Promise<Output>,
  options: Options = {},
): Promise<Output> {
  const server = await openEphemeral(options);
  try {
    return await work(server.url);
  } finally {
    await server.close();
  }
}

export async function openEphemeral(options: Options = {}): Promise<EmbeddedPostgres> {
  const { folder = defaultFolder(), settings = throwAway } = options;
  const all = path.join(folder, "ephemeral");
  makeWritable(all);
  await sweep(all);
  const own = path.join(all, `${process.pid}-${made++}`);
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, "user.json"), JSON.stringify(ownMark()));
  const dataFolder = path.join(own, "postgres");
  const program = findProgram(dataFolder);
  const password = randomBytes(24).toString("hex");
  try {
    await initialise(program, dataFolder, password, false);
    const { port, pid } = await startOnFreePort(program, { dataFolder, log: path.join(own, "postgres.log"), settings });
    const close = endWithThisProcess(pid, own);
    // The database that a new cluster has anyway: making another is 300 files more.
    return { url: `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`, close };
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw error;
  }
}

type Place = { dataFolder: string; log: string; settings: Record<string, string> };

async function startOnFreePort(program: ReturnType<typeof findProgram>, place: Place) {
  for (let tries = 0; tries < 20; tries++) {
    const port = await freePort();
    const begun = await startServer(program, { ...place, port });
    if (begun.kind === "running") return { port, pid: begun.pid };
  }
  throw new SetupProblem("Postgres found no free port on 127.0.0.1.");
}

/**
 * A shell waits for its input to end, which happens when this process closes it or dies, even by kill -9.
 * Then it stops the server and removes the folder.
 */
function endWithThisProcess(pid: number, own: string): () => Promise<void> {
  const script = `cat > /dev/null
    if [ "$(head -n 1 "$2/postgres/postmaster.pid")" = "$1" ]; then kill -QUIT "$1"; fi
    tries=0
    while kill -0 "$1" && [ "$tries" -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
    rm -rf "$2"`;
  const watcher = spawn("sh", ["-c", script, "sh", String(pid), own], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.unref();
  const ended = new Promise<void>((resolve) => watcher.once("exit", () => resolve()));
  return async () => {
    watcher.ref();
    watcher.stdin.end();
    await ended;
  };
}

async function sweep(all: string) {
  for (const name of readdirSync(all)) {
    const user = readMark(path.join(all, name, "user.json"));
    if (!user || isAlive(user)) continue;
    await stopServer(path.join(all, name, "postgres"), "immediate");
    rmSync(path.join(all, name), { recursive: true, force: true });
  }
}
