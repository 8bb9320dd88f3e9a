import { rmSync } from "node:fs";
import { runNode } from "./run-program";
import { fromReport, type Tally, vitestTally } from "./tally";

export async function runVitest(project: "unit" | "db", folder: string): Promise<Tally> {
  const report = `${folder}/results/${project}.json`;
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--passWithNoTests", ...reporters];
  const { code } = await runNode(args, { NODE_ENV: "test" }, console.log);
  return fromReport(() => vitestTally(report), code);
}
