import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exclusively } from "@/db/exclusive-lock";
import { SetupProblem } from "@/db/setup-problem";
import { runNode } from "./run-program";

const stamp = ".next/throughline-build";
const parts = [
  "app",
  "components",
  "lib",
  "db",
  "messages",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];
const next = "node_modules/next/dist/bin/next";

/** Builds the app when a file it is made of has changed since the last complete build. */
export async function buildApp(folder: string): Promise<"unchanged" | "built"> {
  if (isBuilt(contentHash())) return "unchanged";
  return exclusively(`${folder}/build.lock`, "builds the app", async () => {
    const hash = contentHash();
    if (isBuilt(hash)) return "unchanged";
    rmSync(stamp, { force: true });
    const { code, output } = await runNode([next, "build"], { NODE_ENV: "production" });
    if (code !== 0) throw new SetupProblem(`${output.trim()}\n\nThe app could not be built (the reasons are above).`);
    mkdirSync(".next", { recursive: true });
    writeFileSync(stamp, hash);
    return "built";
  });
}

function isBuilt(hash: string): boolean {
  try {
    return readFileSync(stamp, "utf8") === hash;
  } catch {
    return false;
  }
}

function contentHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of parts.flatMap(filesBelow)) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(part: string): string[] {
  if (!existsSync(part)) return [];
  if (statSync(part).isFile()) return [part];
  const inside = readdirSync(part, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return inside
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx?$|\.sql$/.test(file))
    .sort();
}
