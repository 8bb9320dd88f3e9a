import { expect, test } from "vitest";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import { addBehaviour, addRole, addSkill, addTask } from "@/lib/skills/tree/edits/add";
import { move } from "@/lib/skills/tree/edits/move";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { Edit } from "@/lib/skills/tree/node";
import { changeIndex, indexTree, type TreeIndex } from "@/lib/skills/tree/tree-index";
import { createTreeView } from "./tree-view";

function given() {
  let index = indexTree(treeOf([]));
  const steps: ((now: TreeIndex) => Edit)[] = [
    (now) => addRole(now, { id: "r1", name: "First" }),
    (now) => addRole(now, { id: "r2", name: "Second" }),
    (now) => addTask(now, { id: "t1", name: "Task", roleId: "r1" }),
    (now) => addTask(now, { id: "t2", name: "Other task", roleId: "r1" }),
    (now) => addSkill(now, { id: "n1", roleId: "r1", taskId: "t1", facet: null }, { id: "s1", name: "Skill" }),
    (now) => addBehaviour(now, { id: "b1", statement: "Says it aloud", skillId: "s1" }),
  ];
  for (const step of steps) index = changeIndex(index, step(index).changes);
  const view = createTreeView({ index, expanded: [], active: null });
  const edit = (build: (now: TreeIndex) => Edit) =>
    view.setIndex(changeIndex(view.index(), build(view.index()).changes));
  const keys = () => view.rows().map(({ key }) => key);
  return { view, edit, keys };
}

test("showing a node opens all that leads to it", () => {
  const { view, keys } = given();
  expect(keys()).toEqual(["r1", "r2"]);
  expect(view.show("b1")).toBe(true);
  expect(view.active()).toBe("n1/none/b1");
  expect(keys()).toEqual(["r1", "t1", "t1/none", "n1/none", "n1/none/b1", "t2", "r2"]);
});

test("the keyboard follows a node that an edit puts elsewhere", () => {
  const { view, edit } = given();
  view.show("b1");
  edit((now) => setFields(now, ["n1"], { facet: "judgment" }));
  expect(view.active()).toBe("n1/judgment/b1");
  edit((now) => move(now, ["n1"], { parentId: "t2" }));
  expect(view.active()).toBe("n1/judgment/b1");
  expect(view.rowAt("t2")?.isOpen).toBe(true);
});

test("after the current node was taken out the keyboard stays where it stood", () => {
  const { view, edit } = given();
  view.show("t1");
  edit((now) => remove(now, ["t1"]));
  expect(view.active()).toBe("t2");
});

test("one role alone is laid out as if there were no other", () => {
  const { view, keys } = given();
  view.setOpen("r2", true);
  view.setWithin("r1");
  view.setOpen("r1", true);
  expect(keys()).toEqual(["r1", "t1", "t2"]);
  expect(view.rowAt("r1")).toMatchObject({ position: 1, siblings: 1 });
});

test("when a search is cleared, what was found stays the current node and in sight", () => {
  const { view, keys } = given();
  view.setFilter({ nodes: new Set(["b1"]) });
  view.go("n1/none/b1");
  view.setFilter(undefined);
  expect(view.active()).toBe("n1/none/b1");
  expect(keys()).toContain("n1/none/b1");
});

test("a mark on a row that is no longer shown is taken off", () => {
  const { view } = given();
  view.show("b1");
  view.setMarked(["n1/none/b1", "r2"]);
  view.setOpen("r1", false);
  expect([...view.marked()]).toEqual(["r2"]);
});

test("what is found by one search and marked stays marked while another is looked for, until its node is gone", () => {
  const { view, edit } = given();
  view.setFilter({ nodes: new Set(["b1"]) });
  view.setMarked(["n1/none/b1"]);
  view.setFilter({ nodes: new Set(["t2"]) });
  expect(view.rowAt("n1/none/b1")).toBeUndefined();
  view.setMarked([...view.marked(), "t2"]);
  expect(view.markedRows().map(({ key }) => key)).toEqual(["n1/none/b1", "t2"]);
  edit((now) => setFields(now, ["b1"], { statement: "Says it twice" }));
  expect(view.markedRows()[0]).toMatchObject({ node: { statement: "Says it twice" } });
  edit((now) => remove(now, ["b1"]));
  expect([...view.marked()]).toEqual(["t2"]);
});
