import { expect, test } from "vitest";
import { applyChanges, treeOf } from "@/lib/skills/tree/apply-changes";
import { addBehaviour, addRole, addSkill, addTask } from "@/lib/skills/tree/edits/add";
import type { Edit } from "@/lib/skills/tree/node";
import { outline } from "@/lib/skills/tree/outline";
import { changeIndex, indexTree, type TreeIndex } from "@/lib/skills/tree/tree-index";
import { destinationAt, moveByOne } from "./move-row";

/** A role with two tasks; the first needs two skills for judgement, of which the first has two behaviours and the second one. */
function given() {
  let index = indexTree(treeOf([]));
  const make = (build: (now: TreeIndex) => Edit) => {
    index = changeIndex(index, build(index).changes);
  };
  make((now) => addRole(now, { id: "role", name: "Role" }));
  for (const id of ["task-1", "task-2"]) make((now) => addTask(now, { id, name: id, roleId: "role" }));
  for (const at of ["1", "2"]) {
    const need = { id: `need-${at}`, roleId: "role", taskId: "task-1", facet: "judgment" } as const;
    make((now) => addSkill(now, need, { id: `skill-${at}`, name: `Skill ${at}` }));
  }
  for (const [id, skillId] of [
    ["b1", "skill-1"],
    ["b2", "skill-1"],
    ["b3", "skill-2"],
  ] as const) {
    make((now) => addBehaviour(now, { id, statement: id, skillId }));
  }
  const keys = new Set(["role", "task-1", "task-1/judgment", "need-1/judgment", "need-2/judgment"]);
  return { index, rows: outline(index, keys) };
}

function moved(id: string, by: 1 | -1): TreeIndex | null {
  const { index, rows } = given();
  const row = rows.find((one) => "node" in one && one.node.id === id);
  const edit = row ? moveByOne(index, rows, row, by) : null;
  return edit ? indexTree(applyChanges(index.tree, edit.changes)) : null;
}
const ids = (nodes: readonly { id: string }[] | undefined) => nodes?.map(({ id }) => id);

test("a row moves by one among its siblings", () => {
  expect(ids(moved("b2", -1)?.behavioursOf.get("skill-1"))).toEqual(["b2", "b1"]);
  expect(ids(moved("task-1", 1)?.tasksOf.get("role"))).toEqual(["task-2", "task-1"]);
  expect(ids(moved("skill-1", 1)?.needsOf.get("task-1"))).toEqual(["need-2", "need-1"]);
});

test("at the edge a behaviour goes over to the neighbouring skill, next to where it stood", () => {
  expect(ids(moved("b2", 1)?.behavioursOf.get("skill-2"))).toEqual(["b2", "b3"]);
  expect(ids(moved("b3", -1)?.behavioursOf.get("skill-1"))).toEqual(["b1", "b2", "b3"]);
});

test("at the edge a needed skill goes over to the next task, and after the last task to the role at large", () => {
  expect(ids(moved("skill-2", 1)?.needsOf.get("task-2"))).toEqual(["need-2"]);
  expect(moved("skill-1", -1)).toBeNull();
});

test("the first behaviour of all has nowhere further up to go", () => {
  expect(moved("b1", -1)).toBeNull();
});

test("what was picked up is put at the end of what can hold it, or before its like", () => {
  const { rows } = given();
  const at = (key: string) => {
    const row = rows.find((one) => one.key === key);
    if (!row) throw new Error(`No row ${key}`);
    return row;
  };
  expect(destinationAt(at("need-2/judgment"), "behaviour", null)).toEqual({ parentId: "skill-2" });
  expect(destinationAt(at("need-2/judgment"), "need", "judgment")).toEqual({
    parentId: "task-1",
    before: "need-2",
    facet: "judgment",
  });
  expect(destinationAt(at("role"), "task", null)).toEqual({ parentId: "role" });
  expect(destinationAt(at("role"), "behaviour", null)).toBeNull();
});
