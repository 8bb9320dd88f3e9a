import { evaluationOf, type Given, titleOf } from "@/app/(app)/initiatives/[initiativeId]/(parts)/given";
import { PartPage } from "@/app/(app)/initiatives/[initiativeId]/(parts)/part-page";
import { ChainSection } from "@/components/ladder/chain-section";
import { OtherLooks } from "@/components/ladder/other-looks";
import { isWithheld } from "@/lib/evaluation/headline";
import { ladderView } from "@/lib/ladder/ladder-view";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/initiatives/[initiativeId]/ladder">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "ladder");

export default function LadderPage({ params }: Props) {
  return <PartPage params={params} Part={LadderPart} />;
}

/** Where the chain from use to the business breaks, and what other sources and the training itself say of its links. */
async function LadderPart({ viewer, initiative }: Given) {
  const { plan, minimumGroupSize: minimum } = initiative;
  const [evaluation, formats] = await Promise.all([evaluationOf(viewer, plan.id), viewerFormats()]);
  if (!evaluation) return null;
  const { result } = evaluation;
  const view = ladderView(result.ladder, { minimum, confidence: plan.confidence, formats });
  return (
    <>
      <ChainSection initiative={initiative} view={view} />
      {isWithheld(result, minimum) || result.early_until !== null ? null : (
        <OtherLooks initiative={initiative} result={result} view={view} formats={formats} />
      )}
    </>
  );
}
