import type { NeedNode } from "@/lib/skills/tree/node";
import { depths, risks } from "@/lib/skills/tree/vocabulary";

/** One need out of two for the same skill in the same place: the higher of what they ask for, and every behaviour either names. */
export function absorb(need: NeedNode, other: NeedNode): NeedNode {
  return {
    ...need,
    targetLevel: highest(need.targetLevel, other.targetLevel),
    risk: later(risks, need.risk, other.risk),
    depth: later(depths, need.depth, other.depth),
    critical: need.critical || other.critical,
    facet: need.facet ?? other.facet,
    shownBy: bothShown(need.shownBy, other.shownBy),
  };
}

/** A need that names no behaviour is shown by all of its skill's, and so is the two together. */
function bothShown(one: NeedNode["shownBy"], other: NeedNode["shownBy"]): NeedNode["shownBy"] {
  if (one.length === 0 || other.length === 0) return [];
  const levels = new Map(one.map(({ behaviourId, targetLevel }) => [behaviourId, targetLevel]));
  for (const { behaviourId, targetLevel } of other) {
    levels.set(behaviourId, highest(levels.get(behaviourId) ?? null, targetLevel));
  }
  return [...levels].map(([behaviourId, targetLevel]) => ({ behaviourId, targetLevel }));
}

function highest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function later<Value extends string>(order: readonly Value[], one: Value | null, other: Value | null): Value | null {
  if (one === null || other === null) return one ?? other;
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
