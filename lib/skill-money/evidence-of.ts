import { gradeOfKpi } from "@/lib/evaluation/claim/kpi-grade";
import { isWithheld } from "@/lib/evaluation/headline";
import type { Alignment, LadderMeasure } from "@/lib/evaluation/ladder/ladder";
import { grouped } from "@/lib/grouped";
import { verdictOf } from "@/lib/ladder/measure-verdict";
import type { Evaluated, NamedBehaviour } from "./read-evaluated";
import type { SkillEvidence } from "./skill-pay";

/** Money a year that is counted from an initiative's effect on a KPI, by both of their ids; null where none is. */
export type MoneyFor = (initiativeId: string, kpiCode: string) => SkillEvidence["money"];

type Given = { behaviours: readonly NamedBehaviour[]; minimum: number; money: MoneyFor };

const outcomes = ["in_work", "business"] as const;

/**
 * What an evaluated initiative says of each skill of its chain and each KPI of its work and business layers. Nothing where an arm is under the minimum
 * group size, no verdict is due yet, or the chain names no behaviour on file.
 */
export function evidenceOf({ id, title, chain, confidence, result }: Evaluated, given: Given): SkillEvidence[] {
  const { minimum } = given;
  if (isWithheld(result, minimum) || result.early_until !== null) return [];
  const rule = { minimum, confidence };
  const measures = (rung: string) => result.ladder.rungs.find((one) => one.id === rung)?.measures ?? [];
  const level = measures("applied").find((measure) => measure.id === "level");
  const applied = level ? effectIn(level, verdictOf(level, rule)) : null;
  const kpis = outcomes.flatMap(measures).flatMap((measure) => {
    // Of a ratio nothing is one, not zero: it is neither pooled nor set beside differences.
    const effect = measure.unit === "ratio" ? null : effectIn(measure, verdictOf(measure, rule));
    return effect ? [{ measure, effect }] : [];
  });
  const named = given.behaviours.filter(({ statement }) => chain.behaviours?.includes(statement));
  return [...grouped(named, ({ skillId }) => skillId)].flatMap(([skillId, rows]) =>
    kpis.map(
      ({ measure, effect }): SkillEvidence => ({
        initiativeId: id,
        title,
        grade: gradeOfKpi(measure.role, result.claim),
        people: measure.counted === "people" ? measure.n.treated + measure.n.control : result.study.people,
        skill: { id: skillId, name: rows[0]?.skill ?? "" },
        behaviours: rows.map(({ statement }) => statement),
        applied,
        kpi: { id: measure.id, name: measure.name, unit: measure.unit, direction: measure.direction, log: measure.log },
        effect,
        spread: measure.log ? null : (measure.levels?.control.sd ?? null),
        together: measure.role === "primary" ? togetherOf(result.ladder.alignment) : null,
        money: given.money(id, measure.id),
      }),
    ),
  );
}

function effectIn({ estimate, ci }: LadderMeasure, verdict: ReturnType<typeof verdictOf>): SkillEvidence["applied"] {
  if (estimate === null || ci === null || verdict === "withheld" || verdict === "too_early") return null;
  return { estimate, ci, verdict };
}

/** Of the primary KPI, which alone is set beside the applied skill in the same people. */
function togetherOf(alignment: Alignment): SkillEvidence["together"] {
  if (alignment.kind !== "correlations" || !alignment.lead) return null;
  const { lead, lags } = alignment;
  const best = lags.find(({ lag }) => lag === lead.lag);
  return best?.value == null ? null : { r: best.value, order: lead.order };
}
