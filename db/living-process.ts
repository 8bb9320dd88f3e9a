import { existsSync, readFileSync } from "node:fs";

/** Who holds something: the process, and when it started, because process ids are used again. */
export type ProcessMark = { pid: number; startedAt: string };

export function isAlive(mark: ProcessMark): boolean {
  return startOf(mark.pid) === mark.startedAt;
}

export function markOf(pid: number): ProcessMark | null {
  const startedAt = startOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? "" };
}

export function readMark(file: string): ProcessMark | null {
  try {
    const held: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof held !== "object" || held === null || !("pid" in held) || !("startedAt" in held)) return null;
    return { pid: Number(held.pid), startedAt: String(held.startedAt) };
  } catch {
    return null;
  }
}

/** On Linux; null elsewhere and for a process that is gone. */
export function parentOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields ? Number(fields[1]) : null;
}

/** Ticks since boot on Linux, an empty string where the system does not say, null when there is no such process. */
function startOf(pid: number): string | null {
  if (!existsSync("/proc/self/stat")) return signalReaches(pid) ? "" : null;
  const fields = statOf(pid);
  return !fields || fields[0] === "Z" ? null : (fields[19] ?? "");
}

/** State, parent and so on: what follows the name in parentheses, which may hold blanks itself. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
