import { isWithheld } from "@/lib/evaluation/headline";
import { verdictOf } from "@/lib/ladder/measure-verdict";
import type { FoundInitiative } from "./find-initiatives";

/**
 * People who do the work alone because of the programme: the rise in the share of observed work done without help, as the ladder estimates it against
 * the comparison, times the people exposed. Each counts with the share of their work they do alone.
 * @returns null where nobody observed it, or it did not rise beyond doubt
 */
export function becameAble({ result, confidence }: FoundInitiative, people: number, minimum: number): number | null {
  if (!result || isWithheld(result, minimum)) return null;
  const applied = result.ladder.rungs.find(({ id }) => id === "applied");
  const alone = applied?.measures.find(({ id }) => id === "independent");
  if (!alone || alone.estimate === null || verdictOf(alone, { minimum, confidence }) !== "moved") return null;
  return alone.estimate * people;
}
