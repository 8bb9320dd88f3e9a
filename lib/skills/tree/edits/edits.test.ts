import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges, invert } from "@/lib/skills/tree/apply-changes";
import { compareTrees } from "@/lib/skills/tree/compare-trees";
import type { Edit, NeedNode } from "@/lib/skills/tree/node";
import { changeIndex, indexTree, type TreeIndex } from "@/lib/skills/tree/tree-index";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import { nth, smallTree } from "@/test/given-taxonomy";
import { randomEdit } from "@/test/random-edit";
import { randomFrom } from "@/test/random-from";
import { addBehaviour, addSkill, addTask } from "./add";
import { merge } from "./merge";
import { move } from "./move";
import { remove } from "./remove";
import { setFields } from "./set-fields";
import { split } from "./split";

const index = indexTree(smallTree);
const after = (edit: Edit, from: TreeIndex = index) => changeIndex(from, edit.changes);
const need = (at: TreeIndex, number: number) => at.tree.get(nth("need", number)) as NeedNode | undefined;
const taskNames = (at: TreeIndex, role: number) => at.tasksOf.get(nth("role", role))?.map(({ name }) => name);
let count = 0;
const newId = () => nth("need", 1000 + count++);

test("whatever is done in a row, the index kept up is the index built anew, the tree holds together, and undoing all gives it back", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const done: Edit[] = [];
      let at = index;
      for (let step = 0; step < 25; step++) {
        const edit = randomEdit(at, random);
        expect(validateChanges(at.tree, edit.changes)).toEqual([]);
        at = changeIndex(at, edit.changes);
        done.push(edit);
      }
      expect(at).toEqual(indexTree(at.tree));
      expect(
        validateChanges(
          new Map(),
          [...at.tree.values()].map((node) => ({ id: node.id, before: null, after: node })),
        ),
      ).toEqual([]);
      for (const edit of done.toReversed()) at = changeIndex(at, invert(edit).changes);
      expect(at.tree).toEqual(smallTree);
      expect(at).toEqual(index);
    }),
    { numRuns: 30 },
  );
});

test("an edit leaves the tree it was made from as it was", () => {
  const copy = structuredClone([...smallTree]);
  applyChanges(smallTree, remove(index, [nth("role", 1)]).changes);
  expect([...smallTree]).toEqual(copy);
});

test("a task is added at the end, or before another", () => {
  const added = after(addTask(index, { id: nth("task", 9), roleId: nth("role", 1), name: "Greet" }));
  expect(taskNames(added, 1)).toEqual(["Resolve complaints", "Answer questions", "Greet"]);
  const first = after(
    addTask(index, { id: nth("task", 9), roleId: nth("role", 1), name: "Greet", before: nth("task", 1) }),
  );
  expect(taskNames(first, 1)).toEqual(["Greet", "Resolve complaints", "Answer questions"]);
});

test("a new skill comes with the need for it; one the task needs already is not needed twice", () => {
  const where = { id: nth("need", 9), roleId: nth("role", 1), taskId: nth("task", 2), facet: "knowledge" } as const;
  const edit = addSkill(index, where, { id: nth("skill", 9), name: "Product knowledge" });
  expect(edit.label).toBe("Added the skill “Product knowledge”");
  expect(edit.changes.map(({ after: node }) => node?.kind)).toEqual(["skill", "need"]);
  expect(need(after(edit), 9)).toMatchObject({ skillId: nth("skill", 9), facet: "knowledge", position: 1 });
  expect(addSkill(index, where, nth("skill", 1)).changes).toEqual([]);
});

test("a behaviour added below a need that names its behaviours is named too, below another it need not be", () => {
  const behaviour = { id: nth("behaviour", 99), skillId: nth("skill", 2), statement: "Waits" };
  expect(need(after(addBehaviour(index, behaviour, nth("need", 2))), 2)?.shownBy).toHaveLength(2);
  const other = { ...behaviour, skillId: nth("skill", 1) };
  expect(need(after(addBehaviour(index, other, nth("need", 1))), 1)?.shownBy).toEqual([]);
});

test("fields are set of many at once, of each kind those it has", () => {
  const edit = setFields(index, [nth("need", 1), nth("need", 4), nth("task", 1)], { critical: true, targetLevel: 4 });
  expect(edit.label).toBe("Changed critical and target level of 3 entries");
  expect(edit.changes.map(({ id }) => id)).toEqual([nth("need", 1), nth("need", 4), nth("task", 1)]);
  expect(setFields(index, [nth("need", 1)], { targetLevel: 4 }).changes).toEqual([]);
});

test("a task moves to another role with what it needs", () => {
  const moved = after(move(index, [nth("task", 1)], { parentId: nth("role", 2), before: nth("task", 4) }));
  expect(taskNames(moved, 1)).toEqual(["Answer questions"]);
  expect(taskNames(moved, 2)).toEqual(["Check parts", "Resolve complaints", "Hand over the shift"]);
  expect(need(moved, 1)?.roleId).toBe(nth("role", 2));
});

test("a need that meets one for the same skill becomes one with it, at the higher level", () => {
  const moved = after(move(index, [nth("need", 1)], { parentId: nth("task", 2) }));
  expect(need(moved, 1)).toBeUndefined();
  expect(need(moved, 3)).toMatchObject({ targetLevel: 4, facet: "fluency" });
});

test("a need moves to what a role needs at large, and under another facet", () => {
  const moved = after(move(index, [nth("need", 2)], { parentId: nth("role", 2), facet: "knowledge" }));
  expect(need(moved, 2)).toMatchObject({ roleId: nth("role", 2), taskId: null, facet: "knowledge" });
});

test("a behaviour that moves to another skill is no longer named by the needs of the first", () => {
  const moved = after(move(index, [nth("behaviour", 4)], { parentId: nth("skill", 3), before: nth("behaviour", 7) }));
  expect(need(moved, 2)?.shownBy).toEqual([]);
  expect(moved.behavioursOf.get(nth("skill", 3))?.map(({ id }) => id)).toEqual(
    [4, 7, 8, 9].map((one) => nth("behaviour", one)),
  );
});

test("what cannot stand somewhere stays where it is", () => {
  expect(move(index, [nth("behaviour", 1), nth("task", 1)], { parentId: nth("task", 2) }).changes).toEqual([]);
});

test("skills merge with their behaviours, and needs that then meet become one", () => {
  const merged = after(merge(index, nth("skill", 1), [nth("skill", 2)]));
  expect(merged.behavioursOf.get(nth("skill", 1))?.map(({ id }) => id)).toEqual(
    [1, 2, 3, 4, 5, 6].map((one) => nth("behaviour", one)),
  );
  expect(merged.skills.map(({ name }) => name)).toEqual(["Listening", "Quality control"]);
  expect(need(merged, 2)).toBeUndefined();
  expect(need(merged, 1)).toMatchObject({ targetLevel: 4, shownBy: [] });
  expect(need(merged, 3)?.skillId).toBe(nth("skill", 1));
});

test("behaviours merge: needs name the one that stays, once", () => {
  const merged = after(merge(index, nth("behaviour", 5), [nth("behaviour", 4), nth("behaviour", 6)]));
  expect(need(merged, 2)?.shownBy).toEqual([{ behaviourId: nth("behaviour", 5), targetLevel: 4 }]);
  expect(merged.behavioursOf.get(nth("skill", 2))).toHaveLength(1);
});

test("what is merged has an heir in the edit, what goes with it has none, and undone the edit has none either", () => {
  const edit = merge(index, nth("skill", 1), [nth("skill", 2)]);
  const heirs = edit.changes.flatMap(({ id, heir }) => (heir ? [[id, heir]] : []));
  expect(heirs).toEqual([[nth("skill", 2), nth("skill", 1)]]);
  expect(invert(edit).changes.some(({ heir }) => heir)).toBe(false);
  expect(remove(index, [nth("skill", 2)]).changes.some(({ heir }) => heir)).toBe(false);
});

test("tasks merge across roles", () => {
  const merged = after(merge(index, nth("task", 3), [nth("task", 2)]));
  expect(need(merged, 3)).toMatchObject({ taskId: nth("task", 3), roleId: nth("role", 2) });
  expect(taskNames(merged, 1)).toEqual(["Resolve complaints"]);
});

test("a skill splits with its needs: one that names behaviours follows them, one that does not becomes two", () => {
  const parts = { id: nth("skill", 9), name: "Refunds", behaviourIds: [nth("behaviour", 4)] };
  const followed = after(split(index, nth("skill", 2), parts, newId));
  expect(need(followed, 2)?.skillId).toBe(nth("skill", 9));
  expect(followed.needsFor.get(nth("skill", 2))).toBeUndefined();

  const two = after(split(index, nth("skill", 1), { ...parts, behaviourIds: [nth("behaviour", 2)] }, newId));
  expect(two.needsFor.get(nth("skill", 1))).toHaveLength(3);
  expect(two.needsFor.get(nth("skill", 9))?.map(({ taskId, facet }) => [taskId, facet])).toEqual([
    [nth("task", 1), "judgment"],
    [nth("task", 2), "fluency"],
    [null, "judgment"],
  ]);
});

test("a role goes with its tasks and needs, and its skills stay", () => {
  const gone = after(remove(index, [nth("role", 1)]));
  expect(gone.roles.map(({ name }) => name)).toEqual(["Assembler"]);
  expect([...gone.tree.values()].filter(({ kind }) => kind === "task")).toHaveLength(2);
  expect(gone.skills).toHaveLength(3);
  expect(remove(index, [nth("role", 1)]).label).toBe("Took out “Service agent”");
});

test("a skill goes with its behaviours and every need for it", () => {
  const difference = compareTrees(smallTree, after(remove(index, [nth("skill", 1)])).tree);
  expect(difference.counts).toEqual({ added: 0, changed: 0, removed: 7 });
});
