import { RivalSection } from "@/components/calendar/rival-section";
import { CheckList } from "@/components/initiatives/check-list";
import { EffectSection } from "@/components/initiatives/effect-section";
import { MethodList } from "@/components/initiatives/method-list";
import { ScepticsSection } from "@/components/ladder/sceptics-section";
import { Contents } from "@/components/ui/contents";
import { Section } from "@/components/ui/section";
import { Withheld } from "@/components/ui/states";
import { designOf } from "@/lib/evaluation/designs/design-of";
import { isWithheld } from "@/lib/evaluation/headline";
import { checkSummary, needFollowUp } from "@/lib/initiatives/check-summary";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { checkName } from "@/lib/initiatives/words";
import { scepticsChecklist } from "@/lib/ladder/sceptics-checklist";
import { shownResults } from "@/lib/ladder/shown-results";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { evaluationOf, type Given } from "./given";

const sections = [
  { id: "effect", title: "Effect" },
  { id: "checks", title: "Checks" },
  { id: "sceptic", title: "Sceptic" },
  { id: "methods", title: "Methods" },
];

/** The effect, the checks it stands on, and what a sceptic would ask of it. */
export async function EffectPart({ viewer, initiative }: Given) {
  const { plan, minimumGroupSize } = initiative;
  const [evaluation, formats] = await Promise.all([evaluationOf(viewer, plan.id), viewerFormats()]);
  if (!evaluation) return null;
  const { result: whole, codeVersion } = evaluation;
  if (isWithheld(whole, minimumGroupSize)) {
    return (
      <Section title="Did it work?" id="effect">
        <Withheld
          minimum={minimumGroupSize}
          why={`An arm has fewer than ${minimumGroupSize} people: neither the effect nor its checks are shown.`}
        />
      </Section>
    );
  }
  const results = shownResults(whole, { minimum: minimumGroupSize, confidence: plan.confidence });
  const result = { ...whole, results };
  const early = result.early_until !== null;
  const checks = early ? result.checks.filter(({ id }) => !needFollowUp.has(id)) : result.checks;
  const { compares } = designOf[plan.design];
  return (
    <>
      {early ? null : <Contents parts={sections} />}
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
          scale={plan.primary && effectScale(plan.primary, plan, whole.results[0]?.detail)}
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
        <>
          <ScepticsSection
            items={scepticsChecklist({ result, design: { random: result.lots_drawn, compares } })}
            checkName={checkName}
            csv={`${plan.code}-sceptic.csv`}
            formats={formats}
          />
          <Section
            title="All methods"
            id="methods"
            lead="The first is the headline; the others show what hangs on the method."
          >
            <MethodList result={result} plan={plan} codeVersion={codeVersion} formats={formats} />
          </Section>
        </>
      )}
    </>
  );
}
