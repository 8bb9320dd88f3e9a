import { EventStudyChart } from "@/components/charts/event-study-chart";
import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import type { RollOutPicture } from "@/lib/initiatives/roll-out-picture";
import { periodWords } from "@/lib/initiatives/words";
import { methodName } from "@/lib/methods/method-name";

/** What the points before exposure tell, without the test; that stands in the check. */
function beforeText({ status, says }: CheckResult): string {
  if (status === "pass") return "they moved alike, and a trend large enough to make up the effect would have shown.";
  if (status === "fail") return "they did not move alike, so another trend may make up part of the effect.";
  if (status === "warn")
    return "no difference shows, but one large enough to make up the whole effect could have been overlooked.";
  return says;
}

type EventStudyPictureProps = {
  kpi: PlanKpi;
  result: EvaluationResult;
  picture: RollOutPicture;
  scale: EffectScale;
  plan: Pick<Plan, "period" | "confidence">;
  formats: Formats;
};

/** Whether the waves moved apart from their comparison before exposure, and what happened from it on. */
export function EventStudyPicture(props: EventStudyPictureProps) {
  const { kpi, result, picture, scale, plan, formats } = props;
  const words = periodWords(plan.period);
  const headline = result.results[0];
  const check = result.checks.find(({ id }) => id === "pre_trends");
  const verdict = check ? beforeText(check) : null;
  const { after } = picture;
  const average = `On average from exposure on: ${scale.text(formats, after.estimate, after.interval)}.`;
  const share = formats.percent(plan.confidence, { decimals: 0 });
  const n = headline ? headline.n.treated + headline.n.control : 0;
  const waves = picture.waves.length;
  const people = `n = ${formats.number(n)} in ${waves} ${waves === 1 ? "wave" : "waves"} and their comparison.`;
  return (
    <EventStudyChart
      title={`Did “${kpi.name}” move with exposure, and not before it?`}
      answer={
        <>
          {verdict ? <p>Before exposure: {verdict}</p> : null}
          <p>{average}</p>
        </>
      }
      caption={`${people} Line: ${share} interval of the point alone; pale bar: band that holds all points at once. Before exposure a point is the change since the ${words[0]} before it, from exposure on the change since the last ${words[0]} before exposure, each against the comparison. Method: ${methodName(headline?.method ?? "")}. Data ${result.study.data_version.slice(0, 19)}.`}
      description={[average, verdict && `Before exposure: ${verdict}`].filter((text) => text !== null).join(" ")}
      csv={`${kpi.code}-by-time-since-exposure.csv`}
      unit={scale.unit}
      period={words}
      points={picture.events.map(({ time, shown }) => ({
        time,
        shown: shown && {
          value: scale.value(shown.estimate),
          interval: shown.interval && scale.range(shown.interval),
          band: shown.band && scale.range(shown.band),
        },
      }))}
    />
  );
}
