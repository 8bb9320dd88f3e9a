import type { NotEstimableReason } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import type { FollowUp } from "./life-table";

/** What a Cox regression is fitted to: `covariates[k][i]` is covariate k of person i, `strata[i]` the stratum (own baseline). */
export type CoxData = FollowUp & { covariates: readonly ArrayLike<number>[]; strata?: ArrayLike<number> };

/**
 * People in the order in which they enter the risk set: by stratum, then latest time first. A block holds the people of one
 * stratum with the same time. Covariates are centred and divided by their standard deviation, row after row.
 */
export type SortedCoxData = {
  kind: "sorted";
  people: Int32Array;
  size: number;
  covariates: Float64Array;
  scales: number[];
  event: Uint8Array;
  events: number;
  /** First position of each block, and one more: the number of people. */
  starts: Int32Array;
  /** Position at which the stratum of each block starts. */
  stratumStarts: Int32Array;
  /** Time of each block. */
  times: Float64Array;
};

/** Sorts once, so that a pass over the data is linear. Refuses gaps, no events and covariates that do not vary. */
export function sortCoxData(data: CoxData): SortedCoxData | { kind: "refused"; reason: NotEstimableReason } {
  const { time, event, covariates, strata } = data;
  const n = time.length;
  const size = covariates.length;
  const moments = covariates.map((column) => momentsOf(Array.from(column)));
  const areCovariatesFinite = moments.every(({ mean, variance }) => Number.isFinite(mean) && Number.isFinite(variance));
  for (let person = 0; person < n; person += 1) {
    if (!Number.isFinite(time[person])) return { kind: "refused", reason: "not-finite" };
  }
  if (!areCovariatesFinite) return { kind: "refused", reason: "not-finite" };
  if (n < 2) return { kind: "refused", reason: "too-few-people" };
  if (size === 0 || moments.some(({ mean, variance }) => Math.sqrt(variance) <= 1e-14 * Math.abs(mean))) {
    return { kind: "refused", reason: "collinear" };
  }

  const people = Int32Array.from({ length: n }, (_, person) => person);
  people.sort(
    (left, right) => (strata?.[left] ?? 0) - (strata?.[right] ?? 0) || (time[right] ?? 0) - (time[left] ?? 0),
  );
  const sorted = new Float64Array(n * size);
  const happened = new Uint8Array(n);
  const starts: number[] = [];
  const stratumStarts: number[] = [];
  const times: number[] = [];
  const scales = moments.map(({ variance }) => Math.sqrt(variance));
  let events = 0;
  let stratumStart = 0;
  for (let position = 0; position < n; position += 1) {
    const person = people[position] ?? 0;
    const before = people[position - 1];
    const isNewStratum = before === undefined || (strata?.[before] ?? 0) !== (strata?.[person] ?? 0);
    if (isNewStratum) stratumStart = position;
    if (isNewStratum || time[before] !== time[person]) {
      starts.push(position);
      stratumStarts.push(stratumStart);
      times.push(time[person] ?? 0);
    }
    if (event[person] === 1) {
      happened[position] = 1;
      events += 1;
    }
    for (let k = 0; k < size; k += 1) {
      sorted[position * size + k] = ((covariates[k]?.[person] ?? 0) - (moments[k]?.mean ?? 0)) / (scales[k] ?? 1);
    }
  }
  if (events === 0) return { kind: "refused", reason: "no-events" };
  return {
    kind: "sorted",
    people,
    size,
    covariates: sorted,
    scales,
    event: happened,
    events,
    starts: Int32Array.from([...starts, n]),
    stratumStarts: Int32Array.from(stratumStarts),
    times: Float64Array.from(times),
  };
}

/** What the events of one time, or of all, add: score (Schoenfeld residuals, summed) and information, on the sorted scale. */
export type CoxTerm = { logLikelihood: number; score: Float64Array; information: Float64Array };

/** The covariates of a person (by sorted position) times `beta`. */
export function linearPredictor(
  { size, covariates }: SortedCoxData,
  beta: ArrayLike<number>,
  position: number,
): number {
  let sum = 0;
  for (let k = 0; k < size; k += 1) sum += (beta[k] ?? 0) * (covariates[position * size + k] ?? 0);
  return sum;
}
