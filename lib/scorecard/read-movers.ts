import type { Metric } from "@/lib/metrics/metric";
import { changeBetween, growsWithTime } from "./build-tile";
import { rankMovers } from "./rank-movers";
import type { FoundGroup } from "./read-groups";
import type { FigureState, Movers } from "./scorecard";

type Question = {
  metric: Metric;
  groups: readonly Pick<FoundGroup, "id" | "label" | "scopeText" | "sums">[];
  stateAt: (group: string, start: string) => FigureState;
  /** First days. */
  now: string;
  since: string;
  /** Whether the data cover both periods. */
  isAlike: boolean;
};

/** How groups changed since a period, ranked as far as they can be told apart. What is withheld in either period is left out. */
export function moversOf({ metric, groups, stateAt, now, since, isAlike }: Question): Movers {
  if (!isAlike && growsWithTime(metric)) return { kind: "none", why: "unlike" };
  const measured = (group: (typeof groups)[number], start: string) => ({
    state: stateAt(group.id, start),
    sums: group.sums.find((row) => row.start === start),
  });
  const changes = groups.map((group) => ({
    id: group.id,
    change: changeBetween(metric, measured(group, now), measured(group, since)),
  }));
  const ranked = rankMovers(changes);
  if (ranked.length < 2) return { kind: "none", why: "few" };
  const byId = new Map(groups.map((group) => [group.id, group]));
  return {
    kind: "ranked",
    since,
    isRatio: metric.kind === "rate",
    movers: ranked.map((mover) => {
      const group = byId.get(mover.id);
      return { ...mover, label: group?.label ?? mover.id, scope: group?.scopeText ?? null };
    }),
    left: groups.length - ranked.length,
  };
}
