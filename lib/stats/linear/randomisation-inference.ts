import { type Arms, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { type Random, seededRandom } from "@/lib/stats/random";

/**
 * One cluster: its arm, how many people, the mean of their outcome, and the stratum it was drawn in (one for all if
 * absent).
 */
export type AssignedCluster = { arm: keyof Arms<unknown>; n: number; mean: number; stratum?: string };

export type RandomisationTest = {
  kind: "randomisation-test";
  method: "randomisation_inference";
  /** Mean of the treated people less that of the others. */
  estimate: number;
  /** Two-sided: share of assignments with a difference at least as large in absolute value. */
  p: number;
  /** All assignments counted, or (b + 1) / (B + 1) over B random ones (Phipson and Smyth 2010). */
  exact: boolean;
  assignments: number;
  /** The smallest p this number of clusters allows. */
  smallestP: number;
  n: Arms<number>;
};

const method = "randomisation_inference";
const enumerableUpTo = 50_000;

/**
 * Randomisation inference for an assignment of clusters (Fisher 1935): under the hypothesis of no effect on anybody,
 * every assignment with the same number of treated clusters per stratum was as likely. Exact up to 50,000
 * assignments, else seeded draws. Differences within 1e-12 of the observed one count as equal. Assumption: the strata
 * given are those of the draw. Refuses an empty arm, under two clusters in an arm, and clusters that do not differ.
 */
export function randomisationInference(
  given: readonly AssignedCluster[],
  { seed = 1, draws = 9999 }: { seed?: number; draws?: number } = {},
): RandomisationTest | NotEstimable {
  const clusters = given.filter(({ n }) => n > 0);
  const isTreated = clusters.map(({ arm }) => arm === "treated");
  const people = (treated: boolean) =>
    clusters.reduce((sum, { n }, index) => sum + (isTreated[index] === treated ? n : 0), 0);
  const n = { treated: people(true), control: people(false) };
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  const treatedClusters = isTreated.filter(Boolean).length;
  if (treatedClusters < 2 || clusters.length - treatedClusters < 2) return notEstimable(method, "too-few-clusters", n);

  const origin = clusters[0]?.mean ?? 0;
  const sums = clusters.map(({ n: size, mean }) => size * (mean - origin));
  const spread = Math.max(...clusters.map(({ mean }) => Math.abs(mean - origin)));
  if (!(spread > 1e-14 * Math.abs(origin))) return notEstimable(method, "no-variation", n);
  const all = { n: n.treated + n.control, sum: sums.reduce((total, sum) => total + sum, 0) };
  const difference = (treated: readonly number[]) => {
    let [size, sum] = [0, 0];
    for (const index of treated) {
      size += clusters[index]?.n ?? 0;
      sum += sums[index] ?? 0;
    }
    return sum / size - (all.sum - sum) / (all.n - size);
  };
  const observed = difference(isTreated.flatMap((treated, index) => (treated ? [index] : [])));
  const isAsLarge = (value: number) => Math.abs(value) >= Math.abs(observed) - 1e-12 * spread;

  const strata = strataOf(clusters, isTreated);
  const possible = strata.reduce((product, { members, treated }) => product * choose(members.length, treated), 1);
  const exact = possible <= enumerableUpTo;
  let asLarge = 0;
  if (exact) {
    for (const treated of assignments(strata)) if (isAsLarge(difference(treated))) asLarge += 1;
  } else {
    const random = seededRandom(seed);
    for (let draw = 0; draw < draws; draw += 1) if (isAsLarge(difference(drawn(strata, random)))) asLarge += 1;
  }
  return {
    kind: "randomisation-test",
    method,
    estimate: observed,
    p: exact ? asLarge / possible : (asLarge + 1) / (draws + 1),
    exact,
    assignments: exact ? possible : draws,
    smallestP: exact ? 1 / possible : 1 / (draws + 1),
    n,
  };
}

type Stratum = { members: number[]; treated: number };

function strataOf(clusters: readonly AssignedCluster[], isTreated: readonly boolean[]): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const [index, { stratum = "" }] of clusters.entries()) {
    const known = strata.get(stratum) ?? { members: [], treated: 0 };
    known.members.push(index);
    if (isTreated[index]) known.treated += 1;
    strata.set(stratum, known);
  }
  return [...strata.values()];
}

function choose(from: number, count: number): number {
  let product = 1;
  for (let step = 1; step <= count; step += 1) product = (product * (from - count + step)) / step;
  return Math.round(product);
}

/** Every choice of treated clusters, stratum by stratum. */
function* assignments([stratum, ...rest]: readonly Stratum[]): Generator<number[]> {
  if (stratum === undefined) yield [];
  else {
    for (const chosen of subsets(stratum.members, stratum.treated)) {
      for (const others of assignments(rest)) yield [...chosen, ...others];
    }
  }
}

function* subsets([first, ...rest]: readonly number[], count: number): Generator<number[]> {
  if (count === 0) yield [];
  else if (first !== undefined && rest.length + 1 >= count) {
    for (const chosen of subsets(rest, count - 1)) yield [first, ...chosen];
    yield* subsets(rest, count);
  }
}

/** One random assignment: the first `treated` of a shuffle, per stratum (Fisher and Yates). */
function drawn(strata: readonly Stratum[], random: Random): number[] {
  return strata.flatMap(({ members, treated }) => {
    const pool = [...members];
    for (let place = 0; place < treated; place += 1) {
      const pick = place + Math.floor(random.uniform() * (pool.length - place));
      [pool[place], pool[pick]] = [pool[pick] ?? 0, pool[place] ?? 0];
    }
    return pool.slice(0, treated);
  });
}
