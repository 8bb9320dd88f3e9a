import { PlannedPower } from "@/components/plans/planned-power";
import { Section } from "@/components/ui/section";
import { Empty, NotEstimable } from "@/components/ui/states";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { rollOutPicture } from "@/lib/initiatives/roll-out-picture";
import { ClaimPanel } from "./claim-panel";
import { EffectPicture } from "./effect-picture";
import { EventStudyPicture } from "./event-study-picture";
import { GroupTimeTable } from "./group-time-table";
import { MeansTable } from "./means-table";
import { MethodReading } from "./method-reading";
import { SurvivalSection } from "./survival-section";

type EffectSectionProps = { initiative: Initiative; result: EvaluationResult; codeVersion: string; formats: Formats };

/** The answer: its pictures, what may be said, the headline from words to formula, and wave by wave where there are waves. */
export function EffectSection({ initiative, result, codeVersion, formats }: EffectSectionProps) {
  const { plan, minimumGroupSize: minimum, exposed } = initiative;
  const headline = result.results[0];
  const early = result.early_until !== null;
  const { primary } = plan;
  const scale = primary && effectScale(primary, plan);
  // Means of events say little where people are watched for different times.
  const isTime = plan.design === "time_to_event";
  const waves = headline ? rollOutPicture(headline, { unit: plan.unitOfAnalysis, exposed, minimum }) : null;
  return (
    <>
      <Section title={early ? "What it can show" : "Did it work?"} id="effect">
        {headline?.status === "estimated" || early ? null : (
          <div className="mb-6">
            <NotEstimable reason={headline?.reason ?? "The plan names no primary KPI."} />
          </div>
        )}
        <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
          {primary && result.picture.length > 0 ? (
            <div className="min-w-0">
              {waves && scale ? (
                <EventStudyPicture
                  kpi={primary}
                  result={result}
                  picture={waves}
                  scale={scale}
                  plan={plan}
                  formats={formats}
                />
              ) : null}
              {isTime && !early ? (
                <SurvivalSection
                  kpi={primary}
                  result={result}
                  confidence={plan.confidence}
                  minimum={minimum}
                  formats={formats}
                />
              ) : null}
              {isTime && !early ? null : (
                <EffectPicture kpi={primary} result={result} period={plan.period} minimum={minimum} formats={formats} />
              )}
              {isTime || early ? null : (
                <MeansTable means={result.means} kpi={primary} isPhased={plan.design === "phased"} formats={formats} />
              )}
            </div>
          ) : (
            <Empty title="No values to draw">Nobody in this initiative has a value of the primary KPI yet.</Empty>
          )}
          {early ? (
            <div>
              <h3 className="text-lead">What to expect</h3>
              <PlannedPower plan={plan} formats={formats} />
            </div>
          ) : (
            <ClaimPanel claim={result.claim} formats={formats} />
          )}
        </div>
        {headline?.status === "estimated" && primary ? (
          <div className="mt-6 border-y border-rule">
            <MethodReading
              result={headline}
              kpi={primary}
              plan={plan}
              dataVersion={result.study.data_version}
              codeVersion={codeVersion}
              formats={formats}
            />
          </div>
        ) : null}
      </Section>
      {waves && scale ? (
        <Section title="Wave by wave" id="waves">
          <GroupTimeTable
            picture={waves}
            scale={scale}
            period={plan.period}
            units={plan.unitOfAnalysis === "team" ? "teams" : "people"}
            minimum={minimum}
            csv={`${plan.code}-by-wave.csv`}
            formats={formats}
          />
        </Section>
      ) : null}
    </>
  );
}
