import { placesOf } from "./belonging";
import type { NeedNode } from "./node";
import type { TreeIndex } from "./tree-index";

/** A row's key and the keys that must be open for it to be seen, from the outermost. */
export type Revealed = { key: string; open: string[] };

/** The row of a node (the first, where there are several); null where it is not in the tree. */
export function reveal(index: TreeIndex, nodeId: string): Revealed | null {
  const node = index.tree.get(nodeId);
  if (!node) return null;
  switch (node.kind) {
    case "role":
      return { key: node.id, open: [] };
    case "task":
      return { key: node.id, open: [index.tree.has(node.roleId) ? node.roleId : "loose"] };
    case "need":
      return ofNeed(index, node);
    case "skill":
      return ofSkill(index, node.id);
    default:
      return ofBehaviour(index, node.skillId, node.id);
  }
}

function ofSkill(index: TreeIndex, skillId: string): Revealed {
  for (const need of index.needsFor.get(skillId) ?? []) {
    const found = ofNeed(index, need);
    if (found) return found;
  }
  return { key: `loose/${skillId}`, open: ["loose"] };
}

function ofBehaviour(index: TreeIndex, skillId: string, behaviourId: string): Revealed {
  for (const need of index.needsFor.get(skillId) ?? []) {
    const found = ofNeed(index, need, behaviourId);
    if (found) return { key: `${found.key}/${behaviourId}`, open: [...found.open, found.key] };
  }
  if (!index.tree.has(skillId)) return { key: `loose/${behaviourId}`, open: ["loose"] };
  return { key: `loose/${skillId}/${behaviourId}`, open: ["loose", `loose/${skillId}`] };
}

/** The row of a need or, with `behaviourId`, that row of it under which the behaviour stands. */
function ofNeed(index: TreeIndex, need: NeedNode, behaviourId?: string): Revealed | null {
  const parent = need.taskId ?? need.roleId;
  if (!index.tree.has(need.roleId) || !index.tree.has(parent)) return null;
  for (const { facet, needs } of placesOf(index, parent)) {
    const placed = needs.find((one) => one.need.id === need.id);
    if (!placed || (behaviourId && !placed.behaviours.some(({ id }) => id === behaviourId))) continue;
    const facetKey = `${parent}/${facet ?? "none"}`;
    return {
      key: `${need.id}/${facet ?? "none"}`,
      open: [need.roleId, need.taskId ?? `${need.roleId}/at-large`, facetKey],
    };
  }
  return null;
}
