import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import { combineJointMoments, type JointMoments } from "@/lib/stats/joint-moments";
import { dot, invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";
import { type ClusterSystem, cr2 } from "./cr2";

/**
 * The people of one cluster in one arm: joint moments of (outcome, pre-period value, further covariates), over people
 * with every one of them. A cluster may have a row in both arms. SQL: as `JointMoments`, grouped by cluster and arm.
 */
export type ClusterArm = JointMoments & { cluster: string | number; arm: keyof Arms<unknown> };

/** `difference`: no covariates used; `ancova`: with them; `lin`: centred and interacted with arm. */
export type Adjustment = "difference" | "ancova" | "lin";

/**
 * Difference between arms assigned by cluster, on the level of people ("difference_cr2", "ancova_cr2", "lin_cr2").
 *
 * Least squares on arm, covariates centred at the mean of all people, and with `lin` their products with arm (Lin
 * 2013). Error: CR2 with Satterthwaite degrees of freedom (`cr2`), from cluster cross-products alone. Collinear later
 * terms are dropped. Estimand: the average effect on the people of those assigned. Assumption: random assignment of
 * clusters, clusters independent. Refuses an empty arm, under two clusters in an arm, and no residual variation.
 */
export function adjustedCr2(rows: readonly ClusterArm[], adjustment: Adjustment, confidence = 0.95): Estimate {
  const method = `${adjustment}_cr2`;
  const filled = rows.filter(({ n }) => n > 0);
  const of = (arm: keyof Arms<unknown>) => filled.filter((row) => row.arm === arm);
  const people = (arm: keyof Arms<unknown>) => of(arm).reduce((sum, { n }) => sum + n, 0);
  const n = { treated: people("treated"), control: people("control") };
  const clustersOf = (arm: keyof Arms<unknown>) => new Set(of(arm).map(({ cluster }) => cluster)).size;
  const clusters = { treated: clustersOf("treated"), control: clustersOf("control") };
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  if (clusters.treated < 2 || clusters.control < 2) return notEstimable(method, "too-few-clusters", n);

  const all = filled.reduce<JointMoments>(combineJointMoments, { n: 0, means: [], covariance: [] });
  const covariates = adjustment === "difference" ? 0 : all.means.length - 1;
  const terms = termsOf(covariates, adjustment === "lin");
  const parts = filled.map((row) => ({ row, products: productsOf(row, all.means) }));
  const gramOf = ({ row, products }: (typeof parts)[number]) =>
    terms.map((left) =>
      terms.map((right) => (isSeen(left, row) && isSeen(right, row) ? (products[left.at]?.[right.at] ?? 0) : 0)),
    );
  const total = addUp(parts.map(gramOf));
  const raw = terms.map(({ at }) => (at === 0 ? 0 : all.n * (all.means[at] ?? 0) ** 2));
  const { inverse, kept, dropped } = invertSymmetric(total, raw);
  const outcomes = parts.map(({ row, products }) =>
    terms.map((term) => (isSeen(term, row) ? (products[term.at]?.at(-1) ?? 0) : 0)),
  );
  const coefficients = multiply(inverse, addUp(outcomes.map((vector) => [vector]))[0] ?? []);

  const keep = (values: readonly number[]) => kept.map((index) => values[index] ?? 0);
  const systems = new Map<string | number, ClusterSystem>();
  for (const [index, part] of parts.entries()) {
    const gram = gramOf(part);
    const score = multiply(gram, coefficients).map((fitted, term) => (outcomes[index]?.[term] ?? 0) - fitted);
    const known = systems.get(part.row.cluster);
    const own = { gram: kept.map((term) => keep(gram[term] ?? [])), score: keep(score) };
    systems.set(
      part.row.cluster,
      known ? { gram: addUp([known.gram, own.gram]), score: addUp([[known.score], [own.score]])[0] ?? [] } : own,
    );
  }
  const contrast = kept.map((index) => (index === 1 ? 1 : 0));
  const error = cr2(
    kept.map((term) => keep(total[term] ?? [])),
    [...systems.values()],
    contrast,
  );
  if (error === null || !kept.includes(1)) return notEstimable(method, "collinear", n);
  const size = filled.reduce((largest, { means }) => Math.max(largest, Math.abs(means[0] ?? 0)), 0);
  if (isRounding(error.standardError, size)) return notEstimable(method, "no-variation", n);
  return tEstimate({
    method,
    estimate: dot(contrast, keep(coefficients)),
    standardError: error.standardError,
    degreesOfFreedom: error.degreesOfFreedom,
    confidence,
    n,
    detail: { clusters, dropped: dropped.map((index) => index - 2) },
  });
}

/** A column of the design: a position in (1, centred covariates), for all or for the treated only. */
type Term = { at: number; treatedOnly: boolean };

function termsOf(covariates: number, interacted: boolean): Term[] {
  const each = Array.from({ length: covariates }, (_, index) => index + 1);
  return [
    { at: 0, treatedOnly: false },
    { at: 0, treatedOnly: true },
    ...each.map((at) => ({ at, treatedOnly: false })),
    ...(interacted ? each.map((at) => ({ at, treatedOnly: true })) : []),
  ];
}

function isSeen({ treatedOnly }: Term, { arm }: ClusterArm): boolean {
  return !treatedOnly || arm === "treated";
}

/** Sums of products of (1, centred covariates, centred outcome) over the people of a row; the outcome stands last. */
function productsOf({ n, means, covariance }: ClusterArm, centre: readonly number[]): number[][] {
  const order = [...means.keys()].slice(1).concat(0);
  const gaps = order.map((index) => (means[index] ?? 0) - (centre[index] ?? 0));
  const products = order.map((row, at) =>
    order.map((column, to) => (n - 1) * (covariance[row]?.[column] ?? 0) + n * (gaps[at] ?? 0) * (gaps[to] ?? 0)),
  );
  return [[n, ...gaps.map((gap) => n * gap)], ...products.map((row, at) => [n * (gaps[at] ?? 0), ...row])];
}

function addUp(matrices: readonly (readonly (readonly number[])[])[]): number[][] {
  const [first = []] = matrices;
  return first.map((row, at) => row.map((_, to) => matrices.reduce((sum, matrix) => sum + (matrix[at]?.[to] ?? 0), 0)));
}
