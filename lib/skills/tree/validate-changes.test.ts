import { expect, test } from "vitest";
import { aBehaviour, aNeed, aRole, aSkill, aTask, nth, smallTree } from "@/test/given-taxonomy";
import { applyChanges } from "./apply-changes";
import type { Change, TaxonomyNode } from "./node";
import { publishFaults, touchedBy } from "./publish-faults";
import { validateChanges } from "./validate-changes";

const add = (after: TaxonomyNode): Change => ({ id: after.id, before: null, after });
const drop = (id: string): Change => ({ id, before: smallTree.get(id) ?? null, after: null });
const set = (id: string, fields: object): Change => {
  const before = smallTree.get(id);
  if (!before) throw new Error("No such node");
  return { id, before, after: { ...before, ...fields } };
};
const faults = (...changes: Change[]) =>
  validateChanges(smallTree, changes).map(({ field, message }) => [field, message]);
const [role, task, skill] = [nth("role", 1), nth("task", 1), nth("skill", 1)];

test.each<[string, Change, string, RegExp]>([
  ["a role without a name", add(aRole(nth("role", 9), "  ")), "name", /Give the role a name/],
  ["a name of spaces around", set(skill, { name: " Listening" }), "name", /No space/],
  ["an endless name", set(skill, { name: "a".repeat(501) }), "name", /At most 500/],
  ["a taken role", add(aRole(nth("role", 9), "Assembler")), "name", /a role of this name/],
  ["a taken skill", set(skill, { name: "Quality control" }), "name", /a skill of this name/],
  ["a taken task", add(aTask(nth("task", 9), role, "Resolve complaints")), "name", /The role has a task/],
  [
    "a taken wording",
    add(aBehaviour(nth("behaviour", 99), skill, "Confirms the change with the customer")),
    "statement",
    /of this wording/,
  ],
  ["a need twice", add(aNeed(nth("need", 9), role, task, skill)), "skillId", /needs this skill for this task already/],
  ["a task of no role", add(aTask(nth("task", 9), nth("role", 99), "Greet")), "roleId", /role is no longer there/],
  [
    "a behaviour of no skill",
    add(aBehaviour(nth("behaviour", 99), task, "Waits")),
    "skillId",
    /skill is no longer there/,
  ],
  [
    "a need for another role's task",
    add(aNeed(nth("need", 9), nth("role", 2), task, skill)),
    "taskId",
    /task is no longer there/,
  ],
  [
    "a need shown by another skill",
    set(nth("need", 1), { shownBy: [{ behaviourId: nth("behaviour", 9), targetLevel: null }] }),
    "shownBy",
    /belongs to another skill/,
  ],
  ["a level beyond the scale", set(nth("need", 1), { targetLevel: 6 }), "targetLevel", /between 1 and 5/],
  [
    "a level of a behaviour beyond it",
    set(nth("need", 2), { shownBy: [{ behaviourId: nth("behaviour", 4), targetLevel: 0 }] }),
    "shownBy",
    /between 1 and 5/,
  ],
  ["four anchors", set(nth("behaviour", 1), { anchors: ["a", "b", "c", "d"] }), "anchors", /each of the levels/],
  ["nobody who sees it", set(nth("behaviour", 1), { seenBy: [] }), "seenBy", /at least one/],
  ["a half-life of a day", set(skill, { halfLifeDays: 1 }), "halfLifeDays", /from 7 to/],
  ["a role with tasks taken out", drop(role), "", /belongs to this role/],
  ["a task with needs taken out", drop(task), "", /belongs to this task/],
  ["a skill with behaviours taken out", drop(skill), "", /belongs to this skill/],
  ["a behaviour a need names taken out", drop(nth("behaviour", 4)), "", /belongs to this behaviour/],
])("%s is told", (_, change, field, message) => {
  expect(faults(change)).toEqual([[field, expect.stringMatching(message)]]);
});

test("what an import brought in another shape is left alone as long as nobody touches that field", () => {
  const long = { ...aSkill(nth("skill", 9), "a".repeat(900)), halfLifeDays: 1 };
  const tree = new Map([...smallTree, [long.id, long]]);
  expect(validateChanges(tree, [{ id: long.id, before: long, after: { ...long, risk: "high" } }])).toEqual([]);
  expect(
    validateChanges(tree, [{ id: long.id, before: long, after: { ...long, name: "b".repeat(900) } }]),
  ).toHaveLength(1);
});

test("two changes at once may swap names, or take out a role with what is below", () => {
  expect(
    faults(set(nth("skill", 1), { name: "Quality control" }), set(nth("skill", 3), { name: "Listening" })),
  ).toEqual([]);
  const below = [...smallTree.values()]
    .filter((node) => "roleId" in node && node.roleId === role)
    .map(({ id }) => drop(id));
  expect(faults(drop(role), ...below)).toEqual([]);
});

test("of two additions with one name the later is told", () => {
  expect(
    validateChanges(smallTree, [add(aSkill(nth("skill", 8), "New")), add(aSkill(nth("skill", 9), "New"))]),
  ).toEqual([{ nodeId: nth("skill", 9), field: "name", message: "There is a skill of this name already" }]);
});

const check = (...changes: Change[]) => publishFaults(applyChanges(smallTree, changes), touchedBy(changes));

test("a skill that lost a behaviour is looked at, one that nobody touched is not", () => {
  expect(check(drop(nth("behaviour", 1))).faults).toMatchObject([{ nodeId: skill, field: "rangeReason" }]);
  expect(check(drop(nth("behaviour", 1)), set(skill, { rangeReason: "Two say it all" })).faults).toEqual([]);
  const bare = new Map([...smallTree, [nth("skill", 9), aSkill(nth("skill", 9), "Bare")]]);
  expect(publishFaults(bare, [skill]).faults).toEqual([]);
  expect(publishFaults(bare, [nth("skill", 9)]).faults).toMatchObject([{ nodeId: nth("skill", 9), field: "" }]);
});

test("a behaviour moved from one skill to another puts both to the test", () => {
  const moved = set(nth("behaviour", 1), { skillId: nth("skill", 2) });
  expect(check(moved).faults.map(({ nodeId }) => nodeId)).toEqual([skill]);
  const all = [1, 2, 3].map((one) => set(nth("behaviour", one), { skillId: nth("skill", 2) }));
  expect(new Set(check(...all).faults.map(({ nodeId }) => nodeId))).toEqual(new Set([skill, nth("skill", 2)]));
});

test("wording that cannot be seen, and a need for a skill nobody can see, are warnings; a blank is a fault", () => {
  const said = (statement: string) => check(set(nth("behaviour", 1), { statement }));
  expect(said("Understands the customer")).toMatchObject({ faults: [], warnings: [{ nodeId: nth("behaviour", 1) }] });
  expect(said("Does […] when the customer calls").faults).toMatchObject([{ field: "statement" }]);
  const bare = aSkill(nth("skill", 9), "Bare");
  const need = aNeed(nth("need", 9), role, task, bare.id);
  expect(publishFaults(new Map([...smallTree, [bare.id, bare], [need.id, need]]), [need.id])).toMatchObject({
    faults: [],
    warnings: [{ nodeId: bare.id }],
  });
});
