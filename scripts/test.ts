import { defaultFolder, makeWritable } from "@/db/embedded";
import { SetupProblem } from "@/db/setup-problem";
import { endOnSignal } from "./end-on-signal";
import { runChecks } from "./run-checks";
import { runE2e } from "./run-e2e";
import { stopChildren } from "./run-program";
import { runVitest } from "./run-vitest";
import { inWords, sum, type Tally } from "./tally";

const folder = defaultFolder();
const parts: Record<string, () => Promise<Tally>> = {
  check: runChecks,
  unit: () => runVitest("unit", folder),
  db: () => runVitest("db", folder),
  e2e: () => runE2e(folder),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in parts));
if (unknown)
  throw new SetupProblem(`There are no tests called ${unknown}. Choose from: ${Object.keys(parts).join(", ")}.`);

makeWritable(folder);
endOnSignal(async () => stopChildren());

const tallies: [string, Tally][] = [];
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  tallies.push([name, await run().catch(explain)]);
}

console.log("");
for (const [name, tally] of tallies) console.log(`${name.padEnd(10)} ${inWords(tally)}`);
const total = sum(tallies.map(([, tally]) => tally));
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A part that cannot run fails, and the others still run. */
function explain(error: unknown): Tally {
  console.log(error instanceof SetupProblem ? error.message : error);
  return { passed: 0, failed: 1 };
}
