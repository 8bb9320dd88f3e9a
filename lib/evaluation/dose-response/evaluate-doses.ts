import type { Design } from "@/lib/evaluation/design";
import type { Occasion } from "@/lib/evaluation/estimator";
import { explainReason } from "@/lib/evaluation/reasons";
import { doseResponse } from "@/lib/stats/pooling/dose-response";
import type { Hc3Term } from "@/lib/stats/pooling/hc3-term";
import { isotonic } from "@/lib/stats/pooling/isotonic";
import { binOf, doseCuts } from "./dose-cuts";
import type { DoseResponse, DoseTerm, MeasuredDose } from "./dose-response";
import { readDoses } from "./doses-sql";

/** Minutes are shown where at least so many of the uses say how long they took. */
const mostlyTimed = 0.9;

/**
 * How the change in the primary KPI among the treated went with their use of the programme's activities: means by amount of use, slope and
 * bend with HC3 errors, people independent. No bin rests on fewer people than `minimum`. Those who use more differ in other ways too, so this
 * is an association whatever the design.
 */
export async function evaluateDoses(
  { tx, plan, panel, kpi }: Occasion,
  design: Design,
  minimum: number,
): Promise<DoseResponse> {
  const refuse = (reason: string): DoseResponse => ({ status: "not_estimable", reason });
  if (design.outcome === "time") return refuse("The time until an event is compared between the arms only.");
  if (panel.unit === "team") return refuse("The values are those of teams, and use is that of people.");
  if (panel.notPositive > 0) return refuse(explainReason("not-positive"));
  if ((plan.chain.activities ?? []).length === 0)
    return refuse("The plan names no activity, so nobody's use can be told.");
  if (panel.withBaseline === 0) return refuse(explainReason("no-baseline"));
  const doses = await readDoses(tx);
  const users = doses?.uses.filter((uses) => uses > 0).length ?? 0;
  if (!doses || users === 0) return refuse("No use of the programme's activities by the treated is on file.");
  if (users < minimum) return refuse(`Fewer than ${minimum} of the treated used the programme's activities.`);
  const { outcome, uses, minutes, timed } = doses;
  const settings = { outcome, minimum, confidence: plan.confidence, direction: kpi.direction };
  const measures = [
    measured("uses", uses, settings),
    ...(timed >= mostlyTimed ? [measured("minutes", minutes, settings)] : []),
  ].filter((one) => one !== null);
  if (measures.length === 0) return refuse("Everybody used it about as much, so nothing goes with more or less of it.");
  return {
    status: "estimated",
    confidence: plan.confidence,
    n: outcome.length,
    users,
    measures,
  };
}

type Settings = { outcome: number[]; minimum: number; confidence: number; direction: "up" | "down" };

/** Null where everybody is in one bin. */
function measured(
  measure: MeasuredDose["measure"],
  dose: number[],
  { outcome, minimum, confidence, direction }: Settings,
): MeasuredDose | null {
  // Uses are whole: a cut between two counts is one at the next.
  const cuts = [...new Set(doseCuts(dose, minimum).map((cut) => (measure === "uses" ? Math.ceil(cut) : cut)))];
  if (cuts.length === 0) return null;
  const found = doseResponse({ dose, outcome }, { cuts, confidence });
  const monotone = isotonic(
    dose.map((one) => binOf(one, cuts)),
    outcome,
    direction,
  );
  return {
    measure,
    bins: found.bins.map(({ from, to, meanDose, mean }, at) => ({
      from,
      to,
      mean_dose: meanDose,
      n: mean.n,
      estimate: mean.value,
      ci: mean.kind === "figure" ? mean.interval : null,
      monotone: monotone[at]?.value ?? Number.NaN,
    })),
    slope: termOf(found.slope),
    quadratic: termOf(found.quadratic),
  };
}

function termOf(term: Hc3Term): DoseTerm | null {
  if (term.kind !== "association") return null;
  const { coefficient, standardError, degreesOfFreedom, interval, p } = term;
  return { estimate: coefficient, standard_error: standardError, df: degreesOfFreedom, ci: interval, p };
}
