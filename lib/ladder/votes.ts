import type { Survey } from "@/lib/evaluation/ladder/ladder";
import { wilsonInterval } from "@/lib/stats/newcombe";
import type { Verdict } from "./measure-verdict";
import type { Vote } from "./triangulate";

const half = 0.5;

/** What a figure of the ladder says: it moved, it did not (or to the wrong side), nobody can tell, or there is none. */
export function voteOf(verdict: Verdict): Vote {
  if (verdict === "moved") return "for";
  if (verdict === "flat" || verdict === "worse") return "against";
  return verdict === "unclear" ? "undecided" : "silent";
}

/** Helpful to more than half of those who answered, to fewer, or neither can be said (Wilson). Silent under the minimum group size. */
export function voteOfSurvey({ helpful, distracting, irrelevant }: Survey, minimum: number): Vote {
  const n = helpful + distracting + irrelevant;
  if (n === 0 || n < minimum) return "silent";
  const [low, high] = wilsonInterval({ n, events: helpful });
  return low > half ? "for" : high < half ? "against" : "undecided";
}
