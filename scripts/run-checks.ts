import { runNode } from "./run-program";
import { step } from "./step.mjs";
import { sum, type Tally } from "./tally";

const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=50"];
const nextTypes = ["node_modules/next/dist/bin/next", "typegen"];
const typescript = ["node_modules/typescript/bin/tsc", "--noEmit"];
const knip = ["node_modules/knip/bin/knip.js", "--no-progress"];

/** Style and imports, types, and code nobody uses. */
export async function runChecks(): Promise<Tally> {
  return sum([
    await check("biome", [biome]),
    await check("types", [nextTypes, typescript]),
    await check("knip", [knip]),
  ]);
}

async function check(name: string, commands: string[][]): Promise<Tally> {
  let problems = "";
  await step(name, async () => {
    for (const command of commands) {
      const { code, output } = await runNode(command);
      if (code === 0) continue;
      problems = output.trim();
      return "failed";
    }
    return "passed";
  });
  if (problems) console.log(`\n${problems}\n`);
  return problems ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}
