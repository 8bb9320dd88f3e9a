import { type Given, titleOf } from "@/app/(app)/initiatives/[initiativeId]/(parts)/given";
import { PartPage } from "@/app/(app)/initiatives/[initiativeId]/(parts)/part-page";
import { DecisionsSection } from "@/components/decisions/decisions-section";
import { readDecisions } from "@/lib/decisions/read-decisions";
import { readUser } from "@/lib/governance/read-user";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/initiatives/[initiativeId]/decisions">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "decisions");

export default function DecisionsPage({ params }: Props) {
  return <PartPage params={params} needs="decision.read" Part={DecisionsPart} />;
}

async function DecisionsPart({ viewer, initiative: { plan } }: Given) {
  const [log, user, formats] = await Promise.all([
    readDecisions(viewer, { initiativeId: plan.id }),
    readUser(viewer),
    viewerFormats(),
  ]);
  return (
    <DecisionsSection
      initiative={{ id: plan.id, title: plan.title }}
      log={log}
      viewerName={user?.name ?? ""}
      formats={formats}
    />
  );
}
