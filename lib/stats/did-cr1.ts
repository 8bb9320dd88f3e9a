import { cr1Estimate } from "./cr1-estimate";
import { type Arms, type Estimate, notEstimable } from "./estimate";
import type { Moments } from "./moments";

const method = "did_cr1";

/** The values of one cluster, arm and wave: how many, and their mean (ignored where there are none). */
type WaveMean = { n: number; mean: number | null };

/**
 * What one cluster contributes in one arm. SQL: group by cluster and arm; `count(before)`, `avg(before)`,
 * `count(after)`, `avg(after)`. Clustered by person, a cluster is a person and each n is 0 or 1. A cluster with
 * people in both arms gives two rows of the same name; a cluster split over several rows adds up.
 */
export type ClusterWaves = {
  cluster: string | number;
  arm: keyof Arms<unknown>;
  before: WaveMean;
  after: WaveMean;
  /** Distinct people in the row; where absent, the larger of the two counts. */
  people?: number;
};

type Cell = { n: number; mean: number };
type Cells = Arms<{ before: Cell; after: Cell }>;
const arms = ["treated", "control"] as const;
const waves = ["before", "after"] as const;

/**
 * Difference-in-differences of two waves, clustered ("did_cr1").
 *
 * The least-squares interaction of arm and period with waves stacked: the four cell means differ twice. Balanced
 * when the caller keeps only people with both values; people with one wave are allowed (then it is the unbalanced model).
 * Error: CR1, G / (G - 1) x (N - 1) / (N - K) times the cluster sandwich, N values, K = 4; t with G - 1. In this
 * saturated model a cluster's score is the sum of its centred cell totals over the cell sizes.
 * Estimand: the average effect on the treated. Assumption: parallel trends, clusters independent.
 * Refuses an empty cell, under two clusters in an arm, and clusters that do not differ. Equals Stata's
 * `regress, cluster` and R's `vcovCL(type = "HC1", cadjust = TRUE)`.
 */
export function didCr1(rows: readonly ClusterWaves[], confidence = 0.95): Estimate {
  const cells = cellMeans(rows);
  const people = { treated: 0, control: 0 };
  const clusters = { treated: new Set<unknown>(), control: new Set<unknown>() };
  const scores = new Map<string | number, number>();

  for (const row of rows) {
    if (row.before.n + row.after.n === 0) continue;
    people[row.arm] += row.people ?? Math.max(row.before.n, row.after.n);
    clusters[row.arm].add(row.cluster);
    const change = scoreOf(row.after, cells[row.arm].after) - scoreOf(row.before, cells[row.arm].before);
    const score = row.arm === "treated" ? change : -change;
    scores.set(row.cluster, (scores.get(row.cluster) ?? 0) + score);
  }

  if (arms.some((arm) => waves.some((wave) => cells[arm][wave].n === 0))) {
    return notEstimable(method, "no-comparison", people);
  }
  if (arms.some((arm) => clusters[arm].size < 2)) return notEstimable(method, "too-few-clusters", people);

  let squares = 0;
  for (const score of scores.values()) squares += score * score;
  const values = arms.reduce((sum, arm) => sum + cells[arm].before.n + cells[arm].after.n, 0);
  return cr1Estimate({
    changes: {
      treated: cells.treated.after.mean - cells.treated.before.mean,
      control: cells.control.after.mean - cells.control.before.mean,
    },
    squares,
    size: Math.max(...arms.flatMap((arm) => waves.map((wave) => Math.abs(cells[arm][wave].mean)))),
    clusters: scores.size,
    values,
    people,
    confidence,
    method,
    detail: { cells },
  });
}

/**
 * The same figures as `didCr1` when every person is a cluster and has both values, from moments of the change alone.
 * Moments: of each person's change (after minus before), by arm.
 */
export function didCr1FromChanges(change: Arms<Moments>, confidence = 0.95): Estimate {
  const { treated, control } = change;
  const people = { treated: treated.n, control: control.n };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", people);
  if (treated.n < 2 || control.n < 2) return notEstimable(method, "too-few-clusters", people);

  const squaresOf = ({ n, variance }: Moments) => (variance * ((n - 1) / n)) / n;
  return cr1Estimate({
    changes: { treated: treated.mean, control: control.mean },
    squares: squaresOf(treated) + squaresOf(control),
    size: Math.max(Math.abs(treated.mean), Math.abs(control.mean)),
    clusters: treated.n + control.n,
    values: 2 * (treated.n + control.n),
    people,
    confidence,
    method,
  });
}

function scoreOf(wave: WaveMean, cell: Cell): number {
  return wave.n === 0 ? 0 : ((wave.mean ?? 0) - cell.mean) * (wave.n / cell.n);
}

/** Cell means, as the mean of the first row plus the weighted mean of the gaps to it. */
function cellMeans(rows: readonly ClusterWaves[]): Cells {
  const meanOf = (arm: "treated" | "control", wave: "before" | "after"): Cell => {
    const inCell = rows.filter((row) => row.arm === arm && row[wave].n > 0).map((row) => row[wave]);
    const origin = inCell[0]?.mean ?? 0;
    const n = inCell.reduce((sum, part) => sum + part.n, 0);
    const gaps = inCell.reduce((sum, part) => sum + part.n * ((part.mean ?? 0) - origin), 0);
    return { n, mean: n === 0 ? 0 : origin + gaps / n };
  };
  const ofArm = (arm: "treated" | "control") => ({ before: meanOf(arm, "before"), after: meanOf(arm, "after") });
  return { treated: ofArm("treated"), control: ofArm("control") };
}
