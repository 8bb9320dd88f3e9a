import type { PlanKpi } from "@/lib/evaluation/plan";
import type { ArmMean, EvaluationResult } from "@/lib/evaluation/result";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import { methodName } from "@/lib/methods/method-name";
import { firstToStart } from "./words";

type CourseValue = { value: number; interval?: [number, number] };

export type EffectCourse = {
  /** The question, and what both sides had before and in the follow-up. */
  title: string;
  answer: string | undefined;
  reading: string[];
  caption: string;
  unit: string;
  periods: string[];
  /** The last day of each of them, 'YYYY-MM-DD'. */
  days: string[];
  treated: { label: string; values: (CourseValue | null)[] };
  control: (CourseValue | null)[] | null;
  /** Where the trained would stand had they changed like the comparison. */
  supposed: (number | null)[] | null;
  /** Index of the period of the first exposure, and of the follow-up; below zero where there is none. */
  exposed: number;
  followUp: { from: number; to: number };
};

type Asked = { kpi: PlanKpi; result: EvaluationResult; period: string; minimum: number; formats: Formats };

/** In a phased roll-out not all waves are in one picture of two sides. */
const sidesOfWaves = `${firstToStart}: by the beginning of the follow-up; comparison: not by its end. Waves between them are counted in the headline.`;

/** Both arms over time in words and numbers, without values of fewer people than the minimum. */
export function effectCourse({ kpi, result, period, minimum, formats }: Asked): EffectCourse {
  const { picture, windows, study, results, means } = result;
  const early = result.early_until !== null;
  const begins = windows.first_exposure;
  const isAhead = begins !== null && begins > (picture.at(-1)?.ends ?? "");
  const compared = means.treated.follow_up.n + means.control.follow_up.n;
  const unit = unitOf(kpi);
  const value = (mean: ArmMean | null): CourseValue | null => {
    if (!mean || mean.mean === null || mean.n < minimum) return null;
    return { value: mean.mean, ...(mean.ci && { interval: mean.ci }) };
  };
  const compares = picture.some(({ control }) => value(control) !== null);
  // Before the start there is nothing the trained could have changed from.
  const supposes = compares && picture.some(({ counterfactual }) => counterfactual !== null);
  const phased = study.design === "phased";
  // Before the window is over, half of an answer would be read as the answer.
  const sides = early
    ? []
    : [sideText(phased ? "Those who started first" : "People in the programme", means.treated, unit, formats)];
  if (sides.length > 0 && compares) sides.push(sideText("the comparison", means.control, unit, formats));
  const reading = sides.filter((text) => text !== null);
  return {
    title: early
      ? `How has “${kpi.name}” gone so far?`
      : `Did “${kpi.name}” ${kpi.direction === "up" ? "rise" : "fall"} where people were trained?`,
    answer: reading.length > 0 ? `${reading.join("; ")}.` : undefined,
    reading,
    caption: `${phased ? `${sidesOfWaves} ` : ""}${early ? "Mean over people with 95% interval." : `n = ${formats.number(compared)} people with a follow-up value, mean over people with 95% interval.`}${supposes ? " “If not trained” is where the trained would stand had they changed like the comparison." : ""} Method of the headline: ${methodName(results[0]?.method ?? "")}. Data ${study.data_version.slice(0, 19)}.`,
    unit,
    days: picture.map(({ ends }) => ends),
    periods: picture.map((point) => (period === "month" ? formats.month(point.ends) : point.period)),
    treated: {
      label: phased ? firstToStart : isAhead ? "To be trained" : "Trained",
      values: picture.map(({ treated }) => value(treated)),
    },
    control: compares ? picture.map(({ control }) => value(control)) : null,
    supposed: supposes ? picture.map((point) => (value(point.control) === null ? null : point.counterfactual)) : null,
    exposed: firstFrom(picture, windows.first_exposure),
    followUp: {
      from: firstFrom(picture, windows.follow_up?.from ?? null),
      to: lastUntil(picture, windows.follow_up?.to ?? null),
    },
  };
}

const firstFrom = (points: EvaluationResult["picture"], day: string | null) =>
  day === null ? -1 : points.findIndex(({ ends }) => ends >= day);

function lastUntil(points: EvaluationResult["picture"], day: string | null): number {
  return day === null ? points.length - 1 : points.findLastIndex(({ ends }) => ends <= day);
}

function sideText(
  name: string,
  { baseline, follow_up }: { baseline: ArmMean; follow_up: ArmMean },
  unit: string,
  formats: Formats,
): string | null {
  if (follow_up.mean === null) return null;
  const style = unit === "share" ? {} : { significant: 3 };
  const after = formats.measure(follow_up.mean, unit, style);
  if (baseline.mean === null) return `${name}: ${after} in the follow-up`;
  return `${name}: ${formats.measure(baseline.mean, unit, style)} before, ${after} in the follow-up`;
}
