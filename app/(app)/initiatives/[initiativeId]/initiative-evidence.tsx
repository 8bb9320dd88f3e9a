import { RivalSection } from "@/components/calendar/rival-section";
import { CheckList } from "@/components/initiatives/check-list";
import { DoseSection } from "@/components/initiatives/dose-section";
import { EffectSection } from "@/components/initiatives/effect-section";
import { MethodList } from "@/components/initiatives/method-list";
import { SpillOverSection } from "@/components/initiatives/spill-over-section";
import { SubgroupsSection } from "@/components/initiatives/subgroups-section";
import { OtherLooks } from "@/components/ladder/other-looks";
import { Section } from "@/components/ui/section";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { checkSummary, needFollowUp } from "@/lib/initiatives/check-summary";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { checkName } from "@/lib/initiatives/words";
import type { LadderView } from "@/lib/ladder/ladder-view";
import { shownResults } from "@/lib/ladder/shown-results";

type Props = {
  initiative: Initiative;
  result: EvaluationResult;
  codeVersion: string;
  view: LadderView;
  scale: EffectScale | null;
  formats: Formats;
};

/** The effect, the checks it stands on, and what else the same data say. */
export function InitiativeEvidence({ initiative, result: whole, codeVersion, view, scale, formats }: Props) {
  const { plan, minimumGroupSize } = initiative;
  const results = shownResults(whole, { minimum: minimumGroupSize, confidence: plan.confidence });
  const result = { ...whole, results };
  const { subgroups, dose_response: dose, spill_over: spillOver } = result;
  const early = result.early_until !== null;
  const checks = early ? result.checks.filter(({ id }) => !needFollowUp.has(id)) : result.checks;
  return (
    <>
      <EffectSection initiative={initiative} result={result} codeVersion={codeVersion} formats={formats} />
      <Section
        title="Checks"
        lead={
          early
            ? `So far ${checkSummary(checks)}. The others wait for the values of the follow-up.`
            : checkSummary(checks)
        }
        id="checks"
      >
        <CheckList
          checks={checks}
          headline={results[0]}
          results={results}
          scale={scale}
          plan={plan.code}
          formats={formats}
        />
        <RivalSection
          check={checks.find(({ id }) => id === "rival_explanations")}
          windows={result.windows}
          plan={plan.code}
          formats={formats}
        />
      </Section>
      {early ? null : (
        <OtherLooks initiative={initiative} result={result} view={view} checkName={checkName} formats={formats} />
      )}
      {plan.primary && subgroups && !early ? (
        <SubgroupsSection
          subgroups={subgroups}
          kpi={plan.primary}
          plan={plan}
          minimum={minimumGroupSize}
          formats={formats}
        />
      ) : null}
      {plan.primary && dose && !early ? (
        <DoseSection
          dose={dose}
          results={results}
          kpi={plan.primary}
          plan={plan}
          minimum={minimumGroupSize}
          dataVersion={result.study.data_version}
          formats={formats}
        />
      ) : null}
      {plan.primary && spillOver && !early ? (
        <SpillOverSection
          spillOver={spillOver}
          kpi={plan.primary}
          plan={plan}
          minimum={minimumGroupSize}
          formats={formats}
        />
      ) : null}
      {early ? null : (
        <Section
          title="All methods"
          id="methods"
          lead="The first is the headline; the others show what hangs on the method."
        >
          <MethodList result={result} plan={plan} codeVersion={codeVersion} formats={formats} />
        </Section>
      )}
    </>
  );
}
