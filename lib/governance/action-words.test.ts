import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionWords } from "./action-words";

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join("lib", file), "utf8"));

test("whatever is written into the audit log is said in words", () => {
  const named = sources.flatMap((source) => [
    ...source.matchAll(/\bcommand\(\s*"([a-z]+\.[a-z-]+)"/g),
    ...source.matchAll(/\bleaveTrace\([^"]*"([a-z]+\.[a-z-]+)"/g),
  ]);
  const actions = [...new Set(named.map(([, action = ""]) => action))];
  expect(actions).toContain("survey.edit");
  expect(actions).toContain("report.export");
  expect(actions.filter((action) => actionWords(action) === action)).toEqual([]);
});
