import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";
import type { SkillCell } from "@/lib/evidence/read-skill-states";
import type { Told } from "./add-cells";
import { everywhere } from "./map";

/**
 * At which sites, and whether everywhere, a figure is told that is made of some of the people: sites of fewer of those than the minimum are not
 * told, and where the total less the others would tell them, the next smallest neither. Of nobody there is nothing to tell, and it is told.
 * @param people those a figure is made of, in a cell (one per site)
 * @param hidden sites nothing is shown of: they are told by a total as well as any other
 */
export function toldSites<Cell extends { siteId: string }>(
  cells: readonly Cell[],
  people: (cell: Cell) => number,
  { minimum, hidden }: { minimum: number; hidden: ReadonlySet<string> },
): (siteId: string) => boolean {
  const total = cells.reduce((sum, cell) => sum + people(cell), 0);
  const groups = cells.map((cell) => ({ id: cell.siteId, people: people(cell) }));
  const untold = withheldGroups(groups, minimum, hidden);
  return (siteId) => (siteId === everywhere ? !isSmallGroup(total, minimum) : !untold.has(siteId));
}

/**
 * At which sites, and whether everywhere, it is told how those seen in a skill stand: the people whose levels are told are those who were seen,
 * not those who need it.
 * @param cells of one skill of a role, one per site
 */
export function toldPlaces(
  cells: readonly SkillCell[],
  minimum: number,
  hidden: ReadonlySet<string>,
): (siteId: string) => Told {
  const seen = toldSites(cells, ({ evidenced }) => evidenced, { minimum, hidden });
  const certified = toldSites(cells, ({ certifiedSeen }) => certifiedSeen, { minimum, hidden });
  return (siteId) => ({ seen: seen(siteId), certified: seen(siteId) && certified(siteId) });
}
