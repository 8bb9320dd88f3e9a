import "server-only";
import type { Tx } from "@/db/client";
import type { Bounds, Scope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { Metric } from "@/lib/metrics/metric";
import { type Period, periodName } from "@/lib/metrics/period";
import { givesAway, historyOf, shownMetric, stateOf } from "./build-tile";
import type { DimensionName, OrderName } from "./input";
import type { IsFed } from "./read-fed";
import { readGroups } from "./read-groups";
import { moversOf } from "./read-movers";
import type { SummedRow } from "./read-sums";
import type { Breakdown, FigureState, Group, Movers } from "./scorecard";
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
  order: OrderName;
  /** What changes are told against, and whether the data cover both periods. */
  since: Period;
  isAlike: boolean;
};

const mostGroups = 200;

/** One metric by unit, role, site or cohort, in the order asked for, and how each changed. Null where there is nothing to divide. */
export async function readBreakdown(tx: Tx, parts: Parts): Promise<Breakdown | null> {
  const { metrics, show, period, periods, minimum, rows, by } = parts;
  const metric = metrics.find((one) => one.id === (show ?? "reach_in_flow") && one.kind !== "median");
  if (!metric || metric.kind === "median") return null;
  const asked = periods.some(({ start }) => start === parts.since.start) ? periods : [parts.since, ...periods];
  const found = await readGroups(tx, { ...parts, periods: asked, metric });
  if (found.length < 2) return null;
  const names = periods.map(periodName);
  const withheld = await withheldIn(tx, { ...parts, periods: asked }, found);
  const sumsOf = new Map(found.map(({ id, sums }) => [id, new Map(sums.map((row) => [row.start, row]))]));
  const stateAt = (id: string, start: string): FigureState => {
    const row = parts.isFed(metric, start) ? sumsOf.get(id)?.get(start) : undefined;
    const state = stateOf(metric, row, minimum);
    return state.kind === "figure" && withheld.get(start)?.has(id) ? givesAway(minimum) : state;
  };
  const movers = moversOf({
    ...parts,
    metric,
    groups: found,
    stateAt,
    now: period.start,
    since: parts.since.start,
  });
  const groups = found
    .map(({ id, label, scopeText }): Group => {
      const history = periods.map(({ start }, index) => ({
        period: names[index] ?? "",
        start,
        state: stateAt(id, start),
      }));
      return { id, label, scope: scopeText, state: stateAt(id, period.start), history };
    })
    .toSorted(asAsked(metric, parts.order, movers));
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
    order: parts.order,
    movers,
  };
}

/**
 * Worst first: where more is better the lowest, where less is better the highest, the ones to look at. Moved: the change furthest from none in
 * its own errors. Unknown ones last.
 */
function asAsked({ direction }: Metric, order: OrderName, movers: Movers) {
  const sizes = new Map(movers.kind === "ranked" ? movers.movers.map(({ id, adjustedP }) => [id, -adjustedP]) : []);
  const value = (group: Group): number | null => {
    if (order === "name") return 0;
    if (order === "moved") return sizes.get(group.id) ?? null;
    return group.state.kind === "figure" ? group.state.value : null;
  };
  const isDescending = order === "moved" || (direction === "down") === (order === "worst");
  return (a: Group, b: Group) => {
    const [left, right] = [value(a), value(b)];
    if (left === null && right === null) return a.label.localeCompare(b.label);
    if (left === null || right === null) return left === null ? 1 : -1;
    return (isDescending ? right - left : left - right) || a.label.localeCompare(b.label);
  };
}
