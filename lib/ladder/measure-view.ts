import type { LadderMeasure } from "@/lib/evaluation/ladder/ladder";
import type { ArmMean } from "@/lib/evaluation/result";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import { methodName } from "@/lib/methods/method-name";
import { againstTarget, type Rule, type Verdict, verdictOf } from "./measure-verdict";
import { verdictWords } from "./rung-words";

/** A figure of the ladder, written out; numbers beside it for tables one takes away. */
export type MeasureView = {
  id: string;
  name: string;
  /** Of which kind it is in the plan, or that nothing hangs on it; empty where the layer hangs on it. */
  role: string;
  decides: boolean;
  verdict: Verdict;
  /** The effect with its interval, or the level where nobody compares, or why there is neither. */
  text: string;
  /** As short as the drawing needs it. */
  figure: string;
  treated: string | null;
  control: string | null;
  zero: string | null;
  target: string | null;
  /** Written out: `83 / 74`, `29 / 8 teams`. */
  people: string | null;
  method: string | null;
  estimate: number | null;
  interval: [number, number] | null;
};

export type Shown = Rule & { formats: Formats };

const roles = { primary: "primary KPI", secondary: "secondary KPI", chain: "outside the plan" } as const;
const because = {
  target: "what the target needs",
  plan: "what the plan was made to find",
  spread: "a fifth of the spread between people",
  convention: "the least that would matter",
} as const;

export function measureView(measure: LadderMeasure, shown: Shown): MeasureView {
  const verdict = verdictOf(measure, shown);
  const scale = scaleOf(measure, shown.formats);
  const isShown = verdict !== "withheld";
  const { estimate, ci, levels } = measure;
  const hasEffect = isShown && estimate !== null && ci !== null;
  const side = (level: ArmMean | undefined) => (isShown && level ? levelText(level, measure, shown) : null);
  return {
    id: measure.id,
    name: measure.name,
    role: measure.source === "kpi" ? roles[measure.role] : measure.decides ? "" : "beside",
    decides: measure.decides,
    verdict,
    text: textOf(measure, verdict, shown),
    figure: figureOf(measure, verdict, shown),
    treated: side(levels?.treated),
    control: side(levels?.control),
    zero: hasEffect ? zeroWords(measure, verdict, shown) : (isShown && alone(measure)) || null,
    target: isShown ? targetWords(measure, shown) : null,
    people: isShown ? peopleOf(measure) : null,
    method: hasEffect && measure.method ? methodName(measure.method) : null,
    estimate: hasEffect ? scale.value(estimate) : null,
    interval: hasEffect ? [scale.value(ci[0]), scale.value(ci[1])] : null,
  };
}

function peopleOf({ status, levels, n, counted }: LadderMeasure): string | null {
  const of = status === "estimated" || !levels ? n : { treated: levels.treated.n, control: levels.control.n };
  if (of.treated + of.control === 0) return null;
  const both = of.control === 0 ? `${of.treated}` : `${of.treated} / ${of.control}`;
  return status === "estimated" && counted === "teams" ? `${both} teams` : both;
}

type Scale = {
  unit: string;
  value(stored: number): number;
  effect(value: number, ci: readonly [number, number]): string;
  amount(value: number): string;
};

function scaleOf({ log, unit }: LadderMeasure, formats: Formats): Scale {
  const own = log ? "%" : unitOf({ unit }) === "%" ? "points" : unitOf({ unit });
  const value = (stored: number) => (log ? 100 * Math.expm1(stored) : stored);
  return {
    unit: own,
    value,
    effect: (stored, [low, high]) => formats.effect(value(stored), [value(low), value(high)], own),
    amount: (stored) => formats.change(Math.abs(value(stored)), own, { signed: false, significant: 2 }),
  };
}

function levelText({ n, mean, ci }: ArmMean, { unit }: LadderMeasure, { formats, minimum }: Shown): string | null {
  if (mean === null || n < minimum) return null;
  const own = unitOf({ unit });
  return ci ? formats.estimate(mean, ci, own) : formats.measure(mean, own, { significant: 3 });
}

function textOf(measure: LadderMeasure, verdict: Verdict, shown: Shown): string {
  const { estimate, ci, levels, until } = measure;
  if (verdict === "withheld") return `Withheld: fewer than ${shown.minimum} people`;
  if (measure.status === "too_early") {
    const level = levels && levelText(levels.treated, measure, shown);
    const day = until ? ` until ${shown.formats.date(until)}` : "";
    return level ? `${level} so far` : `Too early to tell${day}`;
  }
  if (estimate !== null && ci !== null) return scaleOf(measure, shown.formats).effect(estimate, ci);
  const alone = measure.mark === null || !levels ? null : levelText(levels.treated, measure, shown);
  return alone ? `${alone} among the trained; nobody to compare with` : (measure.reason ?? "Cannot be estimated.");
}

function figureOf(measure: LadderMeasure, verdict: Verdict, shown: Shown): string {
  const { formats } = shown;
  const { estimate, levels } = measure;
  if (verdict === "withheld" || verdict === "unknown") return verdictWords[verdict];
  const level = levels?.treated.mean ?? null;
  // Of use and scores the level says more than the difference to people who had none.
  if (measure.mark !== null && level !== null) return formats.percent(level, { significant: 3 });
  if (measure.status === "too_early" || estimate === null) return verdictWords[verdict];
  // As many decimals as the interval carries, which the drawing has no room for.
  const effect = measure.ci && scaleOf(measure, formats).effect(estimate, measure.ci);
  return effect?.slice(0, effect.lastIndexOf(" (")) ?? verdictWords[verdict];
}

function zeroWords(measure: LadderMeasure, verdict: Verdict, shown: Shown): string {
  const { matters, p_adjusted: adjusted } = measure;
  const least = matters
    ? `${scaleOf(measure, shown.formats).amount(matters.value)}, ${because[matters.because]}`
    : null;
  if (verdict === "moved") return "clear of zero, the wanted way";
  if (verdict === "worse") return "clear of zero, the wrong way";
  if (verdict === "flat") {
    if (measure.ci && (measure.ci[0] > 0 || measure.ci[1] < 0)) return "told from zero, but at too low a level";
    return least ? `holds zero, and rules out an improvement of ${least}` : "holds zero";
  }
  if (adjusted !== null && adjusted > 1 - shown.confidence && measure.p !== null && measure.p <= 1 - shown.confidence) {
    return "with several secondary KPIs looked at, chance may have done it";
  }
  return least ? `holds zero, but an improvement of ${least}, as well` : "holds zero";
}

/** Where nobody compares, the level is held against the mark it needs. */
function alone({ mark, levels, status }: LadderMeasure): string | null {
  const ci = levels?.treated.ci;
  if (mark === null || !ci || status === "too_early") return null;
  return ci[0] >= mark ? "over what is needed" : ci[1] < mark ? "under what is needed" : "around what is needed";
}

function targetWords(measure: LadderMeasure, { formats }: Shown): string | null {
  const { target, mark } = measure;
  const verdict = againstTarget(measure);
  const wanted = target ?? mark;
  if (wanted === null) return null;
  const level = formats.measure(wanted, unitOf(measure), { significant: 3 });
  if (target === null) return `${level} needed`;
  if (verdict === null) return `${level} wanted`;
  const says = {
    there_anyway: "reached without the programme",
    reached: "reached",
    short: "falls short of it",
    unclear: "cannot tell whether reached",
  } as const;
  return `${level}: ${says[verdict]}`;
}
