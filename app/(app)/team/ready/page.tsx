import type { Metadata } from "next";
import { FragileList } from "@/components/team/fragile-list";
import { NoLine } from "@/components/team/no-line";
import { ReadyMatrix } from "@/components/team/ready-matrix";
import { TeamHeading } from "@/components/team/team-heading";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { parseDepth } from "@/lib/team/depth";
import { readReady } from "@/lib/team/read-ready";

export const metadata: Metadata = { title: "Ready alone" };

export default async function TeamReadyPage({ searchParams }: PageProps<"/team/ready">) {
  const viewer = await viewerFor("team.read");
  const depth = parseDepth((await searchParams).depth);
  const [ready, formats] = await Promise.all([readReady(viewer, depth), viewerFormats()]);
  if (!ready || ready.line === 0) return <NoLine tied={ready !== null} />;
  return (
    <>
      <TeamHeading
        current="/team/ready"
        title="Who can do what alone?"
        lead="Who does which critical task independently, accurately and consistently, and which skills rest on too few people."
        depth={depth}
        shown={ready.people.length}
        line={ready.line}
      />
      <Section
        id="fragile"
        title="Fragile skills"
        lead="Skills your roles cannot do without that fewer than two people hold alone today: one of them ill, and nobody can."
      >
        {ready.fragile.length === 0 ? (
          <Empty title="No skill is named for these roles">
            Once the taxonomy says which skills the roles need, it stands here who holds them.
          </Empty>
        ) : (
          <FragileList skills={ready.fragile} formats={formats} />
        )}
      </Section>
      <Section
        id="tasks"
        title="Critical tasks"
        lead={
          ready.asOf
            ? `From ratings of 180 days up to ${formats.date(ready.asOf)}, and finished work of the last three months on file.`
            : undefined
        }
      >
        {ready.tasks.length === 0 ? (
          <Empty title="No critical task is known for these roles">
            The L&D lead marks tasks as critical in the taxonomy, or sets their impact under Work.
          </Empty>
        ) : (
          <ReadyMatrix tasks={ready.tasks} people={ready.people} formats={formats} />
        )}
      </Section>
    </>
  );
}
