import { expect, test } from "vitest";
import { aBehaviour, aRole, nth, smallTree } from "@/test/given-taxonomy";
import { applyChanges, changesBetween, invert } from "./apply-changes";
import { compareTrees } from "./compare-trees";
import { remove } from "./edits/remove";
import { setFields } from "./edits/set-fields";
import { indexTree } from "./tree-index";

const index = indexTree(smallTree);
const after = (...edits: { changes: Parameters<typeof applyChanges>[1] }[]) =>
  edits.reduce((tree, { changes }) => applyChanges(tree, changes), smallTree);

test("what differs stands with its role or skill, field by field in words", () => {
  const owner = "11111111-1111-4111-8111-111111111111";
  const changed = after(
    setFields(index, [nth("skill", 1)], { facet: "judgment", ownerId: owner, halfLifeDays: 90 }),
    setFields(index, [nth("behaviour", 1)], { anchors: ["Interrupts", null, null, null, "Waits"], seenBy: ["peer"] }),
    setFields(index, [nth("need", 2)], { shownBy: [], critical: true }),
  );
  const { groups, counts } = compareTrees(smallTree, changed, new Map([[owner, "Ada"]]));
  expect(counts).toEqual({ added: 0, changed: 3, removed: 0 });
  expect(groups.map(({ kind, name, nodes }) => [kind, name, nodes.map((node) => [node.kind, node.name])])).toEqual([
    ["role", "Service agent", [["need", "Service orientation for “Resolve complaints”"]]],
    [
      "skill",
      "Listening",
      [
        ["skill", "Listening"],
        ["behaviour", "Lets the customer finish before asking the first question"],
      ],
    ],
  ]);
  const fields = groups.flatMap(({ nodes }) => nodes.flatMap((node) => node.fields));
  expect(fields.map(({ label, before, after: now }) => [label, before, now])).toEqual([
    ["Critical", "No", "Yes"],
    ["Shown by", "Names the refund rule before promising an amount (level 4)", "All behaviours of the skill"],
    ["Facet", null, "Judgement"],
    ["Half-life", null, "90 days"],
    ["Owner", null, "Ada"],
    ["Levels in words", null, "1: Interrupts; 5: Waits"],
    ["Seen by", "Manager; Peer", "Peer"],
  ]);
});

test("what came is named as it is, what went as it was", () => {
  const gone = after(remove(index, [nth("role", 2)]));
  const added = aRole(nth("role", 9), "Auditor");
  const { groups, counts } = compareTrees(smallTree, new Map([...gone, [added.id, added]]));
  expect(counts).toEqual({ added: 1, changed: 0, removed: 5 });
  expect(groups.map(({ name, nodes }) => [name, nodes.map(({ what, name: node }) => `${what} ${node}`)])).toEqual([
    [
      "Assembler",
      [
        "removed Assembler",
        "removed Check parts",
        "removed Hand over the shift",
        "removed Listening at large",
        "removed Quality control for “Check parts”",
      ],
    ],
    ["Auditor", ["added Auditor"]],
  ]);
});

test("equal trees have no difference, whatever the order of keys, and frequency at work is none", () => {
  const task = smallTree.get(nth("task", 1));
  if (task?.kind !== "task") throw new Error("No such task");
  const reordered = Object.fromEntries(Object.entries({ ...task, frequency: 5 }).toReversed()) as typeof task;
  const other = new Map([...smallTree, [task.id, reordered]]);
  expect(changesBetween(smallTree, other)).toEqual([]);
  expect(compareTrees(smallTree, other).counts).toEqual({ added: 0, changed: 0, removed: 0 });
});

test("the changes between two trees lead from one to the other and back", () => {
  const other = after(remove(index, [nth("skill", 2)]), setFields(index, [nth("skill", 1)], { name: "Hearing" }));
  const behaviour = aBehaviour(nth("behaviour", 99), nth("skill", 1), "Waits");
  const target = new Map([...other, [behaviour.id, behaviour]]);
  const changes = changesBetween(smallTree, target);
  expect(applyChanges(smallTree, changes)).toEqual(target);
  expect(new Map([...applyChanges(target, invert({ label: "", changes }).changes)].sort())).toEqual(
    new Map([...smallTree].sort()),
  );
});

test("what was merged is told with what it became part of", () => {
  const gone = nth("behaviour", 1);
  const after = new Map([...smallTree].filter(([id]) => id !== gone));
  const [group] = compareTrees(smallTree, after, new Map(), new Map([[gone, nth("behaviour", 2)]])).groups;
  expect(group?.nodes).toMatchObject([{ what: "removed", became: "Repeats the order number aloud before booking" }]);
  expect(compareTrees(smallTree, after).groups[0]?.nodes).toMatchObject([{ what: "removed", became: null }]);
});
