import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { stateOf } from "@/lib/scorecard/build-tile";
import { medianState } from "@/lib/scorecard/median-tile";
import type { FigureState } from "@/lib/scorecard/scorecard";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";
import type { ComparedGroup } from "./comparison";
import { type ChangeMoments, type GroupMoments, momentsKey } from "./read-moments";

type Parts = {
  metric: Metric;
  isChange: boolean;
  noChange: string | null;
  fed: boolean;
  minimum: number;
  withheld: readonly ComparedGroup["withheld"][];
  levels: ReadonlyMap<string, GroupMoments>;
  changes: ReadonlyMap<number, ChangeMoments>;
  values: ReadonlyMap<number, readonly number[]>;
  period: Period;
};

type Found = { state: FigureState; levels: ComparedGroup["levels"] };

/** The figure of each group (of a change: that change, with the level of the same people then and now), or why there is none. */
export function groupStates(parts: Parts): Found[] {
  const { metric, isChange, noChange, fed, minimum, withheld, levels, changes, values, period } = parts;
  return withheld.map((why, g): Found => {
    const alone = (state: FigureState): Found => ({ state, levels: null });
    if (why)
      return alone({
        kind: "withheld",
        minimum: minimumPeople(minimum),
        why: why === "too-few" ? why : "complementary",
      });
    if (noChange) return alone({ kind: "no-data", how: noChange });
    if (!fed) return alone({ kind: "no-data", how: "Nobody recorded this in the period." });
    if (isChange) return changed(changes.get(g), minimum);
    if (metric.kind === "median")
      return alone(medianState(values.get(g) ?? [], minimum, "Import work_events.csv with started_at."));
    return alone(stateOf(metric, levels.get(momentsKey(g, period.start)), minimum));
  });
}

function changed(change: ChangeMoments | undefined, minimum: number): Found {
  const people = change?.joint.n ?? 0;
  const none = (state: FigureState): Found => ({ state, levels: null });
  if (!change || people === 0) return none({ kind: "no-data", how: "Nobody has this figure in both periods." });
  if (isSmallGroup(people, minimum)) return none({ kind: "withheld", minimum: minimumPeople(minimum), why: "too-few" });
  const [n1 = 0, d1 = 0, n0 = 0, d0 = 0] = change.joint.means;
  const figure = ratioOfSumsChange(change.joint);
  if (figure.value === null)
    return none({ kind: "not-estimable", reason: figure.kind === "figure" ? "not-finite" : figure.reason, people });
  return {
    state: {
      kind: "figure",
      value: figure.value,
      interval: figure.kind === "figure" ? figure.interval : null,
      people,
      method: figure.method,
      numerator: null,
      denominator: null,
    },
    levels: { earlier: n0 / d0, now: n1 / d1 },
  };
}
