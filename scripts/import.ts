import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { closePool, db } from "@/db/client";
import { DomainError } from "@/lib/errors";
import type { BatchReport } from "@/lib/intake/batch-report";
import { importFolder } from "@/lib/intake/import-folder";
import { openAppDatabase } from "./app-database";

const usage = "Usage: npm run import -- FOLDER --org NAME [--dry-run] [--confirm-large-exit]";

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof DomainError)) throw error;
  console.error(error.message);
  return 2;
});

/** Imports a study folder, or a tree of them, and prints what came of each file. Exit code 0, or 2 when anything was not taken. */
async function main(): Promise<number> {
  const { asked, name, dryRun, confirmLargeExit } = readArguments();
  // npm runs scripts in the project's folder and says in INIT_CWD where it was called.
  const folder = [process.env.INIT_CWD ?? ".", "."].map((from) => path.resolve(from, asked)).find(existsSync);
  if (!folder) throw new DomainError("invalid-input", `There is no folder ${asked}`);
  const database = await openAppDatabase();
  try {
    const orgId = await findOrganisation(name);
    const reports = await importFolder({ orgId, userId: null, folder, dryRun, confirmLargeExit });
    for (const report of reports) console.log(lineOf(report));
    const faults = reports.flatMap(faultLines);
    if (faults.length > 0) console.log(["", ...faults].join("\n"));
    if (dryRun) console.log("\nA dry run: nothing was changed.");
    return reports.every(({ status, rejected }) => status === "done" && rejected === 0) ? 0 : 2;
  } finally {
    await closePool();
    await database.close();
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        org: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        "confirm-large-exit": { type: "boolean", default: false },
      },
    });
    const [asked, ...more] = positionals;
    if (!asked || more.length > 0 || !values.org) throw new TypeError("Name one folder and one organisation.");
    return { asked, name: values.org, dryRun: values["dry-run"], confirmLargeExit: values["confirm-large-exit"] };
  } catch (error) {
    throw new DomainError("invalid-input", `${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

async function findOrganisation(name: string): Promise<string> {
  const { rows } = await db.execute<{ id: string | null }>(sql`select find_organisation(${name}) as id`);
  if (!rows[0]?.id) throw new DomainError("not-found", `There is no organisation called ${name}`);
  return rows[0].id;
}

function lineOf(report: BatchReport): string {
  const { fileName, status, error, rows, added, corrected, unchanged, rejected, parked, difference } = report;
  if (status !== "done") return `${fileName}: ${status}. ${error ?? ""}`;
  const people = Object.entries(difference).map(([word, count]) => `${count} ${word}`);
  const counts = [
    `${rows} rows`,
    `${added} new`,
    `${corrected} corrected`,
    `${unchanged} unchanged`,
    `${rejected} rejected`,
    `${parked} waiting`,
  ];
  const notices = report.notices.map((notice) => `\n  ${notice}`).join("");
  return `${fileName}: ${counts.join(", ")}${people.length > 0 ? ` (people: ${people.join(", ")})` : ""}${notices}`;
}

/** `kpi.csv, line 12, column date: "31.3.2025": This should be a date` */
function faultLines({ faults, error, rejected, fileName }: BatchReport): string[] {
  const shown = faults.filter(({ reason }) => reason !== error);
  const lines = shown.map(({ file, line, column, value, reason }) => {
    const place = [file, line > 0 ? `line ${line}` : "", column ? `column ${column}` : ""].filter(Boolean).join(", ");
    return `${place}: ${value === null ? "" : `${JSON.stringify(value)}: `}${reason}`;
  });
  const named = new Set(shown.map(({ line }) => line)).size;
  return rejected > named
    ? [...lines, `${fileName}: and ${rejected - named} more rows, listed on the data page`]
    : lines;
}
