import type { Metric, MetricKind } from "@/lib/metrics/metric";
import type { SummedKind } from "@/lib/scorecard/sums";
import { changeOf } from "@/lib/scorecard/sums";
import { verdictOf } from "@/lib/scorecard/verdict";
import { effectSize } from "@/lib/stats/effect-size";
import type { Estimate } from "@/lib/stats/estimate";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { type EValue, eValue, eValueOfDifference } from "@/lib/stats/proportions/e-value";
import { riskRatio } from "@/lib/stats/proportions/ratio-of-proportions";
import { hodgesLehmann } from "@/lib/stats/ranks/hodges-lehmann";
import { ratioOfSumsDid } from "@/lib/stats/ratio-of-sums-change";
import { chooseMethod, isLopsided } from "./choose-method";
import type { PairDifference } from "./comparison";
import type { GroupName, Look } from "./input";
import type { ChangeMoments, GroupMoments } from "./read-moments";

/** What a group brings to a comparison. `values` are each person's own, where they were fetched. */
export type Measured = {
  name: GroupName;
  level: GroupMoments | null;
  change: ChangeMoments | null;
  values: readonly number[] | null;
};

export type Difference = Omit<PairDifference, "sentence" | "verdict">;

/** Every pair of groups, first against second, with p values adjusted by Holm where there are several pairs. */
export function pairDifferences(metric: Pick<Metric, "kind">, look: Look, groups: readonly Measured[]): Difference[] {
  const pairs = groups.flatMap((one, index) =>
    groups.slice(index + 1).map((other) => differenceOf(metric.kind, look, one, other)),
  );
  if (pairs.length < 2) return pairs;
  const adjusted = adjustP(
    pairs.map(({ estimate }) => (estimate.kind === "estimate" ? estimate.p : null)),
    "holm",
  );
  return pairs.map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? null }));
}

function differenceOf(kind: MetricKind, look: Look, one: Measured, other: Measured): Difference {
  const method = chooseMethod(kind, look);
  const estimate = estimateOf(method.id, kind, look, one, other);
  const isRatio = method.id === "rate_ratio_exact";
  const shapes = [one, other].flatMap(({ level, change }) => (look === "level" ? level : change) ?? []);
  const sized = shapes.map(({ perPerson, skewness }) => ({ people: perPerson.n, skewness }));
  const rankToo = method.id !== "hodges_lehmann" && !isRatio && kind !== "share" && isLopsided(sized);
  const size = isRatio || shapes.length < 2 ? null : standardised(shapes);
  return {
    names: [one.name, other.name],
    method,
    estimate,
    kind: isRatio ? "ratio" : "difference",
    adjustedP: null,
    effectSize: size && { g: size.g, interval: size.interval },
    eValue: eValueOf(kind, look, estimate, one, other, size),
    beside: rankToo && one.values && other.values ? ranked(one.values, other.values) : null,
  };
}

function estimateOf(method: string, kind: MetricKind, look: Look, one: Measured, other: Measured): Estimate {
  const none: Estimate = {
    kind: "not-estimable",
    method,
    reason: "too-few-people",
    n: { treated: sizeOf(one, look), control: sizeOf(other, look) },
  };
  if (method === "hodges_lehmann") return one.values && other.values ? ranked(one.values, other.values) : none;
  if (look !== "level") {
    if (!one.change || !other.change) return none;
    return ratioOfSumsDid({ treated: one.change.joint, control: other.change.joint });
  }
  if (!one.level || !other.level) return none;
  return changeOf(kind as SummedKind, one.level, other.level);
}

const sizeOf = ({ level, change }: Measured, look: Look) => (look === "level" ? level?.people : change?.joint.n) ?? 0;

/** Shift of the first group against the second. */
const ranked = (one: readonly number[], other: readonly number[]) => hodgesLehmann({ treated: one, control: other });

type Sized = { g: number; error: number; interval: [number, number] };

/** Hedges' g of each person's own value; null where they hardly differ within the groups, or nothing but the group parts them. */
function standardised(shapes: readonly (GroupMoments | ChangeMoments)[]): Sized | null {
  const [one, other] = shapes;
  if (!one || !other) return null;
  const size = effectSize({ treated: one.perPerson, control: other.perPerson });
  if (size.kind !== "effect-size") return null;
  return { g: size.hedgesG, error: size.standardError, interval: size.interval.hedgesG };
}

/** How strong a hidden cause would have to be; from the ratio where the figure has one, else from the standardised difference. */
function eValueOf(
  kind: MetricKind,
  look: Look,
  estimate: Estimate,
  one: Measured,
  other: Measured,
  size: Sized | null,
): EValue | null {
  if (estimate.kind !== "estimate") return null;
  if (look === "level" && kind === "rate") return eValue(estimate.estimate, estimate.interval);
  if (look === "level" && kind === "share" && one.level && other.level) {
    const counted = ({ people, numerator }: GroupMoments) => ({ n: people, events: numerator });
    const ratio = riskRatio({ treated: counted(one.level), control: counted(other.level) });
    return ratio.kind === "estimate" ? eValue(ratio.estimate, ratio.interval) : null;
  }
  return size && eValueOfDifference(size.g, size.error);
}

/** What the interval of a pair says; `none` where there is none. */
export function verdictOfPair(
  direction: Metric["direction"],
  { estimate, kind }: Difference,
): PairDifference["verdict"] {
  if (estimate.kind !== "estimate") return "none";
  return verdictOf(direction, estimate.interval, kind === "ratio" ? 1 : 0);
}
