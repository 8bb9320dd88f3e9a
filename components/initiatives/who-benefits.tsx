import { Section } from "@/components/ui/section";
import { TooEarly, Withheld } from "@/components/ui/states";
import { isWithheld } from "@/lib/evaluation/headline";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { shownResults } from "@/lib/ladder/shown-results";
import { DoseSection } from "./dose-section";
import { SpillOverSection } from "./spill-over-section";
import { SubgroupsSection } from "./subgroups-section";

type WhoBenefitsProps = { initiative: Initiative; result: EvaluationResult; formats: Formats };

/** Whom it helped: by group, by how much they used it, and those it was not for; or why that cannot be said. */
export function WhoBenefits({ initiative, result, formats }: WhoBenefitsProps) {
  const { plan, minimumGroupSize: minimum } = initiative;
  const { primary } = plan;
  const { early_until: early, subgroups, dose_response: dose, spill_over: spillOver } = result;
  if (isWithheld(result, minimum) || early !== null) {
    return (
      <Section title="Who benefits" id="groups">
        {early === null ? (
          <Withheld minimum={minimum} />
        ) : (
          <TooEarly
            until={formats.date(early)}
            why="Whom it helped, by group and by use, is looked at when the follow-up window is over."
          />
        )}
      </Section>
    );
  }
  if (!primary) return null;
  const shown = { kpi: primary, plan, minimum, formats };
  return (
    <>
      {subgroups ? <SubgroupsSection subgroups={subgroups} {...shown} /> : null}
      {dose ? (
        <DoseSection
          dose={dose}
          results={shownResults(result, { minimum, confidence: plan.confidence })}
          dataVersion={result.study.data_version}
          {...shown}
        />
      ) : null}
      {spillOver ? <SpillOverSection spillOver={spillOver} {...shown} /> : null}
    </>
  );
}
