import { type Loose, type PlacedNeed, placesOf } from "./belonging";
import type { BehaviourNode, RoleNode, TaskNode } from "./node";
import type { TreeIndex } from "./tree-index";

type LoosePart = Loose["tasks"][number] | Loose["skills"][number] | Loose["behaviours"][number];

/** What a filter leaves of an outline. */
export type Kept = {
  nodes: ReadonlySet<string>;
  /** Whether a task, or what a role needs at large, has one of the nodes below it. */
  leadsTo: (parentId: string) => boolean;
  /** Whether it is one of the nodes, or leads to one. */
  isKept: (node: RoleNode | TaskNode) => boolean;
  isPlaced: (placed: PlacedNeed) => boolean;
  isLoose: (part: LoosePart) => boolean;
};

/** Looked for from below: the nodes name their skills, these the needs for them, and these the tasks and roles that lead there. */
export function keptBy(index: TreeIndex, nodes: ReadonlySet<string>): Kept {
  const hasBehaviour = (behaviours: readonly BehaviourNode[]) => behaviours.some(({ id }) => nodes.has(id));
  const isPlaced = ({ need, skill, behaviours }: PlacedNeed) =>
    nodes.has(need.id) || nodes.has(skill.id) || hasBehaviour(behaviours);
  const leading = new Set<string>();
  const roles = new Set<string>();
  for (const parentId of parentsOf(index, nodes)) {
    if (placesOf(index, parentId).some(({ needs }) => needs.some(isPlaced))) leading.add(parentId);
  }
  for (const id of [...nodes, ...leading]) {
    const node = index.tree.get(id);
    if (node?.kind === "task") roles.add(node.roleId);
    if (node?.kind === "role" && leading.has(id)) roles.add(id);
  }
  const isKept = ({ id, kind }: RoleNode | TaskNode) => nodes.has(id) || (kind === "role" ? roles : leading).has(id);
  return {
    nodes,
    leadsTo: (parentId) => leading.has(parentId),
    isKept,
    isPlaced,
    isLoose: (part) => {
      if ("skill" in part) return nodes.has(part.skill.id) || hasBehaviour(part.behaviours);
      return part.kind === "task" ? isKept(part) : nodes.has(part.id);
    },
  };
}

/** The tasks and roles that may lead to one of the nodes. */
function parentsOf(index: TreeIndex, nodes: ReadonlySet<string>): Set<string> {
  const parents = new Set<string>();
  for (const id of nodes) {
    const node = index.tree.get(id);
    if (node?.kind === "need") parents.add(node.taskId ?? node.roleId);
    const skillId = node?.kind === "skill" ? id : node?.kind === "behaviour" ? node.skillId : null;
    for (const need of (skillId && index.needsFor.get(skillId)) || []) parents.add(need.taskId ?? need.roleId);
  }
  return parents;
}
