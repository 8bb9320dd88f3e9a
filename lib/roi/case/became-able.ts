import { isWithheld } from "@/lib/evaluation/headline";
import { verdictOf } from "@/lib/ladder/measure-verdict";
import type { AbleUnknown } from "@/lib/roi/results/initiative-money";
import type { FoundInitiative } from "./find-initiatives";

type Able = { people: number; unknown: null } | { people: null; unknown: AbleUnknown };

/**
 * People who do the work alone because of the programme: the rise in the share of observed work done without help, as the ladder estimates it against
 * the comparison, times the people exposed. Each counts with the share of their work they do alone.
 * Without people it says why: nobody observed it, it did not rise beyond doubt, or too few were observed.
 */
export function becameAble({ result, confidence }: FoundInitiative, people: number, minimum: number): Able {
  if (!result) return { people: null, unknown: "unobserved" };
  if (isWithheld(result, minimum)) return { people: null, unknown: "withheld" };
  const applied = result.ladder.rungs.find(({ id }) => id === "applied");
  const alone = applied?.measures.find(({ id }) => id === "independent");
  const verdict = alone && verdictOf(alone, { minimum, confidence });
  if (verdict === "withheld") return { people: null, unknown: "withheld" };
  if (!alone || alone.estimate === null) return { people: null, unknown: "unobserved" };
  return verdict === "moved"
    ? { people: alone.estimate * people, unknown: null }
    : { people: null, unknown: "not_shown" };
}
