import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const forbidden = [
  ["app/people/page.tsx", 'import { db } from "@/db/client";', "does not know the database"],
  ["app/people/loading.tsx", 'import { people } from "@/db/schema/people";', "does not know the database"],
  ["components/people/a.tsx", 'import { db } from "@/db/client";', "gets what it shows from the page"],
  [
    "components/people/b.tsx",
    'import { query } from "@/lib/server/tenant-access";',
    "gets what it shows from the page",
  ],
  ["components/people/c.tsx", 'import { readPeople } from "@/lib/people/read-people";', "not call it"],
  ["lib/people/a.ts", 'import { db } from "@/db/client";', "query() or command()"],
  ["lib/people/b.ts", 'import { Card } from "@/components/ui/card";', "below the pages"],
  ["lib/people/c.ts", 'import { db } from "../../db/client";', "@/ across folders"],
  ["lib/stats/a.ts", 'import { z } from "zod";', "depends on nothing"],
  ["lib/stats/b.ts", 'import { DomainError } from "@/lib/errors";', "depends on nothing"],
  ["lib/money/a.ts", 'import { people } from "@/db/schema/people";', "lib/stats and nothing else"],
  ["lib/errors.ts", 'import { z } from "zod";', "depends on nothing"],
  ["lib/access/policy.ts", 'import { query } from "@/lib/server/tenant-access";', "pure table"],
  ["db/backup.ts", 'import { readPeople } from "@/lib/people/read-people";', "does not know the domain"],
  ["db/schema/people.ts", 'import { z } from "zod";', "drizzle and other tables only"],
  ["scripts/start.ts", 'import { db } from "../db/client";', "@/ across folders"],
  ["lib/stats/ring.ts", 'import { next } from "./ring-back";\n\nexport const ring = next;', "cycle"],
] as const;

const allowed = [
  ["app/people/layout.tsx", 'import { readPeople } from "@/lib/people/read-people";'],
  ["components/people/d.tsx", 'import type { PersonRow } from "@/lib/people/read-people";'],
  ["lib/people/d.ts", 'import type { Tx } from "@/db/client";'],
  ["lib/server/tenant-access.ts", 'import { db } from "@/db/client";'],
  ["lib/stats/c.ts", 'import { mean } from "./moments";'],
  ["lib/money/b.ts", 'import { normalQuantile } from "@/lib/stats/normal";'],
  ["scripts/test.ts", 'import { db } from "@/db/client";'],
] as const;

/** A project of its own with our rules, so that the planted files disturb nobody. */
let project = "";
let findings: { location: { path: string }; message: string; category: string; advices: unknown }[] = [];

beforeAll(() => {
  mkdirSync(".throughline", { recursive: true });
  project = mkdtempSync(path.resolve(".throughline/import-rules-"));
  copyFileSync("biome.json", path.join(project, "biome.json"));
  const back = ["lib/stats/ring-back.ts", 'import { ring } from "./ring";\n\nexport const next = ring;'];
  for (const [file = "", statement] of [...forbidden, ...allowed, back]) {
    mkdirSync(path.join(project, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(project, file), `${statement}\n`);
  }
  const rules = ["--only=style/noRestrictedImports", "--only=suspicious/noImportCycles"];
  const args = [path.resolve("node_modules/@biomejs/biome/bin/biome"), "lint", ...rules];
  const { stdout, status } = spawnSync(
    process.execPath,
    [...args, "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none"],
    { cwd: project, encoding: "utf8" },
  );
  expect(status).toBe(1);
  findings = JSON.parse(stdout).diagnostics;
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const found = (file: string) => JSON.stringify(findings.filter(({ location }) => location.path === file));

test.each(forbidden)("%s may not contain: %s", (file, _statement, reason) => {
  expect(found(file)).toContain(reason);
});

test.each(allowed)("%s may contain: %s", (file) => {
  expect(found(file)).toBe("[]");
});
