import { withheldGroups } from "@/lib/access/privacy";
import { gwetAc2 } from "@/lib/stats/agreement/gwet-ac2";
import { intervalOfLeftOut } from "@/lib/stats/agreement/jackknife";
import { patternAlpha } from "@/lib/stats/agreement/pattern-alpha";
import { pairShares, patternsOf, type RatingPattern } from "@/lib/stats/agreement/rating-patterns";
import { momentsOf } from "@/lib/stats/moments";
import { meanOf } from "@/lib/trust/agree";
import type { Coefficient } from "@/lib/trust/trust";
import type { BehaviourResult, CalibrationResult, SiteResult } from "./calibration";

export type GivenLevel = {
  rater: string;
  site: { id: string; name: string } | null;
  behaviourId: string;
  level: number;
};

type Asked = {
  behaviours: readonly { id: string; statement: string }[];
  expected: Readonly<Record<string, number>>;
  minimum: number;
  /** Whoever looks and rated is taken out: what is left of the group must be a group. */
  viewer: string | null;
};

/** Agreement, distance and sites of those who rated the same piece of work; withheld under the minimum of raters, the viewer not counted. */
export function calibrationResult(
  given: readonly GivenLevel[],
  { behaviours, expected, minimum, viewer }: Asked,
): CalibrationResult {
  const isOwn = given.some(({ rater }) => rater === viewer);
  const others = given.filter(({ rater }) => rater !== viewer);
  const raters = [...new Set(others.map(({ rater }) => rater))];
  if (raters.length < minimum) return { kind: "withheld", minimum, own: isOwn };
  const patterns = (some: readonly GivenLevel[]) =>
    patternsOf(
      behaviours.map(({ id }) => some.filter(({ behaviourId }) => behaviourId === id).map(({ level }) => level)),
      5,
    );
  const coefficient = (of: (some: readonly RatingPattern[]) => number | null): Coefficient | null => {
    const value = of(patterns(others));
    const without = raters.map((rater) => of(patterns(others.filter((one) => one.rater !== rater))));
    return value === null ? null : { value, interval: intervalOfLeftOut(value, without) };
  };
  const shares = pairShares(patterns(others));
  const results = behaviours.map(({ id, statement }): BehaviourResult => {
    const levels = others.filter(({ behaviourId }) => behaviourId === id).map(({ level }) => level);
    const { mean, variance, n } = momentsOf(levels);
    const wanted = expected[id];
    return {
      id,
      statement,
      levels: [1, 2, 3, 4, 5].map((level) => levels.filter((one) => one === level).length),
      mean,
      deviation: Math.sqrt(variance),
      distance:
        wanted === undefined
          ? null
          : meanOf({ people: n, mean: mean - wanted, error: n > 1 ? Math.sqrt(variance / n) : null }),
    };
  });
  const against = results.some(({ distance }) => distance !== null) ? "expected" : "mean";
  const means = new Map(results.map(({ id, mean }) => [id, mean]));
  return {
    kind: "result",
    raters: raters.length,
    ofOthers: isOwn,
    // With one or two behaviours chance takes up nearly all of what differs, and alpha says nothing.
    alpha: behaviours.length > 2 ? coefficient((some) => patternAlpha(some, "ordinal")) : null,
    ac2: coefficient((some) => {
      const found = gwetAc2(some);
      return found.kind === "agreement" ? found.value : null;
    }),
    exact: shares?.exact ?? null,
    within: shares?.within ?? null,
    against,
    behaviours: results,
    sites: sitesOf(others, minimum, (id) => (against === "expected" ? expected[id] : means.get(id))),
  };
}

/** Each rater counts once: the mean of their levels less what they are held against. */
function sitesOf(
  given: readonly GivenLevel[],
  minimum: number,
  wanted: (behaviourId: string) => number | undefined,
): SiteResult[] {
  const sites = new Map<string, { name: string; raters: Map<string, number[]> }>();
  for (const { rater, site, behaviourId, level } of given) {
    const held = wanted(behaviourId);
    if (held === undefined) continue;
    const one = sites.get(site?.id ?? "") ?? { name: site?.name ?? "No site", raters: new Map() };
    one.raters.set(rater, [...(one.raters.get(rater) ?? []), level - held]);
    sites.set(site?.id ?? "", one);
  }
  const withheld = withheldGroups(
    [...sites].map(([id, { raters }]) => ({ id, people: raters.size })),
    minimum,
  );
  return [...sites]
    .map(([id, { name, raters }]): SiteResult => {
      if (withheld.has(id)) return { id, name, raters: 0, withheld: true, distance: null };
      const { mean, variance, n } = momentsOf([...raters.values()].map((gaps) => momentsOf(gaps).mean));
      return {
        id,
        name,
        raters: n,
        withheld: false,
        distance: meanOf({ people: n, mean, error: n > 1 ? Math.sqrt(variance / n) : null }),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
