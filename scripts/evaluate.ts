import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { withEphemeralPostgres } from "@/db/embedded-ephemeral";
import { migrate } from "@/db/migrate";
import type { Fault } from "@/lib/intake/fault";

const [asked, ...more] = process.argv.slice(2).filter((word) => word !== "--");
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

process.exitCode = await main();

/** Prints the evaluation of one study folder as one JSON document. Exit code 0, or 2 when the input cannot be used. */
async function main(): Promise<number> {
  if (!asked || more.length > 0) {
    say("Name one study folder: npm run evaluate -- FOLDER");
    return 2;
  }
  // npm runs scripts in the project's folder and says in INIT_CWD where it was called.
  const folder = [process.env.INIT_CWD ?? ".", "."].map((from) => path.resolve(from, asked)).find(existsSync);
  if (!folder) {
    say(`There is no folder ${asked}`);
    return 2;
  }
  // Read while the database starts, which takes longer.
  const code = import("./evaluate-once");
  return withEphemeralPostgres(async (url) => {
    process.env.DATABASE_URL = url;
    await migrate(url);
    const { evaluateOnce } = await code;
    const evaluation = await evaluateOnce(folder, `study-${randomUUID()}`, (name) => say(`Reading ${name}`));
    for (const warning of evaluation.warnings) say(`Warning: ${warning}`);
    if (evaluation.kind === "unusable") {
      for (const fault of evaluation.faults) say(faultText(fault));
      return 2;
    }
    process.stdout.write(`${JSON.stringify(evaluation.document, null, 2)}\n`);
    return 0;
  });
}

/** `kpi.csv, line 12, column date: "31.3.2025": This should be ...` */
function faultText({ file, line, column, value, reason }: Fault): string {
  const place = [file, line > 0 ? `line ${line}` : "", column ? `column ${column}` : ""].filter(Boolean).join(", ");
  return `${place}: ${value === null ? "" : `${JSON.stringify(value)}: `}${reason}`;
}
