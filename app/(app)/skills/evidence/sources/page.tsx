import type { Metadata } from "next";
import { EvidenceFlow } from "@/components/evidence/evidence-flow";
import { EvidenceHeading } from "@/components/evidence/evidence-heading";
import { FeedTable } from "@/components/evidence/feed-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readDataMap } from "@/lib/evidence/map/read-data-map";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Where evidence comes from" };

export default async function EvidenceSourcesPage() {
  const viewer = await viewerFor("skill.read");
  const [map, formats] = await Promise.all([readDataMap(viewer, null), viewerFormats()]);
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
        <EvidenceFlow map={map} formats={formats} />
      </Section>
      <Section
        title="Skill by skill"
        lead={`Prepared: passed a test or practice, or certified. Seen at target: a manager, peer or system saw it at the level the role needs, and it has not aged out. Both are shares of the people whose role needs the skill.${
          symbolic > 0
            ? ` ${symbolic === 1 ? "One skill is a symbol so far: it is" : `${formats.number(symbolic)} skills are symbols so far: they are`} mapped to roles, and nobody was ever seen applying ${symbolic === 1 ? "it" : "them"}.`
            : ""
        }`}
      >
        {map.skills.length === 0 ? (
          <Empty title="No skill yet">
            Build the taxonomy, or import skills.csv; what speaks of each skill stands here then.
          </Empty>
        ) : (
          <FeedTable map={map} formats={formats} />
        )}
      </Section>
    </>
  );
}
