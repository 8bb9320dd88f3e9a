import { expect, test } from "vitest";
import { aBehaviour, aNeed, aSkill, aTask, nth, smallTree } from "@/test/given-taxonomy";
import { treeOf } from "./apply-changes";
import type { TaxonomyNode } from "./node";
import { type OutlineRow, outline } from "./outline";
import { reveal } from "./reveal";
import { indexTree } from "./tree-index";

const index = indexTree(smallTree);
const withNodes = (...nodes: TaxonomyNode[]) => indexTree(treeOf([...smallTree.values(), ...nodes]));

const words = (row: OutlineRow): string => {
  if (row.kind === "facet") return row.facet ?? "no facet";
  if (!("node" in row)) return row.kind;
  return row.node.kind === "behaviour" ? row.node.statement : row.node.name;
};
const drawn = (rows: readonly OutlineRow[]) => rows.map((row) => `${"  ".repeat(row.level - 1)}${words(row)}`);
const role = nth("role", 1);
const task = nth("task", 1);

test("closed, it is the roles by name", () => {
  expect(drawn(outline(index, new Set()))).toEqual(["Assembler", "Service agent", "loose"]);
});

test("open, it is role, task, facet, skill and behaviour, in their order", () => {
  const open = new Set([role, task, `${task}/judgment`, `${nth("need", 1)}/judgment`]);
  expect(drawn(outline(index, open))).toEqual([
    "Assembler",
    "Service agent",
    "  Resolve complaints",
    "    judgment",
    "      Listening",
    "        Lets the customer finish before asking the first question",
    "        Repeats the order number aloud before booking",
    "        Writes the note before closing the contact",
    "    no facet",
    "  Answer questions",
    "loose",
  ]);
});

test("each row knows its place among its siblings and what is below it", () => {
  const rows = outline(index, new Set([role]));
  expect(rows[1]).toMatchObject({
    key: role,
    parentKey: null,
    level: 1,
    position: 2,
    siblings: 3,
    below: 2,
    isOpen: true,
  });
  expect(rows[3]).toMatchObject({
    key: nth("task", 2),
    parentKey: role,
    level: 2,
    position: 2,
    siblings: 2,
    isOpen: false,
  });
  const keys = outline(index, everything(index)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("what a role needs for no task stands at large", () => {
  const rows = outline(index, new Set([nth("role", 2), `${nth("role", 2)}/at-large`]));
  expect(drawn(rows).slice(1, 5)).toEqual(["  Check parts", "  Hand over the shift", "  at-large", "    judgment"]);
});

test("a need that names its behaviours shows those; one without a facet stands under each of theirs", () => {
  const [first, second] = [nth("behaviour", 20), nth("behaviour", 21)];
  const mixed = withNodes(
    aSkill(nth("skill", 9), "Mixed"),
    { ...aBehaviour(first, nth("skill", 9), "Knows by heart"), facet: "knowledge" },
    { ...aBehaviour(second, nth("skill", 9), "Types without looking"), facet: "fluency" },
    aNeed(nth("need", 9), nth("role", 2), nth("task", 4), nth("skill", 9)),
  );
  const rows = outline(mixed, everything(mixed));
  const from = rows.findIndex(({ key }) => key === nth("task", 4));
  expect(drawn(rows.slice(from, from + 7)).map((line) => line.trim())).toEqual([
    "Hand over the shift",
    "knowledge",
    "Mixed",
    "Knows by heart",
    "fluency",
    "Mixed",
    "Types without looking",
  ]);
  const named = rows.filter((row) => row.kind === "behaviour" && row.need?.id === nth("need", 2));
  expect(named.map(words)).toEqual(["Names the refund rule before promising an amount"]);
});

test("what belongs to no role stands last: skills nobody needs, behaviours no need names, tasks whose role is gone", () => {
  const loose = withNodes(
    aSkill(nth("skill", 8), "Nobody's"),
    aBehaviour(nth("behaviour", 20), nth("skill", 8), "Hums"),
    aTask(nth("task", 9), nth("role", 99), "Of a role that is gone"),
    aBehaviour(nth("behaviour", 30), nth("skill", 99), "Of a skill that is gone"),
  );
  const rows = outline(loose, new Set(["loose", `loose/${nth("skill", 8)}`, `loose/${nth("skill", 2)}`]));
  expect(drawn(rows).slice(2)).toEqual([
    "loose",
    "  Of a role that is gone",
    "  Nobody's",
    "    Hums",
    "  Service orientation",
    "    Offers two options with their total cost",
    "    Confirms the change with the customer",
    "  Of a skill that is gone",
  ]);
});

test("a filter leaves what was looked for and what leads there, open; below it everything can be opened", () => {
  const nodes = new Set([nth("behaviour", 2), nth("task", 3)]);
  const rows = outline(index, new Set(), { nodes });
  expect(drawn(rows).filter((line) => line.startsWith("        "))).toHaveLength(3);
  expect(drawn(rows).slice(0, 2)).toEqual(["Assembler", "  Check parts"]);
  expect(rows.find(({ key }) => key === nth("task", 3))).toMatchObject({ isOpen: false, below: 1 });
  expect(outline(index, new Set(), { nodes: new Set() })).toEqual([]);
  const below = outline(index, new Set([nth("task", 3)]), { nodes });
  expect(drawn(below).slice(1, 3)).toEqual(["  Check parts", "    knowledge"]);
});

test("every node is revealed by a row that stands there once the named keys are open", () => {
  const loose = withNodes(
    aSkill(nth("skill", 8), "Nobody's"),
    aBehaviour(nth("behaviour", 20), nth("skill", 8), "Hums"),
    aTask(nth("task", 9), nth("role", 99), "Of a role that is gone"),
    aBehaviour(nth("behaviour", 30), nth("skill", 99), "Of a skill that is gone"),
  );
  for (const node of loose.tree.values()) {
    const found = reveal(loose, node.id);
    expect(outline(loose, new Set(found?.open)).map(({ key }) => key)).toContain(found?.key);
  }
  expect(reveal(loose, "nothing")).toBeNull();
});

function everything(of: ReturnType<typeof indexTree>): Set<string> {
  const open = new Set<string>();
  for (let before = -1; open.size > before; ) {
    before = open.size;
    for (const { key } of outline(of, open)) open.add(key);
  }
  return open;
}
