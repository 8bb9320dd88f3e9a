import { grouped } from "@/lib/grouped";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { type RegressionToTheMean, regressionToTheMean } from "@/lib/stats/linear/regression-to-the-mean";
import { momentsOf } from "@/lib/stats/moments";
import type { Direction } from "./detectable";
import { rehearsalStretches } from "./noise";
import { clusterOf, type History, type PersonHistory, type Stretch, valueOver } from "./people-history";

export type TeamFigures = { id: string; name: string | null; people: number; mean: number | null };

/** Teams of a history with the mean of their people over the last periods, the worst first; teams without a value last. */
export function teamsOf(history: History, before: number, direction: Direction): TeamFigures[] {
  const stretch = { first: history.periods.length - before, last: history.periods.length - 1 };
  const teams = [...grouped(history.people, clusterOf)].map(([id, people]) => ({
    id,
    name: people[0]?.team ?? null,
    people: people.length,
    mean: meanOver(people, stretch),
  }));
  const bad = direction === "down" ? -1 : 1;
  return teams.sort((left, right) => {
    if (left.mean === null || right.mean === null) return Number(left.mean === null) - Number(right.mean === null);
    return bad * (left.mean - right.mean) || (left.id < right.id ? -1 : 1);
  });
}

/** Teams picked by how bad they were go back towards the mean by themselves. */
export type Selection = {
  /** Standard deviations of teams by which the picked were worse than all. */
  worseBy: number;
  expected: RegressionToTheMean;
};

/**
 * How much the picked teams would change without any programme, because they were picked when they were worst: the slope of a team's
 * later value on its earlier one, in the last periods, times the gap of the picked now. Null where they are not worse than all by half a
 * standard deviation, or all were picked.
 */
export function selectionOf(
  history: History,
  picked: ReadonlySet<string>,
  { before, after, direction }: { before: number; after: number; direction: Direction },
): Selection | null {
  const stretches = rehearsalStretches(history.periods.length, before, after);
  if (!stretches) return null;
  const latest = { first: history.periods.length - before, last: history.periods.length - 1 };
  const teams = [...grouped(history.people, clusterOf)].flatMap(([id, people]) => {
    const [now, earlier, later] = [latest, stretches.pre, stretches.post].map((stretch) => meanOver(people, stretch));
    return now == null || earlier == null || later == null ? [] : [{ id, now, earlier, later }];
  });
  const chosen = teams.filter(({ id }) => picked.has(id));
  if (chosen.length === 0 || chosen.length === teams.length) return null;
  const all = momentsOf(teams.map(({ now }) => now));
  const gap = momentsOf(chosen.map(({ now }) => now)).mean - all.mean;
  const worse = direction === "down" ? gap : -gap;
  const worseBy = worse / Math.sqrt(all.variance);
  if (!(worseBy > 0.5)) return null;
  const joint = jointMomentsOf([teams.map(({ later }) => later), teams.map(({ earlier }) => earlier)]);
  return { worseBy, expected: regressionToTheMean(joint, (joint.means[1] ?? 0) + gap) };
}

function meanOver(people: readonly PersonHistory[], stretch: Stretch): number | null {
  const known = people.flatMap((person) => valueOver(person, stretch) ?? []);
  return known.length > 0 ? momentsOf(known).mean : null;
}
