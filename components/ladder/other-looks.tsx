import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import type { LadderView } from "@/lib/ladder/ladder-view";
import { triangulationView } from "@/lib/ladder/triangulation-view";
import { AlignmentSection } from "./alignment-section";
import { TransferSection } from "./transfer-section";
import { TriangulationSection } from "./triangulation-section";

type Props = { initiative: Initiative; result: EvaluationResult; view: LadderView; formats: Formats };

/** What else speaks for or against the links of the chain: the other sources, training against work, skill before figure. */
export function OtherLooks({ initiative: { plan, minimumGroupSize: minimum }, result, view, formats }: Props) {
  const { ladder, claim } = result;
  const kpi = plan.primary?.name ?? "the primary KPI";
  const sources = triangulationView({ ladder, view, direction: claim.direction, minimum, formats });
  return (
    <>
      <TriangulationSection view={sources} csv={`${plan.code}-sources.csv`} />
      {ladder.transfer.length > 0 ? (
        <TransferSection
          tables={ladder.transfer}
          kpi={kpi}
          minimum={minimum}
          confidence={plan.confidence}
          csv={`${plan.code}-training-and-work.csv`}
          formats={formats}
        />
      ) : (
        <Section title="Good in training, weak at work" id="transfer">
          <Empty title="No results of training on file">
            Scores or times in the chain's activities, of people with a value of “{kpi}”, show who does well in training
            and struggles at work, and who does it the other way round.
          </Empty>
        </Section>
      )}
      <AlignmentSection alignment={ladder.alignment} kpi={kpi} minimum={minimum} csv={`${plan.code}-alignment.csv`} />
    </>
  );
}
