import { expect, test } from "vitest";
import { type PilotScope, scopeRemarks } from "./scope-guard";

const narrow: PilotScope = {
  roles: ["Agent"],
  behaviours: 4,
  workflow: { name: "Escalations", role: "Agent", steps: 3, measured: 2 },
};
const workflow = (change: Partial<PilotScope["workflow"]>): PilotScope => ({
  ...narrow,
  workflow: { ...narrow.workflow, ...change },
});

test("a narrow pilot with something to count passes without a remark", () => {
  expect(scopeRemarks(narrow)).toEqual([]);
});

test.each([
  ["A pilot is of one", { ...narrow, roles: ["Agent", "Clerk"] }],
  ["The workflow is that of Clerk", workflow({ role: "Clerk" })],
  ["8 steps", workflow({ steps: 8 })],
  ["6 behaviours", { ...narrow, behaviours: 6 }],
])("one that is too wide is told so: %s", (says, scope) => {
  expect(scopeRemarks(scope)).toEqual([{ blocks: false, says: expect.stringContaining(says) }]);
});

test("a workflow in which nothing is counted cannot be piloted", () => {
  expect(scopeRemarks(workflow({ measured: 0 }))).toEqual([
    { blocks: true, says: expect.stringContaining("Nothing in “Escalations” is counted") },
  ]);
});
