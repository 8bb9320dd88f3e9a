import type { LadderRung } from "@/lib/evaluation/ladder/ladder";
import { type Rule, type Verdict, verdictOf } from "./measure-verdict";

const missed: readonly Verdict[] = ["flat", "worse"];

/**
 * What the figures of a layer say together. One that moved carries the layer, whatever the others do; all of them flat or worse break it; one
 * that cannot be told leaves it open. Understanding is different: where checks were failed, finishing them carries nothing.
 */
export function rungVerdict({ id, measures }: LadderRung, rule: Rule): Verdict {
  const verdicts = measures
    .filter(({ decides }) => decides)
    .map((one) => ({ id: one.id, verdict: verdictOf(one, rule) }));
  const has = (...wanted: Verdict[]) => verdicts.some(({ verdict }) => wanted.includes(verdict));
  const quiz = id === "understood" ? verdicts.find((one) => one.id === "quiz")?.verdict : undefined;
  if (quiz && missed.includes(quiz)) return quiz;
  if (has("moved")) return "moved";
  if (has("unclear")) return "unclear";
  if (has("worse")) return "worse";
  if (has("flat")) return "flat";
  if (has("too_early")) return "too_early";
  return has("withheld") ? "withheld" : "unknown";
}
