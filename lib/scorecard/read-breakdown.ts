import "server-only";
import type { Tx } from "@/db/client";
import type { Bounds, Scope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { Metric } from "@/lib/metrics/metric";
import { type Period, periodName } from "@/lib/metrics/period";
import { givesAway, historyOf, shownMetric, stateOf } from "./build-tile";
import type { DimensionName } from "./input";
import type { IsFed } from "./read-fed";
import { readGroups } from "./read-groups";
import type { SummedRow } from "./read-sums";
import type { Breakdown, FigureState, Group } from "./scorecard";
import { withheldIn } from "./withheld-in";

type Parts = {
  orgId: string;
  stamp: string;
  viewer: Viewer;
  bounds: Bounds;
  scope: Scope;
  period: Period;
  periods: readonly Period[];
  rows: readonly SummedRow[];
  minimum: number;
  hidden: ReadonlySet<string>;
  metrics: readonly Metric[];
  isFed: IsFed;
  by: DimensionName;
  show: string | null;
};

const mostGroups = 24;

/** One metric by unit, role, site or cohort, sorted worst or lowest first. Null where there is nothing to divide. */
export async function readBreakdown(tx: Tx, parts: Parts): Promise<Breakdown | null> {
  const { metrics, show, period, periods, minimum, rows, by } = parts;
  const metric = metrics.find((one) => one.id === (show ?? "reach_in_flow") && one.kind !== "median");
  if (!metric || metric.kind === "median") return null;
  const found = await readGroups(tx, { ...parts, metric });
  if (found.length < 2) return null;
  const names = periods.map(periodName);
  const withheld = await withheldIn(tx, parts, found);

  const groups = found
    .map(({ id, label, scopeText, sums }): Group => {
      const stateAt = (start: string): FigureState => {
        const row = parts.isFed(metric, start) ? sums.find((one) => one.start === start) : undefined;
        const state = stateOf(metric, row, minimum);
        return state.kind === "figure" && withheld.get(start)?.has(id) ? givesAway(minimum) : state;
      };
      const history = periods.map(({ start }, index) => ({ period: names[index] ?? "", start, state: stateAt(start) }));
      return { id, label, scope: scopeText, state: stateAt(period.start), history };
    })
    .toSorted(asAsked(metric));
  const sumsAt = (start: string) =>
    parts.isFed(metric, start) ? rows.find((row) => row.metric === metric.id && row.start === start) : undefined;
  const own = historyOf(metric, periods, sumsAt, parts);
  return {
    by,
    metric: shownMetric(metric),
    groups: groups.slice(0, mostGroups),
    periods: names,
    reference: own.map(({ state }) => (state.kind === "figure" ? state.value : null)),
    more: Math.max(0, groups.length - mostGroups),
  };
}

/** Where more is better the lowest come first, where less is better the highest: the ones to look at. Unknown ones last. */
function asAsked({ direction }: Metric) {
  const value = (group: Group) => (group.state.kind === "figure" ? group.state.value : null);
  return (a: Group, b: Group) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null)
      return left === right ? a.label.localeCompare(b.label) : left === null ? 1 : -1;
    return direction === "down" ? right - left : left - right;
  };
}
