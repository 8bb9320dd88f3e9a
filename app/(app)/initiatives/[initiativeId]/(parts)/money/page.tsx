import { evaluationOf, type Given, moneyOf, titleOf } from "@/app/(app)/initiatives/[initiativeId]/(parts)/given";
import { PartPage } from "@/app/(app)/initiatives/[initiativeId]/(parts)/part-page";
import { MoneySection } from "@/components/roi/case/money-section";
import { may } from "@/lib/access/policy";
import { readCaseDesk } from "@/lib/roi/case/read-case-desk";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/initiatives/[initiativeId]/money">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "money");

export default function MoneyPage({ params }: Props) {
  return <PartPage params={params} needs="roi.read" Part={MoneyPart} />;
}

async function MoneyPart({ viewer, initiative: { plan } }: Given) {
  // Which both count on.
  await evaluationOf(viewer, plan.id);
  const [money, desk, formats] = await Promise.all([
    moneyOf(viewer, plan.id),
    readCaseDesk(viewer, plan.id),
    viewerFormats(),
  ]);
  return (
    <MoneySection
      money={money}
      desk={desk}
      mayReadData={may(viewer.roles, "data.read")}
      today={new Date().toISOString().slice(0, 10)}
      formats={formats}
    />
  );
}
