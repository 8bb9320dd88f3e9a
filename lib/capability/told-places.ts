import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";
import type { SkillCell } from "@/lib/evidence/read-skill-states";
import type { Told } from "./add-cells";
import { everywhere } from "./map";

/**
 * At which sites, and whether everywhere, it is told how those seen in a skill stand: the people whose levels are told are those who were seen,
 * not those who need it. Sites where fewer than the minimum were seen are not told, and where the total less the others would tell them, the next
 * smallest neither. Where nobody was seen there is nothing to tell, and it is told.
 * @param cells of one skill of a role, one per site
 * @param hidden sites nothing is shown of: they are told by a total as well as any other
 */
export function toldPlaces(
  cells: readonly SkillCell[],
  minimum: number,
  hidden: ReadonlySet<string>,
): (siteId: string) => Told {
  const isTold = (people: (cell: SkillCell) => number) => {
    const total = cells.reduce((sum, cell) => sum + people(cell), 0);
    const untold = withheldGroups(
      cells.map((cell) => ({ id: cell.siteId, people: people(cell) })),
      minimum,
      hidden,
    );
    return (siteId: string) => (siteId === everywhere ? !isSmallGroup(total, minimum) : !untold.has(siteId));
  };
  const [seen, certified] = [isTold(({ evidenced }) => evidenced), isTold(({ certifiedSeen }) => certifiedSeen)];
  return (siteId) => ({ seen: seen(siteId), certified: seen(siteId) && certified(siteId) });
}
