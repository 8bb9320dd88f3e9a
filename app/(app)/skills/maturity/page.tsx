import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AlignmentTable } from "@/components/maturity/alignment-table";
import { MaturityTable } from "@/components/maturity/maturity-table";
import { PlaceView } from "@/components/maturity/place-view";
import { RoadmapTable } from "@/components/maturity/roadmap-table";
import { ThreeQuestions } from "@/components/maturity/three-questions";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import type { Maturity } from "@/lib/maturity/maturity";
import { readMaturity } from "@/lib/maturity/read-maturity";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Maturity" };

export default async function MaturityPage({ searchParams }: PageProps<"/skills/maturity">) {
  const viewer = await viewerFor("capability.read");
  const today = new Date().toISOString().slice(0, 10);
  const [maturity, formats, given] = await Promise.all([
    readMaturity(viewer, { today }),
    viewerFormats(),
    searchParams,
  ]);
  const chosen = maturity?.kind === "shown" ? chosenPlace(maturity, given) : null;
  if (chosen === "unknown") notFound();
  return (
    <>
      <PageHeader
        title="Maturity"
        lead="How far each role has come from counting certificates to seeing skills at work. Computed from the data that flow, with what is missing and the least work that would help."
        actions={
          may(viewer.roles, "start.use") ? (
            <LinkButton href="/start" look="primary">
              Start with a role
            </LinkButton>
          ) : null
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/maturity" />
      {maturity?.kind === "shown" && maturity.roles.length > 0 ? (
        <>
          <Section title="Where each role stands" id="levels" lead={summary(maturity)}>
            <MaturityTable maturity={maturity} />
          </Section>
          {chosen ? (
            <Section title={`${chosen.name}: ${chosen.place.label.toLowerCase()}`} id="place">
              <PlaceView place={chosen.place} roles={viewer.roles} minimum={maturity.minimum} formats={formats} />
            </Section>
          ) : null}
          <Section
            title="Systems against the map"
            id="alignment"
            lead="Whether what teaches and what measures follows the map of a role: of the skills it needs, at least four in five each are described, have an activity, and are told of by a signal or a KPI."
          >
            <AlignmentTable roles={maturity.roles} />
          </Section>
          {judgedLevels(maturity).length > 0 ? (
            <>
              <Section
                title="Three questions"
                id="questions"
                lead="Where assessment sits today, how evidence is defined, and what the work systems could already tell."
              >
                <ThreeQuestions maturity={maturity} formats={formats} />
              </Section>
              <Section
                title="Roadmap"
                id="roadmap"
                lead="What every role lacks for its next level, put in order. Hours are an order of magnitude: they rank, and enter no figure."
              >
                <RoadmapTable items={maturity.roadmap} roles={judgedLevels(maturity).length} viewer={viewer} />
              </Section>
            </>
          ) : null}
        </>
      ) : maturity === null ? (
        <TiedToNobody roles={viewer.roles} />
      ) : (
        <AwaitsData roles={viewer.roles} title="Nothing to judge yet">
          A level is counted from people in roles (people.csv), what they need (skills.csv), what they learned and what
          others saw. Whatever is there will stand here by role and site.
        </AwaitsData>
      )}
    </>
  );
}

type Given = Record<string, string | string[] | undefined>;

function chosenPlace(maturity: Extract<Maturity, { kind: "shown" }>, { role: roleId, site = "everywhere" }: Given) {
  if (roleId === undefined) return null;
  const role = maturity.roles.find(({ id }) => id === roleId);
  const place = [role?.everywhere, ...(role?.sites ?? [])].find((one) => one?.site === site);
  return role && place ? { name: role.name, place } : "unknown";
}

function summary(maturity: Extract<Maturity, { kind: "shown" }>): string {
  const levels = judgedLevels(maturity);
  const counts = [4, 3, 2, 1, 0]
    .map((level) => ({ level, roles: levels.filter((one) => one === level).length }))
    .filter(({ roles }) => roles > 0);
  if (levels.length === 0)
    return `No role can be shown: each has fewer than ${maturity.minimum} people, or would give away by subtraction how one of fewer stands.`;
  const [only] = counts;
  if (counts.length === 1 && only)
    return levels.length === 1
      ? `The one role with enough people is at level ${only.level}.`
      : `All ${levels.length} roles with enough people are at level ${only.level}.`;
  const parts = counts.map(({ level, roles }) => `${roles} ${roles === 1 ? "is" : "are"} at level ${level}`);
  return `Of ${levels.length} ${levels.length === 1 ? "role" : "roles"} with enough people, ${parts.join(", ")}.`;
}

const judgedLevels = ({ roles }: Extract<Maturity, { kind: "shown" }>) =>
  roles.flatMap(({ everywhere: { shown } }) => (shown.kind === "judged" ? [shown.level] : []));
