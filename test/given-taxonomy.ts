import { inTenant } from "@/lib/server/tenant-access";
import { writeChanges } from "@/lib/skills/publishing/write-changes";
import { changesBetween, treeOf } from "@/lib/skills/tree/apply-changes";
import type {
  BehaviourNode,
  NeedNode,
  RoleNode,
  SkillNode,
  TaskNode,
  TaxonomyNode,
  Tree,
} from "@/lib/skills/tree/node";
import { type GivenOrganisation, givenOrganisation } from "./factory";

const nothing = { source: null, summary: null, ownerId: null };

export const aRole = (id: string, name: string): RoleNode => ({ kind: "role", id, name, ...nothing });

export const aTask = (id: string, roleId: string, name: string, position = 0): TaskNode => ({
  kind: "task",
  id,
  roleId,
  name,
  position,
  critical: false,
  frequency: null,
  impact: null,
  source: null,
});

export const aSkill = (id: string, name: string): SkillNode => ({
  kind: "skill",
  id,
  name,
  ...nothing,
  facet: null,
  risk: null,
  depth: null,
  halfLifeDays: null,
  rangeReason: null,
});

export const aBehaviour = (id: string, skillId: string, statement: string, position = 0): BehaviourNode => ({
  kind: "behaviour",
  id,
  skillId,
  statement,
  facet: null,
  anchors: null,
  seenBy: ["manager", "peer"],
  ofTeam: false,
  position,
  source: null,
});

export const aNeed = (id: string, roleId: string, taskId: string | null, skillId: string): NeedNode => ({
  kind: "need",
  id,
  roleId,
  taskId,
  skillId,
  targetLevel: null,
  risk: null,
  depth: null,
  critical: false,
  facet: null,
  position: 0,
  shownBy: [],
});

const names = ["role", "task", "skill", "behaviour", "need"] as const;
type Kind = (typeof names)[number];

/** Ids that read as what they are: `nth("task", 2)`. */
export const nth = (kind: Kind, number: number): string =>
  `0000000${names.indexOf(kind) + 1}-0000-4000-8000-${String(number).padStart(12, "0")}`;

const role = (number: number) => nth("role", number);
const task = (number: number) => nth("task", number);
const skill = (number: number) => nth("skill", number);
const behaviour = (number: number) => nth("behaviour", number);
const need = (number: number) => nth("need", number);

const statements = [
  "Lets the customer finish before asking the first question",
  "Repeats the order number aloud before booking",
  "Writes the note before closing the contact",
  "Names the refund rule before promising an amount",
  "Offers two options with their total cost",
  "Confirms the change with the customer",
  "Measures the first part after a tool change",
  "Stops the line when two pieces fail the same check",
  "Signs the hand-over sheet at every rotation",
];

/** Two roles with two tasks each, three skills with three behaviours each; the first skill is needed by both roles, one at large. */
export const smallTree: Tree = treeOf([
  aRole(role(1), "Service agent"),
  aRole(role(2), "Assembler"),
  aTask(task(1), role(1), "Resolve complaints", 0),
  aTask(task(2), role(1), "Answer questions", 1),
  aTask(task(3), role(2), "Check parts", 0),
  aTask(task(4), role(2), "Hand over the shift", 1),
  aSkill(skill(1), "Listening"),
  aSkill(skill(2), "Service orientation"),
  aSkill(skill(3), "Quality control"),
  ...statements.map((statement, at) => aBehaviour(behaviour(at + 1), skill(Math.floor(at / 3) + 1), statement, at % 3)),
  { ...aNeed(need(1), role(1), task(1), skill(1)), targetLevel: 4, facet: "judgment" },
  { ...aNeed(need(2), role(1), task(1), skill(2)), shownBy: [{ behaviourId: behaviour(4), targetLevel: 4 }] },
  { ...aNeed(need(3), role(1), task(2), skill(1)), facet: "fluency" },
  { ...aNeed(need(4), role(2), task(3), skill(3)), facet: "knowledge", critical: true },
  { ...aNeed(need(5), role(2), null, skill(1)), facet: "judgment" },
] satisfies TaxonomyNode[]);

/** An organisation with a taxonomy in force and no version of it yet. */
export async function givenTaxonomy(tree: Tree = smallTree): Promise<GivenOrganisation> {
  const given = await givenOrganisation();
  await inTenant(given.orgId, (tx) => writeChanges(tx, given.orgId, changesBetween(new Map(), tree)));
  return given;
}
