import { quoted } from "@/lib/skills/tree/name-of";
import type { Edit, NeedNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { type Gathered, gather } from "./gather";

/**
 * Takes behaviours of a skill into a new one, which stands beside it wherever a role needs them: a need that names its behaviours follows
 * those it names, one that does not becomes two. `newId` gives the ids of the needs.
 */
export function split(
  index: TreeIndex,
  skillId: string,
  into: { id: string; name: string; behaviourIds: readonly string[] },
  newId: () => string,
): Edit {
  const skill = index.tree.get(skillId);
  if (skill?.kind !== "skill") return { label: "Split nothing", changes: [] };
  const gathered = gather(index.tree);
  gathered.set({ ...skill, id: into.id, name: into.name, summary: null, rangeReason: null, source: null });
  const chosen = new Set(into.behaviourIds);
  let position = 0;
  for (const behaviour of index.behavioursOf.get(skillId) ?? []) {
    if (chosen.has(behaviour.id)) gathered.set({ ...behaviour, skillId: into.id, position: position++ });
  }
  for (const need of index.needsFor.get(skillId) ?? []) splitNeed(gathered, need, into.id, chosen, newId);
  return { label: `Split ${quoted(into.name)} from ${quoted(skill.name)}`, changes: gathered.changes() };
}

function splitNeed(
  gathered: Gathered,
  need: NeedNode,
  skillId: string,
  chosen: ReadonlySet<string>,
  newId: () => string,
): void {
  const going = need.shownBy.filter(({ behaviourId }) => chosen.has(behaviourId));
  const staying = need.shownBy.filter(({ behaviourId }) => !chosen.has(behaviourId));
  if (need.shownBy.length > 0 && going.length === 0) return;
  if (need.shownBy.length > 0 && staying.length === 0) {
    gathered.set({ ...need, skillId });
    return;
  }
  gathered.set({ ...need, shownBy: staying });
  gathered.set({ ...need, id: newId(), skillId, shownBy: going });
}
