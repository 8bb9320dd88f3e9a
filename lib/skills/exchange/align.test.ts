import fc from "fast-check";
import { expect, test } from "vitest";
import { templates } from "@/lib/skills/templates/all-templates";
import { templateChoices, templateNodes } from "@/lib/skills/templates/template-nodes";
import { applyChanges, treeOf } from "@/lib/skills/tree/apply-changes";
import type { SkillNode, TaskNode } from "@/lib/skills/tree/node";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import { oddTaxonomy } from "@/test/odd-taxonomy";
import { align } from "./align";
import { parseCase } from "./case/parse-case";
import { writeCase } from "./case/write-case";
import { foreign } from "./foreign";
import { parseSkillsCsv } from "./skills-csv/parse-skills-csv";
import { writeSkillsCsv } from "./skills-csv/write-skills-csv";

const noExtras = { owners: new Map<string, string>(), taskPaths: new Map(), proficiency: new Map() };
const empty = treeOf([]);
const about = { orgId: "5b2f4a1e-0000-4000-8000-000000000000", organisation: "Co", version: 3, at: new Date(0) };

const [sales] = templates;
if (!sales) throw new Error("There are no templates");
const all = new Set(templateChoices(sales).flatMap(({ items }) => items.map(({ key }) => key)));
const taken = foreign("skills", templateNodes(sales, all), []);

test("what goes into an empty taxonomy gets ids of its own, and the same again changes nothing", () => {
  const { changes, ids } = align(taken, empty, new Map());
  expect(changes).toHaveLength(taken.nodes.length);
  expect(ids.size).toBe(taken.nodes.length);
  expect(validateChanges(empty, changes)).toEqual([]);
  const tree = applyChanges(empty, changes);
  expect(align(taken, tree, new Map()).changes).toEqual([]);
});

test("a framework fills what is empty and replaces nothing; what is renamed is known by its source", () => {
  const tree = applyChanges(empty, align(taken, empty, new Map()).changes);
  const skill = [...tree.values()].find((node): node is SkillNode => node.kind === "skill" && node.name === "Pricing");
  const task = [...tree.values()].find((node): node is TaskNode => node.kind === "task");
  if (!skill || !task) throw new Error("The template was not taken");
  const own = treeOf(
    [...tree.values()].map((node) =>
      node.id === skill.id
        ? { ...skill, name: "Our prices", summary: "Ours", halfLifeDays: null, facet: null }
        : node.id === task.id
          ? { ...task, impact: 1 }
          : node,
    ),
  );
  const { changes } = align(taken, own, new Map());
  expect(changes).toEqual([
    { id: skill.id, before: own.get(skill.id), after: { ...skill, name: "Our prices", summary: "Ours", facet: null } },
  ]);
});

test("a file of ours tells what is empty, except how often and how much a task matters", () => {
  const tree = applyChanges(empty, align(taken, empty, new Map()).changes);
  const text = writeSkillsCsv(tree.values(), noExtras);
  const without = text.replace(/Naming a price, holding it,[^"]*"/, '"').replaceAll(/,3,5,Pricing/g, ",1,1,Pricing");
  expect(without).not.toBe(text);
  const { changes } = align(parseSkillsCsv("skills.csv", without), tree, new Map());
  expect(changes.map(({ after }) => after)).toEqual([expect.objectContaining({ name: "Pricing", summary: null })]);
});

test.each([
  ["CSV", (nodes: Parameters<typeof writeSkillsCsv>[0]) => parseSkillsCsv("x.csv", writeSkillsCsv(nodes, noExtras))],
  [
    "CASE",
    (nodes: Parameters<typeof writeSkillsCsv>[0]) =>
      parseCase("x.json", JSON.stringify(writeCase(nodes, noExtras, about))),
  ],
])("%s: our own export taken into an empty draft loses nothing, whatever the names", (_, through) => {
  fc.assert(
    fc.property(oddTaxonomy, (nodes) => {
      const parsed = through(nodes);
      expect(parsed.faults).toEqual([]);
      const tree = applyChanges(empty, align(parsed, empty, new Map()).changes);
      expect(tree.size).toBe(nodes.length);
      expect(writeSkillsCsv(tree.values(), noExtras)).toBe(writeSkillsCsv(nodes, noExtras));
    }),
    { numRuns: 60 },
  );
});

test("an owner is found by address, and nobody where the address is unknown", () => {
  const parsed = parseSkillsCsv("x.csv", "role,skill,role_owner,skill_owner\nclerk,refunds,A@x.org,b@x.org\n");
  const { changes } = align(parsed, empty, new Map([["a@x.org", "user-a"]]));
  const owners = changes.flatMap(({ after }) => (after && "ownerId" in after ? [[after.kind, after.ownerId]] : []));
  expect(owners).toEqual(
    expect.arrayContaining([
      ["role", "user-a"],
      ["skill", null],
    ]),
  );
});

const text = "role,task,skill,behaviour\nclerk,refund,judging,Asks why\n";
const oldWords = parseSkillsCsv("x.csv", text);
const renamed: Record<string, string> = {
  clerk: "agent",
  refund: "pay back",
  judging: "judgement",
  "Asks why": "Asks for the reason",
};
/** What stands there after the file was taken in and everything in it was given other words, with the names it had. */
function afterRenaming() {
  const before = applyChanges(empty, align(oldWords, empty, new Map()).changes);
  const former = [...before.values()].flatMap((node) => {
    if (node.kind === "need") return [];
    const name = node.kind === "behaviour" ? node.statement : node.name;
    const parent = node.kind === "task" ? node.roleId : "";
    return [{ kind: node.kind, parent, name, id: node.id, merged: false }];
  });
  const tree = treeOf(
    [...before.values()].map((node) => {
      if (node.kind === "need") return node;
      if (node.kind === "behaviour") return { ...node, statement: renamed[node.statement] ?? "" };
      return { ...node, name: renamed[node.name] ?? "" };
    }),
  );
  return { tree, former };
}

test("a file in the words of before adds nothing a second time, and says what it knew by them", () => {
  const { tree, former } = afterRenaming();
  expect(align(oldWords, tree, new Map()).changes).toHaveLength(5);
  const { changes, formerly } = align(oldWords, tree, new Map(), former);
  expect(changes).toEqual([]);
  expect(formerly.map(({ id }) => tree.get(id)?.kind)).toEqual(["role", "skill", "task", "behaviour"]);
});

test("what became part of another is known, but nothing told of it is taken", () => {
  const { tree, former } = afterRenaming();
  const merged = former.map((one) => ({ ...one, merged: one.kind === "skill" }));
  const told = parseSkillsCsv(
    "x.csv",
    "role,task,skill,skill_summary,behaviour\nclerk,refund,judging,Another,Asks why\n",
  );
  expect(align(told, tree, new Map(), merged).changes).toEqual([]);
  expect(align(told, tree, new Map(), former).changes).toMatchObject([{ after: { summary: "Another" } }]);
});

test("of a former name and the name of today in one file the one of today counts", () => {
  const { tree, former } = afterRenaming();
  const both = parseSkillsCsv("x.csv", "role,skill,skill_summary\nagent,judgement,Today\nclerk,judging,Before\n");
  const { changes } = align(both, tree, new Map(), former);
  expect(changes.flatMap(({ after }) => (after?.kind === "skill" ? [after.summary] : []))).toEqual(["Today"]);
});
