import type { InitiativeStatus } from "@/lib/initiatives/status";
import type { BenefitLine } from "@/lib/money/case";
import type { AssumptionState, LineState } from "@/lib/roi/results/initiative-money";
import { effectOfKpi } from "./effect-of-kpi";
import { type EffectiveAssumptions, toAssumption } from "./effective-assumptions";
import { hourKeys } from "./factor-words";
import type { FoundInitiative } from "./find-initiatives";
import { isIntangible } from "./intangible";
import type { ReadAssumption } from "./read-assumptions";
import type { LineRow } from "./read-lines";

type Facts = {
  initiative: FoundInitiative;
  status: InitiativeStatus;
  minimum: number;
  people: number;
  effective: EffectiveAssumptions;
  /** Stated for this line. */
  factors: readonly ReadAssumption[];
};

/** A benefit line with its effect, what stands beside it on pages, and the assumptions it is multiplied by. */
export function buildLine(
  { id, title, valueType, stream, kpi }: LineRow,
  { initiative, status, minimum, people, effective, factors: stated }: Facts,
): { line: BenefitLine; state: LineState; factors: AssumptionState[] } {
  const { family, valuePerUnit, ...plain } = kpi;
  const found = effectOfKpi(plain, { initiative, status, minimum });
  const own = stated.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const factors = own.map((factor) => effective.ofLine(factor));
  // Only where the line says how long a unit takes does it free time.
  const freesTime = own.some(({ key }) => key === "hours_per_unit");
  return {
    line: {
      id,
      title,
      valueType,
      stream,
      isPrimary: initiative.primaryKpi === kpi.id,
      effectKey: kpi.id,
      effect: found.effect,
      unproven: found.unproven,
      intangible: isIntangible({ name: kpi.name, family, unit: kpi.unit, valuePerUnit }),
      people,
      factors: factors.map((factor, index) => ({
        key: own[index]?.key ?? factor.key,
        assumption: toAssumption(factor),
      })),
      hourFactors: freesTime ? own.flatMap(({ key }) => (hourKeys.includes(key) ? [key] : [])) : [],
    },
    state: { id, title, valueType, kpi: found.kpi, grade: found.grade, direction: found.direction },
    factors,
  };
}
