import { someOf } from "@/lib/skills/tree/name-of";
import type { Edit } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { followShown } from "./follow-shown";
import { type Gathered, gather } from "./gather";

/**
 * Takes nodes out with everything below: of a role its tasks and needs, of a task its needs, of a skill its behaviours and every need for
 * it. Skills stay when a role, a task or a need goes: they belong to the organisation.
 */
export function remove(index: TreeIndex, ids: readonly string[]): Edit {
  const gathered = gather(index.tree);
  const nodes = [...new Set(ids)].flatMap((id) => index.tree.get(id) ?? []);
  for (const node of nodes) removeOne(index, gathered, node.id);
  return { label: `Took out ${someOf(index.tree, nodes)}`, changes: gathered.changes() };
}

function removeOne(index: TreeIndex, gathered: Gathered, id: string): void {
  const node = index.tree.get(id);
  gathered.remove(id);
  if (node?.kind === "role") {
    for (const task of index.tasksOf.get(id) ?? []) removeOne(index, gathered, task.id);
  }
  if (node?.kind === "role" || node?.kind === "task") {
    for (const need of index.needsOf.get(id) ?? []) gathered.remove(need.id);
  }
  if (node?.kind === "skill") {
    for (const need of index.needsFor.get(id) ?? []) gathered.remove(need.id);
    for (const behaviour of index.behavioursOf.get(id) ?? []) gathered.remove(behaviour.id);
  }
  if (node?.kind === "behaviour") followShown(index, gathered, node, null);
}
