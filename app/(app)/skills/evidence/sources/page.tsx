import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EvidenceFlow } from "@/components/evidence/evidence-flow";
import { EvidenceHeading } from "@/components/evidence/evidence-heading";
import { FeedTable } from "@/components/evidence/feed-table";
import { CourseSections } from "@/components/evidence/transfer/course-sections";
import { AwaitsData } from "@/components/shell/awaits-data";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { readDataMap } from "@/lib/evidence/map/read-data-map";
import { readTransfer } from "@/lib/evidence/transfer/read-transfer";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Where evidence comes from" };

const text = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : null);

export default async function EvidenceSourcesPage({ searchParams }: PageProps<"/skills/evidence/sources">) {
  const viewer = await viewerFor("skill.read");
  const course = text((await searchParams).course);
  const maySeeCourses = may(viewer.roles, "capability.read");
  const [map, found, formats] = await Promise.all([
    readDataMap(viewer, null),
    maySeeCourses ? readTransfer(viewer, { course }) : null,
    viewerFormats(),
  ]);
  if (course !== null && !found) notFound();
  const certificates = map.skills.flatMap(({ reach }) => reach?.certificates ?? []);
  const expired = certificates.reduce((sum, one) => sum + one.expired, 0);
  const held = certificates.reduce((sum, one) => sum + one.held, 0);
  const symbolic = map.skills.filter(({ reach }) => reach?.symbolic).length;
  return (
    <>
      <EvidenceHeading
        roles={viewer.roles}
        current="/skills/evidence/sources"
        title="Where evidence comes from"
        lead="Which source speaks of which skill, and how far what people were prepared for is seen at work."
      />
      <Section title="From sources to decisions">
        <EvidenceFlow map={map} roles={viewer.roles} formats={formats} />
      </Section>
      <Section
        title="Skill by skill"
        lead={`Prepared: passed an activity about it (a test, a practice or any other that says who passed) or certified, and it has not expired: ${
          held > 0
            ? `${formats.number(expired)} of ${formats.number(held)} certificates have, by the rules of evidence, which give one ${formats.number(map.certificateDays)} days.`
            : `a certificate speaks for ${formats.number(map.certificateDays)} days.`
        } Seen at target: a manager, peer or system saw it at the level the role needs, and it has not aged out. Both are shares of the people whose role needs the skill.${
          symbolic > 0
            ? ` ${symbolic === 1 ? "One skill is a symbol so far: it is" : `${formats.number(symbolic)} skills are symbols so far: they are`} mapped to roles, and nobody was ever seen applying ${symbolic === 1 ? "it" : "them"}.`
            : ""
        }`}
      >
        {map.skills.length === 0 ? (
          <AwaitsData
            roles={viewer.roles}
            title="No skill yet"
            actions={may(viewer.roles, "skill.edit") ? <LinkButton href="/skills">Open skills</LinkButton> : null}
          >
            Once the taxonomy names skills, or skills.csv was brought in, what speaks of each stands here.
          </AwaitsData>
        ) : (
          <FeedTable map={map} formats={formats} />
        )}
      </Section>
      {found ? <CourseSections found={found} roles={viewer.roles} formats={formats} /> : null}
    </>
  );
}
