import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromReport, inWords, nothing, playwrightTally, sum, vitestTally } from "./tally";

let folder = "";

beforeAll(() => {
  mkdirSync(".throughline", { recursive: true });
  folder = mkdtempSync(path.resolve(".throughline/tally-test-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("a test file that does not load counts as a failure", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}] },
    { status: "failed", assertionResults: [] },
  ];
  expect(vitestTally(report({ numPassedTests: 1, numFailedTests: 0, testResults }))).toEqual({ passed: 1, failed: 1 });
});

test("a browser test that needs a second try counts as a failure", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1 };
  expect(playwrightTally(report({ stats }))).toEqual({ passed: 3, failed: 2 });
});

test("a run that dies without a report is a failure", () => {
  expect(fromReport(() => vitestTally(path.join(folder, "none.json")), null)).toEqual({ passed: 0, failed: 1 });
  expect(fromReport(() => nothing, 0)).toEqual(nothing);
});

test("the last line adds everything up", () => {
  const total = sum([
    { passed: 2, failed: 0 },
    { passed: 3, failed: 1 },
  ]);
  expect(inWords(total)).toBe("5 passed, 1 failed");
});
