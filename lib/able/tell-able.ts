import { isSmallGroup } from "@/lib/access/privacy";
import { everywhere } from "@/lib/capability/map";
import { toldSites } from "@/lib/capability/told-places";
import type { Figure } from "@/lib/stats/figure";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { overlappingShareChange } from "@/lib/stats/proportions/overlapping-change";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";
import type { AbleChange, AblePlace, AbleStanding, AbleWork, Shift } from "./able";
import { type AbleCell, type AbleChangeCell, type WorkFigure, workFigures } from "./able-cells";

/** Where the shares of those looked at lie further apart, more looking alone would be a change of all. */
const lookedAlike = 0.1;

type Hidden = { minimum: number /** Sites nothing is shown of. */; hidden: ReadonlySet<string> };

const seenOf = ({ alone, helped, notYet }: AbleCell) => alone + helped + notYet;

/**
 * What may be told of one task at each site of its role and everywhere. A figure is told of at least the minimum of the people it is made of:
 * the standing of those of whom enough is known, a figure of work of those who did it; and not where the total less the others would tell it.
 * @param cells of one role and task, one per site
 */
export function tellPlaces(
  cells: readonly AbleCell[],
  { minimum, hidden }: Hidden,
): (siteId: string) => Extract<AblePlace["state"], { kind: "shown" }> {
  const guard = (people: (cell: AbleCell) => number) => toldSites(cells, people, { minimum, hidden });
  const maySeen = guard(seenOf);
  const mayWork = Object.fromEntries(workFigures.map((name) => [name, guard(({ work }) => work[name].people)]));
  return (siteId) => {
    const here = siteId === everywhere ? cells : cells.filter((cell) => cell.siteId === siteId);
    const sum = (of: (cell: AbleCell) => number) => here.reduce((total, cell) => total + of(cell), 0);
    const worked = (name: WorkFigure): AbleWork => {
      const people = sum(({ work }) => work[name].people);
      if (people === 0) return { kind: "nobody" };
      if (!mayWork[name]?.(siteId)) return { kind: isSmallGroup(people, minimum) ? "few" : "guarded" };
      const jobs = sum(({ work }) => work[name].known);
      return { kind: "told", value: sum(({ work }) => work[name].sum) / jobs, jobs };
    };
    return {
      kind: "shown",
      people: sum(({ people }) => people),
      standing: standingOf(sum, { isTold: maySeen(siteId), minimum }),
      work: { quality: worked("quality"), errors: worked("errors"), assisted: worked("assisted") },
    };
  };
}

function standingOf(
  sum: (of: (cell: AbleCell) => number) => number,
  { isTold, minimum }: { isTold: boolean; minimum: number },
): AbleStanding {
  const seen = sum(seenOf);
  const rest = { unclear: sum(({ unclear }) => unclear), unseen: sum(({ unseen }) => unseen) };
  if (seen === 0) return { kind: "nobody", ...rest };
  if (!isTold) return { kind: isSmallGroup(seen, minimum) ? "few" : "guarded" };
  const alone = sum((cell) => cell.alone);
  return {
    kind: "told",
    seen,
    alone,
    interval: wilsonInterval({ n: sum(({ people }) => people), events: alone }),
    helped: sum(({ helped }) => helped),
    notYet: sum(({ notYet }) => notYet),
    ...rest,
  };
}

/** How a task stands against the earlier day, over all sites of its role. */
export function tellChange(
  { all, known, work }: AbleChangeCell,
  minimum: number,
): Extract<AbleChange, { kind: "few" | "told" }> {
  const isFew = (people: number) => people === 0 || isSmallGroup(people, minimum);
  if (isFew(known.now.n) || isFew(known.before.n)) return { kind: "few" };
  const looked = known.now.n / all.now.n - known.before.n / all.before.n;
  const among = Math.abs(looked) <= lookedAlike ? "all" : "known";
  const { now, before, both } = among === "all" ? all : known;
  const shift = shiftOf(overlappingShareChange({ now, before, both }));
  if (!shift) return { kind: "few" };
  const workOf = (name: WorkFigure): Shift | null => {
    const moments = work[name];
    return isFew(moments.now) || isFew(moments.before) ? null : shiftOf(ratioOfSumsChange(moments));
  };
  const changed = { quality: workOf("quality"), errors: workOf("errors"), assisted: workOf("assisted") };
  return { kind: "told", among, now, before, shift, work: changed };
}

function shiftOf(figure: Figure): Shift | null {
  if (figure.kind !== "figure") return null;
  const { value, interval } = figure;
  const [low, high] = interval;
  return { value, interval, verdict: low > 0 ? "higher" : high < 0 ? "lower" : "flat" };
}
