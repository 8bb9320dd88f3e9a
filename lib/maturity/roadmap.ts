import type { CriterionId } from "./criteria";
import type { MaturityRole, RoadmapItem } from "./maturity";
import { stepFor } from "./next-steps";

/**
 * What to do next for the whole organisation: each criterion some role lacks for its next level, with the roles it would bring forward. What most
 * roles need for the least work comes first, lower levels before higher ones.
 */
export function roadmapOf(roles: readonly MaturityRole[]): RoadmapItem[] {
  const items = new Map<CriterionId, RoadmapItem>();
  for (const { name, everywhere } of roles) {
    if (everywhere.shown.kind === "withheld") continue;
    for (const { id, level } of everywhere.shown.missing) {
      const item = items.get(id) ?? { ...stepFor(id), level, roles: [] };
      items.set(id, { ...item, roles: [...item.roles, name] });
    }
  }
  const worth = ({ roles: named, hours }: RoadmapItem) => named.length / hours;
  return [...items.values()].toSorted((a, b) => a.level - b.level || worth(b) - worth(a));
}
