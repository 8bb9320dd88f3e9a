import type { NodeKind, TaxonomyNode } from "./node";

/** What a draft may change of a node, in the order in which a difference tells it. */
export const fieldsOf = {
  role: ["name", "summary", "ownerId", "source"],
  task: ["name", "roleId", "critical", "frequency", "impact", "position", "source"],
  skill: ["name", "summary", "facet", "risk", "depth", "halfLifeDays", "ownerId", "rangeReason", "source"],
  behaviour: ["statement", "skillId", "facet", "anchors", "seenBy", "ofTeam", "position", "source"],
  need: ["roleId", "taskId", "skillId", "targetLevel", "facet", "risk", "depth", "critical", "shownBy", "position"],
} as const satisfies Record<NodeKind, readonly string[]>;

/** Described at /work and not versioned, see `TaskNode`. */
export const describedAtWork: readonly string[] = ["frequency", "impact"];

/** Whether two values mean the same; the order of an object's keys does not matter, because jsonb does not keep it. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => sameValue(one, b[at]));
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => sameValue(left[key], right[key]));
}

/** The value of a field by its name; undefined where this kind of node has none. */
export function fieldOf(node: TaxonomyNode, field: string): unknown {
  return (node as unknown as Record<string, unknown>)[field];
}

/** The fields in which two nodes of one kind differ. */
export function differingFields(a: TaxonomyNode, b: TaxonomyNode): string[] {
  return fieldsOf[a.kind].filter((field) => !sameValue(fieldOf(a, field), fieldOf(b, field)));
}

/** Whether a draft or a version need not tell them apart: equal but for what is described at /work. */
export function sameNode(a: TaxonomyNode | null, b: TaxonomyNode | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  return differingFields(a, b).every((field) => describedAtWork.includes(field));
}

/** A task with that which is described at /work as another has it; any other node as it is. */
export function asDescribed(node: TaxonomyNode, inForce: TaxonomyNode | undefined | null): TaxonomyNode {
  if (node.kind !== "task" || inForce?.kind !== "task") return node;
  return { ...node, frequency: inForce.frequency, impact: inForce.impact };
}
