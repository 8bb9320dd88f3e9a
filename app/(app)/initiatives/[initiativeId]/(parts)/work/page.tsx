import { type Given, titleOf } from "@/app/(app)/initiatives/[initiativeId]/(parts)/given";
import { PartPage } from "@/app/(app)/initiatives/[initiativeId]/(parts)/part-page";
import { WhereInWork } from "@/components/initiatives/where-in-work";
import { readWhereInWork } from "@/lib/initiatives/read-where-in-work";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/initiatives/[initiativeId]/work">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "work");

export default function WorkPage({ params }: Props) {
  return <PartPage params={params} needs="work.read" Part={WorkPart} />;
}

async function WorkPart({ viewer, initiative }: Given) {
  const [where, formats] = await Promise.all([readWhereInWork(viewer, initiative.plan.id), viewerFormats()]);
  return where && <WhereInWork where={where} minimum={initiative.minimumGroupSize} formats={formats} />;
}
