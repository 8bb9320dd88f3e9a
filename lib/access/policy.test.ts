import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { may, type Permission } from "./policy";

/** The permissions that commands ask for: what it takes to change something. */
function permissionsToChange(): Permission[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const asked = files.flatMap((name) =>
    [...readFileSync(path.join("lib", name), "utf8").matchAll(/=\s*command\s*(?:<[^(]*>)?\(\s*"([a-z.-]+)"/g)].map(
      ([, permission]) => permission as Permission,
    ),
  );
  return [...new Set(asked)].toSorted();
}

test("an auditor changes nothing: they answer for themselves, and have computed what nobody entered", () => {
  const all = permissionsToChange();
  expect(all.length).toBeGreaterThan(30);
  expect(all).toContain("assumption.sign");
  expect(all.filter((permission) => may(["auditor"], permission))).toEqual([
    "contest.open",
    "initiative.evaluate",
    "nudge.done",
  ]);
});

test("an auditor reads what is claimed, and not what steers or is about single people", () => {
  const read = ["initiative.read", "roi.read", "decision.read", "audit.read", "methods.read"] as const;
  const shut = ["scorecard.read", "compare.read", "person.read", "team.read", "survey.read", "work.read"] as const;
  for (const permission of read) expect(may(["auditor"], permission), permission).toBe(true);
  for (const permission of shut) expect(may(["auditor"], permission), permission).toBe(false);
});
