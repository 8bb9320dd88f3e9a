import { amendmentsOf, evaluationOf, type Given, titleOf } from "@/app/(app)/initiatives/[initiativeId]/(parts)/given";
import { PartPage } from "@/app/(app)/initiatives/[initiativeId]/(parts)/part-page";
import { PlanFacts } from "@/components/initiatives/plan-facts";
import { PlanSection } from "@/components/plans/plan-section";
import { VersionsSection } from "@/components/plans/versions-section";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { readExplorations } from "@/lib/plans/read-explorations";
import { readKpiChoices } from "@/lib/plans/read-kpi-choices";
import { readRegistration } from "@/lib/plans/read-registration";
import { readVersions } from "@/lib/plans/read-versions";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/initiatives/[initiativeId]/plan">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "plan");

export default function PlanPage({ params }: Props) {
  return <PartPage params={params} Part={PlanPart} />;
}

/** What was promised and when it was changed, and the versions the initiative is one of. */
async function PlanPart({ viewer, initiative }: Given) {
  const { plan, note } = initiative;
  const mayChange = { amend: may(viewer.roles, "plan.amend"), explore: may(viewer.roles, "plan.explore") };
  const [evaluation, amendments, registration, explorations, kpis, versions, formats] = await Promise.all([
    evaluationOf(viewer, plan.id),
    amendmentsOf(viewer, plan.id),
    readRegistration(viewer, plan.id),
    readExplorations(viewer, plan.id),
    mayChange.amend || mayChange.explore ? readKpiChoices(viewer, null) : [],
    readVersions(viewer, plan.id),
    viewerFormats(),
  ]);
  if (!evaluation) return null;
  const siblings = versions && versions.versions.length > 1 ? await readInitiatives(viewer, null) : [];
  return (
    <>
      <PlanSection
        plan={plan}
        registration={registration}
        amendments={amendments}
        explorations={explorations}
        kpis={kpis}
        may={mayChange}
        formats={formats}
      >
        <PlanFacts
          initiative={initiative}
          result={evaluation.result}
          codeVersion={evaluation.codeVersion}
          evaluatedAt={evaluation.evaluatedAt}
          formats={formats}
        />
      </PlanSection>
      {versions ? (
        <VersionsSection
          versions={versions}
          current={plan.id}
          results={new Map(siblings.map((row) => [row.id, row]))}
        />
      ) : null}
      {note ? (
        <Section title="Note" id="note">
          <p className="max-w-prose">{note}</p>
        </Section>
      ) : null}
    </>
  );
}
