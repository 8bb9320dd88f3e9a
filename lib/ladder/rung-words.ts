import type { RungId } from "@/lib/evaluation/ladder/ladder";
import type { Verdict } from "./measure-verdict";

/** As a step of the chain, and within a sentence. */
export const rungNames: Record<RungId, { step: string; inside: string }> = {
  reached: { step: "Reached", inside: "use" },
  understood: { step: "Understood", inside: "understanding" },
  applied: { step: "Applied at work", inside: "what is done at work" },
  in_work: { step: "Figures of the work", inside: "the figures of the work" },
  business: { step: "Figures of the business", inside: "the figures of the business" },
  talent: { step: "Careers", inside: "careers" },
};

export const verdictWords: Record<Verdict, string> = {
  moved: "moved",
  worse: "moved the wrong way",
  flat: "did not move",
  unclear: "cannot tell",
  too_early: "too early",
  withheld: "withheld",
  unknown: "assumed, not observed",
};

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const [last] = names.slice(-1);
  return names.length < 2 ? (last ?? "") : `${names.slice(0, -1).join(", ")} and ${last}`;
}
