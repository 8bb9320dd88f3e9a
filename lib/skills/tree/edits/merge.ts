import { someOf } from "@/lib/skills/tree/name-of";
import type { BehaviourNode, Edit, NeedNode, SkillNode, TaskNode, TaxonomyNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { absorb } from "./absorb";
import { followShown } from "./follow-shown";
import { type Gathered, gather, place } from "./gather";

/**
 * Makes one of several skills, tasks or behaviours: what belonged to the others belongs to `into`, and what is then there twice becomes
 * one. `into` is their heir, which facts of the past count for. Others that are not of its kind stay.
 */
export function merge(index: TreeIndex, into: string, others: readonly string[]): Edit {
  const heir = index.tree.get(into);
  const nodes = [...new Set(others)].flatMap((id) => (id === into ? [] : (index.tree.get(id) ?? [])));
  const same = <Kind extends TaxonomyNode["kind"]>(kind: Kind) =>
    nodes.filter((node): node is Extract<TaxonomyNode, { kind: Kind }> => node.kind === kind);
  const gathered = gather(index.tree);
  if (heir?.kind === "skill") mergeSkills(index, gathered, heir, same("skill"));
  if (heir?.kind === "task") mergeTasks(index, gathered, heir, same("task"));
  if (heir?.kind === "behaviour") mergeBehaviours(index, gathered, heir, same("behaviour"));
  const merged = heir ? nodes.filter(({ kind }) => kind === heir.kind) : [];
  const label = heir ? `Merged ${someOf(index.tree, merged)} into ${someOf(index.tree, [heir])}` : "Merged nothing";
  return { label, changes: gathered.changes() };
}

function mergeSkills(index: TreeIndex, gathered: Gathered, heir: SkillNode, others: readonly SkillNode[]): void {
  const first = <Field extends "summary" | "ownerId" | "halfLifeDays">(field: Field): SkillNode[Field] =>
    [heir, ...others].map((one) => one[field]).find((value) => value !== null) ?? heir[field];
  gathered.set({
    ...heir,
    summary: first("summary"),
    ownerId: first("ownerId"),
    halfLifeDays: first("halfLifeDays"),
  });
  const join = joining(gathered, index.needsFor.get(heir.id) ?? [], (need) => need.taskId ?? need.roleId);
  const came: BehaviourNode[] = [];
  for (const { id } of others) {
    for (const behaviour of index.behavioursOf.get(id) ?? []) came.push({ ...behaviour, skillId: heir.id });
    for (const need of index.needsFor.get(id) ?? []) join({ ...need, skillId: heir.id });
    gathered.remove(id, heir.id);
  }
  place(gathered, index.behavioursOf.get(heir.id) ?? [], came);
}

function mergeTasks(index: TreeIndex, gathered: Gathered, heir: TaskNode, others: readonly TaskNode[]): void {
  gathered.set({ ...heir, critical: [heir, ...others].some(({ critical }) => critical) });
  const join = joining(gathered, index.needsOf.get(heir.id) ?? [], (need) => need.skillId);
  for (const { id } of others) {
    for (const need of index.needsOf.get(id) ?? []) join({ ...need, taskId: heir.id, roleId: heir.roleId });
    gathered.remove(id, heir.id);
  }
}

function mergeBehaviours(
  index: TreeIndex,
  gathered: Gathered,
  heir: BehaviourNode,
  others: readonly BehaviourNode[],
): void {
  const all = [heir, ...others];
  gathered.set({
    ...heir,
    anchors: all.map(({ anchors }) => anchors).find((anchors) => anchors !== null) ?? null,
    seenBy: [...new Set(all.flatMap(({ seenBy }) => seenBy))],
  });
  for (const other of others) {
    followShown(index, gathered, other, heir);
    gathered.remove(other.id, heir.id);
  }
}

/** Puts a need in its new place, or makes it one with that which stands there already; `placeOf` tells places apart. */
function joining(gathered: Gathered, standing: readonly NeedNode[], placeOf: (need: NeedNode) => string) {
  const there = new Map(standing.map((need) => [placeOf(need), need.id]));
  return (need: NeedNode) => {
    const id = there.get(placeOf(need));
    const other = id && id !== need.id ? gathered.get("need", id) : null;
    if (other) gathered.remove(need.id);
    gathered.set(other ? absorb(other, need) : need);
    if (!other) there.set(placeOf(need), need.id);
  };
}
