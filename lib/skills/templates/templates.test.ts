import { expect, test } from "vitest";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import { publishFaults } from "@/lib/skills/tree/publish-faults";
import { checkWording } from "@/lib/skills/wording/check-wording";
import { templates } from "./all-templates";
import { templateChoices, templateNodes } from "./template-nodes";

const named = templates.map((template) => [template.key, template] as const);

test.each(named)(
  "%s: a role, five to eight tasks with one that is critical, four to six skills",
  (_, { tasks, skills }) => {
    expect(tasks.length).toBeGreaterThanOrEqual(5);
    expect(tasks.length).toBeLessThanOrEqual(8);
    expect(tasks.some(({ critical }) => critical)).toBe(true);
    expect(skills.length).toBeGreaterThanOrEqual(4);
    expect(skills.length).toBeLessThanOrEqual(6);
    const names = tasks.map(({ name }) => name);
    expect(skills.flatMap((skill) => skill.tasks).filter((task) => !names.includes(task))).toEqual([]);
    expect(names.filter((name) => !skills.some((skill) => skill.tasks.includes(name)))).toEqual([]);
  },
);

test.each(named)(
  "%s: every behaviour can be seen, says so in few words, and has five different anchors",
  (_, { skills }) => {
    for (const { statement, anchors } of skills.flatMap(({ behaviours }) => behaviours)) {
      expect(checkWording(statement), statement).toEqual([]);
      expect(new Set(anchors).size, statement).toBe(5);
      for (const anchor of anchors) expect(anchor).toMatch(/^[A-Z][^.!]*[^.!\s]$/);
    }
  },
);

test.each(named)("%s: taken whole it could be published as it is", (_, template) => {
  const chosen = new Set(templateChoices(template).flatMap(({ items }) => items.map(({ key }) => key)));
  const { nodes } = templateNodes(template, chosen);
  const tree = treeOf(nodes);
  expect(tree.size).toBe(nodes.length);
  expect(publishFaults(tree, tree.keys())).toEqual({ faults: [], warnings: [] });
});

test("in part, a skill whose tasks are left out is needed by the role at large", () => {
  const [sales] = templates;
  if (!sales) throw new Error("There are no templates");
  const { nodes, mapping } = templateNodes(sales, new Set(["skill Pricing"]));
  expect(nodes.filter(({ kind }) => kind === "task")).toEqual([]);
  expect(nodes.find((node) => node.kind === "need")).toMatchObject({
    taskId: null,
    skillId: "skill Pricing",
    critical: false,
  });
  expect(mapping.filter(({ why }) => why === "Not chosen")).toHaveLength(sales.tasks.length + sales.skills.length - 1);
});

test("no two templates word a behaviour differently under one name of a skill", () => {
  const skills = templates.flatMap(({ skills: of }) => of.map(({ name }) => name));
  expect(new Set(skills).size).toBe(skills.length);
});
