import { expect, test } from "vitest";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import type { RoleNode, TaskNode } from "@/lib/skills/tree/node";
import { putOnTop } from "./put-on-top";
import type { Step } from "./step";

const role = (id: string, name: string): RoleNode => ({
  kind: "role",
  id,
  name,
  summary: null,
  ownerId: null,
  source: null,
});
const rename = (from: RoleNode, name: string): Step => ({
  kind: "edit",
  label: `Renamed to ${name}`,
  changes: [{ id: from.id, before: from, after: { ...from, name } }],
});
const addition = (node: RoleNode): Step => ({
  kind: "edit",
  label: `Added ${node.name}`,
  changes: [{ id: node.id, before: null, after: node }],
});
const driver = role("a", "Driver");
const none = new Map();

test("edits of other nodes go on top of what somebody else did", () => {
  const now = treeOf([driver, role("b", "Added elsewhere")]);
  const { steps, clashes, stuck } = putOnTop(now, [rename(driver, "Courier")], none);
  expect(steps).toEqual([rename(driver, "Courier")]);
  expect([...clashes, ...stuck]).toEqual([]);
});

test("an edit whose answer got lost is not made twice", () => {
  const now = treeOf([{ ...driver, name: "Courier" }]);
  expect(putOnTop(now, [rename(driver, "Courier")], none)).toEqual({ steps: [], clashes: [], stuck: [] });
});

test("edits upon edits are followed in their order", () => {
  const courier = { ...driver, name: "Courier" };
  const waiting = [rename(driver, "Courier"), rename(courier, "Rider")];
  expect(putOnTop(treeOf([driver]), waiting, none).steps).toEqual(waiting);
});

test("a node that was changed on both sides is asked about, and the choice decides", () => {
  const theirs = { ...driver, name: "Chauffeur" };
  const now = treeOf([theirs]);
  const waiting = [rename(driver, "Courier")];
  const mine = { ...driver, name: "Courier" };

  const asked = putOnTop(now, waiting, none);
  expect(asked.clashes).toEqual([{ nodeId: "a", label: "Renamed to Courier", theirs, mine }]);
  expect(asked.steps).toEqual([]);

  expect(putOnTop(now, waiting, new Map([["a", "mine"]])).steps).toEqual([
    { kind: "edit", label: "Renamed to Courier", changes: [{ id: "a", before: theirs, after: mine }] },
  ]);
  expect(putOnTop(now, waiting, new Map([["a", "theirs"]]))).toEqual({ steps: [], clashes: [], stuck: [] });
});

test("an edit the tree does not allow any more is told with its reason, and kept", () => {
  const now = treeOf([driver, role("b", "Courier")]);
  const { steps, stuck } = putOnTop(now, [addition(role("c", "Courier"))], none);
  expect(steps).toEqual([]);
  expect(stuck).toMatchObject([{ step: { label: "Added Courier" }, faults: [{ nodeId: "c", field: "name" }] }]);
});

test("a task that was placed at Work in between keeps its place under an edit that is put on top", () => {
  const task: TaskNode = {
    kind: "task",
    id: "t",
    roleId: "a",
    name: "Deliver",
    position: 0,
    critical: false,
    frequency: 3,
    impact: 3,
    source: null,
  };
  const placed = { ...task, frequency: 5 };
  const waiting: Step = {
    kind: "edit",
    label: "Renamed",
    changes: [{ id: "t", before: task, after: { ...task, name: "Bring" } }],
  };
  expect(putOnTop(treeOf([driver, placed]), [waiting], none).steps[0]?.changes).toEqual([
    { id: "t", before: placed, after: { ...placed, name: "Bring" } },
  ]);
});

test("a merger goes on top with its heir, and is stuck where that is gone", () => {
  const tasks = ["t", "u"].map(
    (id): TaskNode => ({
      kind: "task",
      id,
      roleId: "a",
      name: id,
      position: 0,
      critical: false,
      frequency: null,
      impact: null,
      source: null,
    }),
  );
  const [first, second] = tasks;
  if (!first || !second) throw new Error("Two tasks");
  const waiting: Step = {
    kind: "edit",
    label: "Merged t into u",
    changes: [{ id: "t", before: first, after: null, heir: "u" }],
  };
  const renamed = { ...second, name: "Unload" };
  expect(putOnTop(treeOf([driver, first, renamed]), [waiting], none).steps).toEqual([waiting]);
  const { steps, stuck } = putOnTop(treeOf([driver, first]), [waiting], none);
  expect([steps, stuck.map(({ faults }) => faults[0]?.message)]).toEqual([
    [],
    ["The task it was to become part of is no longer there"],
  ]);
});
