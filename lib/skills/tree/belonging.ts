import type { BehaviourNode, NeedNode, SkillNode, TaskNode } from "./node";
import type { TreeIndex } from "./tree-index";
import { type Facet, facets } from "./vocabulary";

/** A need with its skill and those behaviours that show it under one facet. */
export type PlacedNeed = { need: NeedNode; skill: SkillNode; behaviours: readonly BehaviourNode[] };

type FacetPlace = { facet: Facet | null; needs: readonly PlacedNeed[] };

const facetOrder = [...facets, null];
const places = new WeakMap<TreeIndex, Map<string, readonly FacetPlace[]>>();

/**
 * What a task (or, given a role, what the role at large) needs, by facet. A need stands under its own facet, or else its skill's; where
 * neither is set, under each facet that its behaviours have, with those behaviours. Needs of a skill that is gone stand nowhere.
 */
export function placesOf(index: TreeIndex, parentId: string): readonly FacetPlace[] {
  const known = places.get(index) ?? new Map<string, readonly FacetPlace[]>();
  places.set(index, known);
  const found = known.get(parentId) ?? placeNeeds(index, index.needsOf.get(parentId) ?? []);
  known.set(parentId, found);
  return found;
}

function placeNeeds(index: TreeIndex, needs: readonly NeedNode[]): FacetPlace[] {
  const byFacet = new Map<Facet | null, PlacedNeed[]>();
  for (const need of needs) {
    const skill = index.tree.get(need.skillId);
    if (skill?.kind !== "skill") continue;
    for (const [facet, behaviours] of behavioursByFacet(index, need, skill)) {
      const place = byFacet.get(facet);
      if (place) place.push({ need, skill, behaviours });
      else byFacet.set(facet, [{ need, skill, behaviours }]);
    }
  }
  return facetOrder.flatMap((facet) => {
    const placed = byFacet.get(facet);
    return placed ? [{ facet, needs: placed }] : [];
  });
}

function behavioursByFacet(
  index: TreeIndex,
  need: NeedNode,
  skill: SkillNode,
): Iterable<[Facet | null, readonly BehaviourNode[]]> {
  const behaviours = behavioursOfNeed(index, need);
  const own = need.facet ?? skill.facet;
  if (own || behaviours.length === 0) return [[own, behaviours]];
  const found = new Map<Facet | null, BehaviourNode[]>();
  for (const behaviour of behaviours) {
    const same = found.get(behaviour.facet);
    if (same) same.push(behaviour);
    else found.set(behaviour.facet, [behaviour]);
  }
  return found;
}

/** The behaviours that show a need is met: those it names, or else all of its skill. */
export function behavioursOfNeed(index: TreeIndex, need: NeedNode): readonly BehaviourNode[] {
  const all = index.behavioursOf.get(need.skillId) ?? [];
  if (need.shownBy.length === 0) return all;
  const named = new Set(need.shownBy.map(({ behaviourId }) => behaviourId));
  return all.filter(({ id }) => named.has(id));
}

/** What belongs to no role. */
export type Loose = {
  /** Tasks whose role is gone, as where another draft has taken it out. */
  tasks: readonly TaskNode[];
  /** Skills no role needs, with all their behaviours; and skills with those behaviours that no need of them names. By name. */
  skills: readonly { skill: SkillNode; behaviours: readonly BehaviourNode[] }[];
  /** Behaviours whose skill is gone. */
  behaviours: readonly BehaviourNode[];
};

const kept = new WeakMap<TreeIndex, Loose>();

export function looseParts(index: TreeIndex): Loose {
  const known = kept.get(index);
  if (known) return known;
  const skills = index.skills.flatMap((skill) => {
    const behaviours = index.behavioursOf.get(skill.id) ?? [];
    const unnamed = unnamedOf(index, skill.id, behaviours);
    return unnamed === null || unnamed.length > 0 ? [{ skill, behaviours: unnamed ?? behaviours }] : [];
  });
  const loose = {
    tasks: [...index.tasksOf].flatMap(([roleId, tasks]) => (index.tree.has(roleId) ? [] : tasks)),
    skills,
    behaviours: [...index.behavioursOf].flatMap(([skillId, some]) => (index.tree.has(skillId) ? [] : some)),
  };
  kept.set(index, loose);
  return loose;
}

/** The behaviours of a skill that none of its needs is shown by; null where no role needs it. */
function unnamedOf(
  index: TreeIndex,
  skillId: string,
  behaviours: readonly BehaviourNode[],
): readonly BehaviourNode[] | null {
  const named = new Set<string>();
  let isNeeded = false;
  for (const { taskId, roleId, shownBy } of index.needsFor.get(skillId) ?? []) {
    if (!index.tree.has(taskId ?? roleId)) continue;
    if (shownBy.length === 0) return [];
    isNeeded = true;
    for (const { behaviourId } of shownBy) named.add(behaviourId);
  }
  return isNeeded ? behaviours.filter(({ id }) => !named.has(id)) : null;
}
