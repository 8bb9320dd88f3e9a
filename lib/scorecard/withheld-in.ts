import "server-only";
import type { Tx } from "@/db/client";
import { refusedViews } from "@/lib/access/differencing";
import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";
import type { Bounds, Scope } from "@/lib/access/scope";
import { partText } from "@/lib/access/shown-group";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/metrics/period";
import type { DimensionName } from "./input";
import type { FoundGroup } from "./read-groups";

type Question = {
  viewer: Viewer;
  bounds: Bounds;
  /** What the groups divide. */
  scope: Scope;
  periods: readonly Period[];
  minimum: number;
  by: DimensionName;
};

/**
 * The groups of a table to withhold, by the first day of each period: small ones and those that would give them away, in this table or by
 * what else the viewer was shown; the others are noted as shown. Cohorts may share people, so nothing follows from what is left of the whole.
 */
export async function withheldIn(
  tx: Tx,
  { viewer, bounds, scope, periods, minimum, by }: Question,
  found: readonly Pick<FoundGroup, "id" | "part" | "sums" | "peopleIn" | "isOfFew">[],
): Promise<Map<string, Set<string>>> {
  const countedIn = (start: string) =>
    found.map(({ id, sums }) => ({ id, people: sums.find((row) => row.start === start)?.people ?? 0 }));
  const fewIn = (start: string) => found.flatMap(({ id, isOfFew }) => (isOfFew?.(start) ? [id] : []));
  const withheldAt = (start: string, refused: ReadonlySet<string>) =>
    by === "cohort"
      ? new Set(refused)
      : withheldGroups(countedIn(start), minimum, new Set([...fewIn(start), ...refused]));

  const asked = periods.flatMap((period) => {
    const withheld = withheldAt(period.start, new Set());
    const shown = found.filter((group) => !withheld.has(group.id) && isLarge(group.peopleIn(period.start), minimum));
    return shown.map(({ id, part, peopleIn }) => {
      const view = { text: partText(scope.text, part), period, people: peopleIn(period.start) };
      return { id, view };
    });
  });
  const guard = { viewer, bounds, setting: minimum };
  const refused = await refusedViews(
    tx,
    guard,
    asked.map(({ view }) => view),
  );
  const refusedAt = (start: string) =>
    new Set(asked.filter(({ view }) => view.period.start === start && refused.has(view)).map(({ id }) => id));
  return new Map(periods.map(({ start }) => [start, withheldAt(start, refusedAt(start))]));
}

const isLarge = (people: number, minimum: number) => people > 0 && !isSmallGroup(people, minimum);
