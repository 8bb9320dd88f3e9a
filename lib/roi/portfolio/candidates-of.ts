import { countedGrade } from "@/lib/roi/results/counted-grade";
import type { DrawnPortfolio } from "./draw-portfolio";
import type { Roi } from "./roi";
import { sumOf } from "./roll-up";
import type { Candidate } from "./what-if";

/** Which of the initiatives worth scaling can be given to more people, and what a person of each costs and brings. */
export function candidatesOf(
  { initiatives, draws }: DrawnPortfolio,
  toScale: ReadonlySet<string>,
  reachable: ReadonlyMap<string, number>,
): { candidates: Candidate[]; notScalable: Roi["notScalable"] } {
  const candidates: Candidate[] = [];
  const notScalable: Roi["notScalable"] = [];
  for (const { money, lines } of initiatives) {
    const { initiativeId, code, title, evaluation, result } = money;
    if (!evaluation || !toScale.has(initiativeId)) continue;
    const people = reachable.get(initiativeId) ?? 0;
    // Heads, as those are who can be reached: they will leave as those before them did.
    const counted = money.case.lines.some((line) => line.people > 0) ? money.exposed : 0;
    const because = result.cost.total <= 0 ? "no-costs" : people === 0 || counted === 0 ? "nobody-left" : null;
    if (because) {
      notScalable.push({ initiativeId, title, because });
      continue;
    }
    // A further person is counted whole: who else counts them is not known.
    const own = lines.filter((line) => line.because === "counted" && line.left > 0);
    const whole = own.map((line) => ({ ...line, draws: line.draws.map((value) => value / line.left) }));
    const { drawn } = sumOf(whole, draws);
    candidates.push({
      initiativeId,
      code,
      title,
      grade: countedGrade(money) ?? evaluation.grade,
      reachable: people,
      costPerPerson: result.cost.total / counted,
      benefitPerPerson: own.reduce((sum, { single }) => sum + single, 0) / counted,
      draws: drawn.map((value) => value / counted),
    });
  }
  return { candidates, notScalable };
}
