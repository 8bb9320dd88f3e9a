import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

test("package-lock.json names the packages of every system, so that `npm ci` accepts it everywhere", () => {
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const missing = Object.entries(packages).flatMap(([holder, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !packages[`${holder}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(missing, "run npm run lock:complete").toEqual([]);
});
