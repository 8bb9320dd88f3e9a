import { type EValue, eValue, eValueOfDifference, ratioOfHazard } from "@/lib/stats/proportions/e-value";
import type { Design } from "./design";
import type { Occasion } from "./estimator";
import { resultUnit } from "./measured-kpi";
import type { MethodResult } from "./result";

/**
 * How strongly a hidden cause would have to go with both being trained and the outcome, each by a ratio of risks, to explain an effect away
 * (VanderWeele and Ding 2017).
 */
export type HiddenCause = {
  /** In full. */
  estimate: number;
  /** So far that the interval holds no effect; 1 where it does already. */
  limit: number;
  /** The effect in standard deviations between people (within arms); null for a ratio of hazards. */
  standardised: number | null;
};

/** Above so many events among the people, a ratio of hazards is not taken for one of risks as it is. */
const rare = 0.15;

/**
 * Puts the E-value into the detail of the methods on the primary KPI where nobody drew lots: of the difference over the spread of what is compared
 * (changes between people of one arm), or of the ratio of hazards.
 */
export async function addEValues(
  results: MethodResult[],
  { panel, jointMoments }: Occasion,
  design: Design,
): Promise<void> {
  if (design.random || !design.compares) return;
  let spread: number | null = null;
  if (design.outcome === "trends" && panel.withBaseline > 0) {
    const { treated, control } = await jointMoments(["post", "pre"]);
    const freedom = treated.change.n + control.change.n - 2;
    const squares = (treated.change.n - 1) * treated.change.variance + (control.change.n - 1) * control.change.variance;
    spread = freedom > 0 && squares > 0 ? Math.sqrt(squares / freedom) : null;
  }
  for (const [at, result] of results.entries()) {
    const found = hiddenCauseOf(result, spread);
    if (found) results[at] = { ...result, detail: { ...result.detail, e_value: found } };
  }
}

function hiddenCauseOf(result: MethodResult, spread: number | null): HiddenCause | null {
  const { estimate, standard_error: error, ci, n, detail } = result;
  if (estimate === null || ci === null) return null;
  const unit = resultUnit(result);
  if (unit === "ratio") {
    const events = (detail.events ?? {}) as Partial<Record<"treated" | "control", number>>;
    const share = ((events.treated ?? 0) + (events.control ?? 0)) / Math.max(1, n.treated + n.control);
    const risk = (ratio: number) => (share > rare ? ratioOfHazard(ratio) : ratio);
    return withLimit(eValue(risk(estimate), [risk(ci[0]), risk(ci[1])]), null);
  }
  if (unit !== null || spread === null || error === null) return null;
  return withLimit(eValueOfDifference(estimate / spread, error / spread), estimate / spread);
}

function withLimit(value: EValue | null, standardised: number | null): HiddenCause | null {
  return value && value.limit !== null ? { estimate: value.estimate, limit: value.limit, standardised } : null;
}

/** Of a result; null where it has none. */
export function eValueOf(result: MethodResult | null | undefined): HiddenCause | null {
  return (result?.detail.e_value as HiddenCause | undefined) ?? null;
}

/** Of matched pairs: how many times the odds of being trained one of a pair may have by a hidden cause before chance cannot be ruled out. */
export function pairsBiasOf(
  result: MethodResult | null | undefined,
): { break_even: number | null; alpha: number } | null {
  return (result?.detail.hidden_bias as { break_even: number | null; alpha: number } | null | undefined) ?? null;
}
