import type { Formats } from "@/lib/format/formats";
import { metricById } from "@/lib/metrics/dictionary";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { changeBetween, historyOf, shownMetric } from "./build-tile";
import type { IsFed } from "./read-fed";
import type { SummedRow } from "./read-sums";
import type { CertifiedApplied, FigureState, Point } from "./scorecard";

type Parts = {
  period: Period;
  periods: readonly Period[];
  rows: readonly SummedRow[];
  minimum: number;
  hidden: ReadonlySet<string>;
  metrics: readonly Metric[];
  isFed: IsFed;
  formats: Formats;
  /** The KPI to show; without it the quality KPI most people have. */
  kpi?: Metric;
};

/**
 * The COO's question in one picture: how much of what roles need is certified, how much is seen applied, and what became of the
 * quality KPI. Null where no role's skills are known.
 */
export function readCertifiedApplied({
  period,
  periods,
  rows,
  minimum,
  hidden,
  metrics,
  isFed,
  formats,
  kpi: chosen,
}: Parts): CertifiedApplied | null {
  const [certified, applied] = [metricById("certified"), metricById("certifiable_applied")];
  const at = (metric: Metric, start: string) =>
    isFed(metric, start) ? rows.find((row) => row.metric === metric.id && row.start === start) : undefined;
  const pointsOf = (metric: Metric) => historyOf(metric, periods, (start) => at(metric, start), { minimum, hidden });
  if (!certified || !applied) return null;
  const lines = { certified: pointsOf(certified), applied: pointsOf(applied) };
  if (figureAt(lines.certified, period) === null) return null;

  const kpi = chosen ?? chooseKpi(metrics, rows, period);
  const points = kpi ? pointsOf(kpi) : [];
  const first = points.find((point) => point.state.kind === "figure");
  const [now, then] = [points.find((point) => point.start === period.start), first];
  const verdict = kpi && now && then && now !== then ? kpiVerdict(kpi, now, then, at) : null;
  const share = (points: Point[]) => {
    const value = figureAt(points, period);
    return value === null ? "an unknown share" : formats.percent(value, { decimals: 0 });
  };
  const moved =
    kpi && verdict
      ? `; ${kpi.name.toLowerCase()} ${verdictWords[verdict]} since ${formats.period(period.grain, then?.start ?? period.start)}`
      : "";
  return {
    periods: periods.length ? points.map((point) => point.period) : [],
    ...lines,
    kpi: kpi ? { metric: shownMetric(kpi), points, verdict: verdict ?? "unknown" } : null,
    answer: `${share(lines.certified)} certified, ${share(lines.applied)} seen applying it${moved}.`,
  };
}

const verdictWords = { better: "better", worse: "worse", unchanged: "unchanged beyond chance" } as const;

/** The quality KPI most people of the scope have: an imported one that should fall, else the error rate. */
export function chooseKpi(
  metrics: readonly Metric[],
  rows: readonly SummedRow[],
  { start }: Period,
): Metric | undefined {
  const peopleOf = (metric: Metric) => rows.find((row) => row.metric === metric.id && row.start === start)?.people ?? 0;
  const falling = metrics.filter(
    (metric) =>
      metric.category === "operational" &&
      metric.direction === "down" &&
      metric.unit === "share" &&
      peopleOf(metric) > 0,
  );
  const preferred = falling.filter(
    (metric) => metric.id.startsWith("kpi:") || metric.id === "rework" || metric.id === "error_rate",
  );
  const rank = (metric: Metric) => (metric.id === "error_rate" || metric.id === "rework" ? 0 : 1);
  return preferred.toSorted((a, b) => rank(b) - rank(a) || peopleOf(b) - peopleOf(a))[0];
}

function kpiVerdict(
  kpi: Metric,
  now: Point,
  then: Point,
  at: (metric: Metric, start: string) => SummedRow | undefined,
): keyof typeof verdictWords | null {
  const measured = (point: Point) => ({ state: point.state, sums: at(kpi, point.start) });
  const change = changeBetween(kpi, measured(now), measured(then));
  if (change.kind === "none") return null;
  if (change.verdict === "unclear") return "unchanged";
  return change.verdict === "better" ? "better" : "worse";
}

function figureAt(points: readonly Point[], period: Period): number | null {
  const state: FigureState | undefined = points.find((point) => point.start === period.start)?.state;
  return state?.kind === "figure" ? state.value : null;
}
