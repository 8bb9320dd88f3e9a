import { evaluationOf, type Given, titleOf } from "@/app/(app)/initiatives/[initiativeId]/(parts)/given";
import { PartPage } from "@/app/(app)/initiatives/[initiativeId]/(parts)/part-page";
import { ArmsTable } from "@/components/initiatives/arms-table";
import { WhoBenefits } from "@/components/initiatives/who-benefits";
import { buttonClass } from "@/components/ui/button-class";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/initiatives/[initiativeId]/people">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "people");

export default function PeoplePage({ params }: Props) {
  return <PartPage params={params} Part={PeoplePart} />;
}

/** Who was assigned to what, and whom it helped: by group, by use, and beyond those it was for. */
async function PeoplePart({ viewer, initiative }: Given) {
  const { plan, arms, minimumGroupSize: minimum } = initiative;
  const [evaluation, formats] = await Promise.all([evaluationOf(viewer, plan.id), viewerFormats()]);
  if (!evaluation) return null;
  const isPlanned = arms.some(({ firstPlanned }) => firstPlanned !== null);
  return (
    <>
      <Section
        title="Arms and people"
        id="arms"
        actions={
          may(viewer.roles, "plan.create") && isPlanned ? (
            <a className={buttonClass("secondary")} href={initiativeHref(plan.id, "who-goes-when")} download>
              Download who goes when
            </a>
          ) : null
        }
      >
        <ArmsTable arms={arms} minimum={minimum} formats={formats} />
      </Section>
      <WhoBenefits initiative={initiative} result={evaluation.result} formats={formats} />
    </>
  );
}
