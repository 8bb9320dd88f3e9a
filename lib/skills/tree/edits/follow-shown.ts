import type { BehaviourNode, NeedNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import type { Gathered } from "./gather";

/**
 * Needs that name a behaviour name another in its place, which may be itself below another skill: then those needs that stand in the same
 * place for that skill and name their behaviours. Null: none does.
 */
export function followShown(
  index: TreeIndex,
  gathered: Gathered,
  behaviour: BehaviourNode,
  instead: { id: string; skillId: string } | null,
): void {
  for (const { id } of index.needsFor.get(behaviour.skillId) ?? []) {
    const need = gathered.get("need", id);
    const shown = need?.shownBy.find(({ behaviourId }) => behaviourId === behaviour.id);
    if (!need || !shown) continue;
    gathered.set({ ...need, shownBy: need.shownBy.filter((one) => one !== shown) });
    const heir = instead && heirOf(index, gathered, need, instead.skillId);
    if (!heir || heir.shownBy.some(({ behaviourId }) => behaviourId === instead.id)) continue;
    gathered.set({ ...heir, shownBy: [...heir.shownBy, { ...shown, behaviourId: instead.id }] });
  }
}

/** The need that is to name the behaviour from now on; one that names none is shown by all of its skill's. */
function heirOf(index: TreeIndex, gathered: Gathered, need: NeedNode, skillId: string): NeedNode | null {
  if (need.skillId === skillId) return gathered.get("need", need.id);
  const found = (index.needsOf.get(need.taskId ?? need.roleId) ?? []).find((one) => one.skillId === skillId);
  const heir = found ? gathered.get("need", found.id) : null;
  return heir && heir.shownBy.length > 0 ? heir : null;
}
