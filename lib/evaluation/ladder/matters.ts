import type { ArmMean } from "@/lib/evaluation/result";
import type { Arms } from "@/lib/stats/estimate";
import type { LadderMeasure, Matters } from "./ladder";

/** An effect below this share of the spread between people is called small, as in the claim. */
const smallShare = 0.2;

type Facts = Pick<LadderMeasure, "estimate" | "direction" | "log" | "target"> & {
  levels: Arms<ArmMean> | null;
  /** The effect the plan was made to detect. */
  planned: number | null;
  /** Where nothing else says it: what counts by convention, in the unit of the estimate. */
  convention: number | null;
};

/**
 * The effect that would have brought the treated to the target: the target less the level they would have without the programme (their
 * level less the effect). On a logarithmic scale a ratio. Null without a target, or where they would be there anyway.
 */
export function neededEffect({
  estimate,
  direction,
  log,
  target,
  levels,
}: Omit<Facts, "planned" | "convention">): number | null {
  const level = levels?.treated.mean ?? null;
  if (target === null || estimate === null || level === null) return null;
  if (log && (target <= 0 || level <= 0)) return null;
  const needed = log ? Math.log(target / level) + estimate : target - (level - estimate);
  return (direction === "up" ? needed > 0 : needed < 0) ? needed : null;
}

/** The least effect worth having: what the target needs, else what the plan was made to find, else a convention, else a fifth of the spread between people. */
export function mattersOf(facts: Facts): Matters | null {
  const needed = neededEffect(facts);
  if (needed !== null) return { value: Math.abs(needed), because: "target" };
  if (facts.planned !== null && facts.planned > 0) return { value: facts.planned, because: "plan" };
  if (facts.convention !== null) return { value: facts.convention, because: "convention" };
  const { levels, log } = facts;
  const side = levels?.control.sd != null ? levels.control : levels?.treated;
  if (!side?.sd || side.mean === null) return null;
  // Of logarithms the spread is that of the ratio, which the coefficient of variation gives near enough.
  const spread = log ? (side.mean > 0 ? side.sd / side.mean : null) : side.sd;
  return spread === null ? null : { value: smallShare * spread, because: "spread" };
}
