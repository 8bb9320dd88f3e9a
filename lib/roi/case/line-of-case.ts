import type { InitiativeStatus } from "@/lib/initiatives/status";
import type { BenefitLine, Effect } from "@/lib/money/case";
import type { AssumptionState, LineState } from "@/lib/roi/results/initiative-money";
import { effectOfKpi, type KpiEffect } from "./effect-of-kpi";
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
  /** The organisation's. */
  currency: string;
  effective: EffectiveAssumptions;
  /** Stated for this line. */
  factors: readonly ReadAssumption[];
};

const moneyKeys: readonly string[] = ["value_per_unit", "hourly_cost", "annual_pay"];

const withoutEffect = (found: KpiEffect): KpiEffect => ({
  ...found,
  effect: null,
  unproven: found.unproven ?? "not_estimable",
});

/** What a team saves is saved once, not by each of its people: the effect on a sum by team as a person's share of it. */
function shareOfPerson(effect: Effect | null, teams: number, people: number): Effect | null {
  if (effect === null || people === 0) return effect;
  const share = teams / people;
  return { ...effect, improvement: effect.improvement * share, standardError: effect.standardError * share };
}

/** A benefit line with its effect, what stands beside it on pages, and the assumptions it is multiplied by. */
export function buildLine(
  { id, title, valueType, stream, teams, kpi }: LineRow,
  { initiative, status, minimum, people, currency, effective, factors: stated }: Facts,
): { line: BenefitLine; state: LineState; factors: AssumptionState[] } {
  const { family, valuePerUnit, currency: paidIn, ...plain } = kpi;
  const own = stated.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  // Without a factor in money the effect itself is the money, and there is no rate for an effect.
  const isForeign = paidIn !== null && paidIn !== currency && !own.some(({ key }) => moneyKeys.includes(key));
  const measured = effectOfKpi(plain, { initiative, status, minimum });
  const found = isForeign ? withoutEffect(measured) : measured;
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
      effectKey: `${initiative.code} ${kpi.code}`,
      effect: teams === null ? found.effect : shareOfPerson(found.effect, teams, people),
      unproven: found.unproven,
      intangible: isIntangible({ name: kpi.name, family, unit: kpi.unit, valuePerUnit }),
      // Few people are not counted in front of others, and nothing is computed of them.
      people: found.unproven === "withheld" ? 0 : people,
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
