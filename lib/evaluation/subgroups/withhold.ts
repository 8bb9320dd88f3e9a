import { withheldGroups } from "@/lib/access/privacy";
import type { Arms } from "@/lib/stats/estimate";

export type CountedSubgroup = { id: string; n: Arms<number> };

/**
 * Groups to withhold so that no figure rests on fewer people of either arm than the minimum, and none can be had by taking what is shown from
 * the total: with the small ones as many more, the smallest first, until what is hidden holds enough people of both arms and is more than one group.
 */
export function withheldSubgroups(groups: readonly CountedSubgroup[], minimum: number): Set<string> {
  const counted = (arm: keyof Arms<number>) => groups.map(({ id, n }) => ({ id, people: n[arm] }));
  let withheld = new Set(
    groups.filter(({ n }) => Math.min(n.treated, n.control) < minimum && n.treated + n.control > 0).map(({ id }) => id),
  );
  for (;;) {
    const treated = withheldGroups(counted("treated"), minimum, withheld);
    const both = withheldGroups(counted("control"), minimum, new Set([...withheld, ...treated]));
    const next = new Set([...withheld, ...treated, ...both]);
    if (next.size === withheld.size) break;
    withheld = next;
  }
  return withheld;
}
