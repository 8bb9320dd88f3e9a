import { rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, ownMark, readMark } from "./living-process";
import { codeOf, SetupProblem } from "./setup-problem";

/** One process at a time. The others wait, up to ten minutes. A dead process holds nothing. */
export async function exclusively<Output>(file: string, doing: string, work: () => Promise<Output>): Promise<Output> {
  for (const deadline = Date.now() + 600_000; !claim(file); await sleep(25)) {
    const holder = readMark(file);
    if (holder && !isAlive(holder)) rmSync(file, { force: true });
    else if (Date.now() > deadline) {
      throw new SetupProblem(`Process ${holder?.pid} ${doing} and does not finish. End it, or remove ${file}.`);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(ownMark()), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
