import { TrendChart } from "@/components/charts/trend-chart";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { effectCourse } from "@/lib/initiatives/effect-course";
import { withDays } from "@/lib/initiatives/with-days";

type EffectPictureProps = { kpi: PlanKpi; result: EvaluationResult; period: string; minimum: number; formats: Formats };

/** Both arms over time, and where the trained would stand had they changed as the others did. */
export function EffectPicture({ kpi, result, period, minimum, formats }: EffectPictureProps) {
  const course = effectCourse({ kpi, result, period, minimum, formats });
  const { treated, control, supposed, exposed, followUp } = course;
  return (
    <TrendChart
      title={course.title}
      answer={course.answer}
      caption={course.caption}
      description={[...course.reading, withDays(result.claim.sentence, formats)].join("; ")}
      csv={`${kpi.code}-over-time.csv`}
      unit={course.unit}
      periods={course.periods}
      series={[
        { id: "treated", label: treated.label, arm: "trained", values: treated.values },
        ...(control ? [{ id: "control", label: "Comparison", arm: "comparison" as const, values: control }] : []),
      ]}
      {...(exposed >= 0 && { exposure: { at: exposed, label: "First exposure" } })}
      {...(followUp.from >= 0 && followUp.to >= followUp.from && { followUp: { ...followUp, label: "Follow-up" } })}
      {...(supposed && { counterfactual: { label: "If not trained", values: supposed } })}
    />
  );
}
