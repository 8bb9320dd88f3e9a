import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { addDays } from "@/lib/days";
import { gradeReason, type Metric } from "@/lib/metrics/metric";
import { type Period, periodName } from "@/lib/metrics/period";
import type { Change, FigureState, Point, ShownMetric } from "./scorecard";
import { changeOf, figureOf, type SummedKind, type Sums } from "./sums";
import { verdictOf } from "./verdict";

/** When learning began in a scope; talent outcomes may be read only so long after it. Null where it has not. */
export type LearningStart = { day: string; says: string } | null;

/** The figure of one group and period, or why there is none. */
export function stateOf(metric: Metric, sums: Sums | undefined, minimum: number): FigureState {
  if (!sums || sums.people === 0) return { kind: "no-data", how: howToGet(metric) };
  // A scope is large enough before any of its figures is read; what counts teams says nothing about fewer people.
  if (!metric.counts && isSmallGroup(sums.people, minimum))
    return { kind: "withheld", minimum: minimumPeople(minimum), why: "too-few" };
  const figure = figureOf(metric.kind as SummedKind, sums);
  const { numerator, denominator, people } = sums;
  const parts = { people, numerator, denominator, method: figure.method };
  if (figure.kind === "figure") return { kind: "figure", value: figure.value, interval: figure.interval, ...parts };
  if (figure.value === null) return { kind: "not-estimable", reason: figure.reason, people };
  return { kind: "figure", value: figure.value, interval: null, ...parts };
}

/** As `stateOf`, but "too early" while the metric's window after the start of learning has not passed at the period's end. */
export function stateIn(
  metric: Metric,
  period: Period,
  sums: Sums | undefined,
  minimum: number,
  start: LearningStart,
): FigureState {
  const until = start && metric.windowDays > 0 ? addDays(start.day, metric.windowDays) : null;
  if (start && until && period.end > start.day && period.end <= until) {
    return { kind: "too-early", until, why: `${start.says}; this outcome needs ${metric.windowDays} days to show.` };
  }
  return stateOf(metric, sums, minimum);
}

export type Measured = { state: FigureState; sums: Sums | undefined };

/**
 * The change between two shown figures. A figure on which few people all agree has no spread of its own, so the other's alone would make
 * their difference look surer than it is: such a change has no interval.
 */
export function changeBetween(metric: Metric, now: Measured, before: Measured): Change {
  if (now.state.kind !== "figure" || !now.sums) return { kind: "none", reason: "" };
  if (before.state.kind !== "figure" || !before.sums) return { kind: "none", reason: reasonOf(before.state) };
  const estimate = changeOf(metric.kind as SummedKind, now.sums, before.sums);
  const kind = metric.kind === "rate" ? "ratio" : "difference";
  if (estimate.kind === "estimate" && hasSpread(now.state) && hasSpread(before.state)) {
    const verdict = verdictOf(metric.direction, estimate.interval, kind === "ratio" ? 1 : 0);
    return { kind, estimate: estimate.estimate, interval: estimate.interval, method: estimate.method, verdict };
  }
  if (kind === "ratio") return { kind: "none", reason: "No such event in the comparison, so there is no ratio." };
  return {
    kind,
    estimate: now.state.value - before.state.value,
    interval: null,
    method: estimate.method,
    verdict: "unclear",
  };
}

/** Whether a longer period alone makes it larger: more people are reached, seen or lost in three months than in one. */
export function growsWithTime({ category, kind }: Pick<Metric, "category" | "kind">): boolean {
  return kind === "share" || (category !== "operational" && category !== "talent");
}

const enoughAlike = 30;

function hasSpread({ interval, people }: Extract<FigureState, { kind: "figure" }>): boolean {
  return interval !== null || people >= enoughAlike;
}

/** The figure at each period; those of `hidden` (by first day) would give a small group away. */
export function historyOf(
  metric: Metric,
  periods: readonly Period[],
  sumsAt: (start: string) => Sums | undefined,
  { minimum, hidden }: { minimum: number; hidden: ReadonlySet<string> },
): Point[] {
  return periods.map((period) => {
    const state = stateOf(metric, sumsAt(period.start), minimum);
    const isHidden = state.kind === "figure" && hidden.has(period.start);
    return { period: periodName(period), start: period.start, state: isHidden ? givesAway(minimum) : state };
  });
}

export function givesAway(minimum: number): FigureState {
  return { kind: "withheld", minimum: minimumPeople(minimum), why: "complementary" };
}

export function shownMetric(metric: Metric): ShownMetric {
  const { id, category, name, question, unit, direction, source, owner, windowDays, kind } = metric;
  const parts = { numerator: metric.numerator.words, denominator: metric.denominator.words };
  return {
    id,
    category,
    name,
    question,
    unit,
    direction,
    source,
    owner,
    windowDays,
    kind,
    counts: metric.counts ?? "people",
    ...(metric.kpi && { kpi: metric.kpi }),
    ...parts,
  };
}

export function reasonForGrade(metric: Metric): string {
  return gradeReason[metric.grade === "E" ? "E" : "D"];
}

function reasonOf(state: FigureState): string {
  if (state.kind === "withheld") return "The comparison has too few people to be shown.";
  if (state.kind === "too-early") return "The comparison is too early to read.";
  if (state.kind === "no-data") return "There is nothing to compare with.";
  return "The comparison cannot be estimated.";
}

function howToGet(metric: Metric): string {
  if (metric.id === "time_to_competence")
    return "Nobody's days of being followed after joining end in this period with recorded work.";
  if (metric.source === "observations")
    return "Import observations.csv; a change needs ratings in two periods running.";
  if (metric.source.includes("taxonomy")) return "Import skills.csv, and observations or certificates for its skills.";
  if (metric.source.startsWith("work events")) return "Import work_events.csv.";
  if (metric.source.startsWith("learning events")) return "Import learning_events.csv.";
  if (metric.source.startsWith("employment")) return "Import people.csv and employment_events.csv.";
  return "Import kpi.csv with values for these people.";
}
