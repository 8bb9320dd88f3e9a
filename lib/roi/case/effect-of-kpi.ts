import { gradeOfKpi } from "@/lib/evaluation/claim/kpi-grade";
import { isWithheld } from "@/lib/evaluation/headline";
import { measuredKpi, resultUnit } from "@/lib/evaluation/measured-kpi";
import type { Direction, Grade, MethodResult } from "@/lib/evaluation/result";
import type { InitiativeStatus } from "@/lib/initiatives/status";
import { rungVerdict } from "@/lib/ladder/rung-verdict";
import { shownResults } from "@/lib/ladder/shown-results";
import type { Effect, Unproven } from "@/lib/money/case";
import { studentTQuantile } from "@/lib/stats/student-t";
import { allowForSeveral } from "./allow-for-several";
import type { FoundInitiative, KeptResult } from "./find-initiatives";

export type CaseKpi = { id: string; code: string; name: string; unit: string | null; direction: "up" | "down" };

export type KpiEffect = {
  /** As the result measures it: of time until an event, days. */
  kpi: CaseKpi;
  /** Of the effect on this KPI. */
  grade: Grade | null;
  direction: Direction | null;
  effect: Effect | null;
  unproven: Unproven | null;
};

type Facts = { initiative: FoundInitiative; status: InitiativeStatus; minimum: number };

/** Grades whose effect is evidence enough to count money on. */
const proven: readonly Grade[] = ["A", "B", "C"];

/**
 * What the evaluation says of a KPI, for a case: the headline estimate turned so that better is above zero, and why it is not counted where it is
 * not: too early, withheld, not estimable, a grade of D or E, application at work that was not seen to move (M323), or a secondary KPI whose own result
 * does not hold.
 */
export function effectOfKpi(kpi: CaseKpi, { initiative, status, minimum }: Facts): KpiEffect {
  const { result, confidence } = initiative;
  const nothing = { kpi, grade: null, direction: null, effect: null };
  if (!result) return { ...nothing, unproven: isOpen(status) ? "too_early" : "not_estimable" };
  const rule = { minimum, confidence };
  if (isWithheld(result, minimum)) return { ...nothing, unproven: "withheld" };
  const all = result.results.some(({ kpi: code }) => code === kpi.code);
  const found = shownResults(result, rule).find(({ kpi: code }) => code === kpi.code);
  if (all && !found) return { ...nothing, unproven: "withheld" };
  if (!found) return { ...nothing, grade: result.claim.grade, unproven: "not_estimable" };
  const grade = gradeOfKpi(found.role, result.claim);
  const effect = turned(kpi, found, initiative, result);
  const told = {
    kpi: { ...kpi, ...nameAndUnit(kpi, found) },
    grade,
    direction: directionOf(kpi, found, result, confidence),
    effect,
  };
  if (effect === null) return { ...told, unproven: "not_estimable" };
  if (!proven.includes(grade)) return { ...told, unproven: "grade" };
  // Before chance: what nobody was seen to apply is not even plausible money.
  const applied = result.ladder.rungs.find(({ id }) => id === "applied");
  if (applied === undefined || rungVerdict(applied, rule) !== "moved") return { ...told, unproven: "application" };
  if (found.role === "primary") return { ...told, unproven: null };
  const allowed = allowForSeveral(effect, { found, all: result.results, confidence });
  return { ...told, effect: allowed.effect, unproven: allowed.unproven };
}

const isOpen = (status: InitiativeStatus) => status !== "not evaluated" && status !== "evaluated";

function nameAndUnit(kpi: CaseKpi, found: MethodResult) {
  const { name, unit, direction } = measuredKpi({ ...kpi, currency: null }, found);
  return { name, unit, direction };
}

/** Null where there is no estimate with an error, or none in a unit that money could be put on. */
function turned(
  kpi: CaseKpi,
  found: MethodResult,
  { transform, confidence }: FoundInitiative,
  { means }: KeptResult,
): Effect | null {
  const { estimate, df } = found;
  const error = found.standard_error ?? errorFrom(found, confidence);
  const unit = resultUnit(found);
  if (estimate === null || error === null || unit === "ratio") return null;
  const sign = nameAndUnit(kpi, found).direction === "up" ? 1 : -1;
  const own = { improvement: sign * estimate, standardError: error, degreesOfFreedom: df };
  if (transform[kpi.code] !== "log" || unit !== null) return own;
  // Of a secondary KPI nobody kept the means.
  const base = found.role === "primary" ? (means.control.follow_up.mean ?? means.treated.baseline.mean) : null;
  return base === null
    ? null
    : {
        improvement: sign * base * Math.expm1(estimate),
        standardError: Math.abs(base) * Math.exp(estimate) * error,
        degreesOfFreedom: df,
      };
}

function errorFrom({ ci, df }: MethodResult, confidence: number): number | null {
  if (!ci) return null;
  const quantile = studentTQuantile((1 + confidence) / 2, df ?? Number.POSITIVE_INFINITY);
  return (ci[1] - ci[0]) / (2 * quantile);
}

/** Of the primary KPI as the claim says; of another one by its interval, where several looks allow it. */
function directionOf(kpi: CaseKpi, found: MethodResult, { claim }: KeptResult, confidence: number): Direction {
  if (found.role === "primary") return claim.direction;
  const adjusted = found.detail.p_adjusted;
  if (!found.ci) return "none";
  const isClear = typeof adjusted === "number" && adjusted <= 1 - confidence;
  const [low, high] = found.ci;
  if (!isClear || (low <= 0 && high >= 0)) return "unclear";
  return low > 0 === (nameAndUnit(kpi, found).direction === "up") ? "better" : "worse";
}
