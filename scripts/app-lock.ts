import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, ownMark, readMark } from "@/db/living-process";
import { codeOf, SetupProblem } from "@/db/setup-problem";

const fileIn = (folder: string) => path.join(folder, "app.json");

/** One app per data folder. The file says which process serves it, and where. */
export async function takeAppLock(folder: string, address: string): Promise<() => void> {
  const file = fileIn(folder);
  const content = JSON.stringify({ ...ownMark(), address });
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, content, { flag: "wx" });
      break;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    const served = servedAt(folder);
    if (served) throw alreadyRunning(served);
    if (tries > 20) throw new SetupProblem(`The file ${file} is in the way. Remove it and start again.`);
    rmSync(file, { force: true });
    await sleep(Math.random() * 50);
  }
  process.once("exit", () => rmSync(file, { force: true }));
  return () => rmSync(file, { force: true });
}

/** The living app of a folder, if there is one. */
function servedAt(folder: string): { pid: number; address: string } | null {
  const mark = readMark(fileIn(folder));
  if (!mark || !isAlive(mark)) return null;
  return { pid: mark.pid, address: String(JSON.parse(readFileSync(fileIn(folder), "utf8")).address) };
}

function alreadyRunning({ pid, address }: { pid: number; address: string }) {
  return new SetupProblem(
    `Throughline is already running from this folder: ${address} (process ${pid}). Use it, or stop it first with: kill ${pid}`,
  );
}
