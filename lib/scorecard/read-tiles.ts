import "server-only";
import type { Tx } from "@/db/client";
import { refusedViews } from "@/lib/access/differencing";
import type { Bounds, Scope } from "@/lib/access/scope";
import { partText } from "@/lib/access/shown-group";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import {
  changeBetween,
  growsWithTime,
  historyOf,
  type LearningStart,
  reasonForGrade,
  shownMetric,
  stateIn,
  stateOf,
} from "./build-tile";
import type { Comparison } from "./choose-comparison";
import { givenAwayIn } from "./given-away-in";
import { medianChange, medianState } from "./median-tile";
import { ownStanding } from "./own-standing";
import type { IsFed } from "./read-fed";
import { readPersonMedians } from "./read-medians";
import { readSums, type SummedRow } from "./read-sums";
import { readTeamSums } from "./read-team-kpis";
import { sentenceOf } from "./say-change";
import type { Change, FigureState, Tile } from "./scorecard";

type Parts = {
  orgId: string;
  stamp: string;
  viewer: Viewer;
  bounds: Bounds;
  scope: Scope;
  period: Period;
  periods: readonly Period[];
  rows: readonly SummedRow[];
  comparison: Comparison;
  /** Whether the data cover the whole period. */
  complete: boolean;
  /** Whether the data cover both periods, so that a change from one to the other may be read. */
  isAlike: boolean;
  minimum: number;
  hidden: ReadonlySet<string>;
  metrics: readonly Metric[];
  targets: ReadonlyMap<string, number>;
  start: LearningStart;
  isFed: IsFed;
  formats: Formats;
};

/** Every tile, in the order of the metrics. KPIs nobody in the scope has a value of are left out. */
export async function readTiles(tx: Tx, parts: Parts): Promise<Tile[]> {
  const { orgId, comparison, period, periods, minimum, metrics, start } = parts;
  const ofTeams = await readTeamSums(tx, orgId, parts.scope, periods);
  const own = indexed([...parts.rows, ...ofTeams]);
  const compared = await readComparison(tx, parts);
  const others = indexed([...compared.rows, ...(await teamsCompared(tx, parts, ofTeams))]);
  const tiles: Tile[] = [];

  for (const metric of metrics) {
    if (metric.kind === "median") {
      const how = "Import work_events.csv with started_at.";
      const now = medianState(await readPersonMedians(tx, orgId, parts.scope, period), minimum, how);
      const other =
        comparison.restOf || compared.refused
          ? ({ kind: "no-data", how } as const)
          : medianState(await readPersonMedians(tx, orgId, comparison.scope, comparison.period), minimum, how);
      tiles.push(tileOf(parts, metric, now, medianChange(now, other), []));
      continue;
    }
    const sumsIn = (found: ReadonlyMap<string, SummedRow>, at: string) =>
      parts.isFed(metric, at) ? found.get(key(metric.id, at)) : undefined;
    const sums = sumsIn(own, period.start);
    const otherSums = sumsIn(others, comparison.period.start);
    const history = historyOf(metric, periods, (at) => sumsIn(own, at), parts);
    if (metric.id.includes("kpi:") && history.every(({ state }) => state.kind === "no-data")) continue;
    const now = stateIn(metric, period, sums, minimum, start);
    const other = stateOf(metric, otherSums, minimum);
    const change: Change = compared.refused
      ? { kind: "none", reason: "The comparison is withheld: it would reveal a small group." }
      : parts.isAlike || !growsWithTime(metric)
        ? changeBetween(metric, { state: now, sums }, { state: other, sums: otherSums })
        : unlike(now);
    tiles.push(tileOf(parts, metric, now, change, history));
  }
  return tiles;
}

function unlike(now: FigureState): Change {
  const reason = "Not compared: the data cover only part of one of the two periods.";
  return { kind: "none", reason: now.kind === "figure" ? reason : "" };
}

async function teamsCompared(tx: Tx, { orgId, scope, comparison, periods }: Parts, own: readonly SummedRow[]) {
  if (comparison.restOf) return [];
  const isRead = comparison.scope.text === scope.text && periods.some((one) => one.start === comparison.period.start);
  return isRead ? own : readTeamSums(tx, orgId, comparison.scope, [comparison.period]);
}

async function readComparison(tx: Tx, parts: Parts): Promise<{ rows: readonly SummedRow[]; refused: boolean }> {
  const { orgId, stamp, viewer, bounds, periods, hidden, minimum } = parts;
  const { scope, restOf, period } = parts.comparison;
  const isRead = scope.text === parts.scope.text && !restOf && periods.some((one) => one.start === period.start);
  if (isRead) return { rows: parts.rows, refused: hidden.has(period.start) };
  const rows = await readSums(tx, { orgId, scope, stamp, ...(restOf && { restOf }), periods: [period] });
  const people = rows.find((row) => row.metric === "reach")?.people ?? 0;
  const given = restOf ? new Set() : await givenAwayIn(tx, { orgId, bounds, scope, periods: [period], minimum });
  if (given.size > 0) return { rows, refused: true };
  const view = { text: partText(scope.text, restOf && `rest ${restOf.text}`), period, people };
  const refused = await refusedViews(tx, { viewer, bounds, setting: minimum }, [view]);
  return { rows, refused: refused.size > 0 };
}

function tileOf(parts: Parts, metric: Metric, state: FigureState, change: Change, history: Tile["history"]): Tile {
  const shown = shownMetric(metric);
  return {
    metric: shown,
    state,
    change,
    history,
    standing: parts.complete || !growsWithTime(metric) ? ownStanding(history) : null,
    target: parts.targets.get(metric.id) ?? null,
    grade: metric.grade,
    gradeReason: reasonForGrade(metric),
    sentence: sentenceOf(parts.formats, shown, metric.grade, state, change, parts.comparison),
  };
}

const key = (metric: string, start: string) => `${metric} ${start}`;

function indexed(rows: readonly SummedRow[]): Map<string, SummedRow> {
  return new Map(rows.map((row) => [key(row.metric, row.start), row]));
}
