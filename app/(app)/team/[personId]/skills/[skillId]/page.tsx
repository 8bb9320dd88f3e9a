import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ExplainedSkill } from "@/components/team/person/explained-skill";
import { PageHeader } from "@/components/ui/page-header";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readExplained } from "@/lib/team/read-explained";

export const metadata: Metadata = { title: "Team" };

export default async function ExplainedPage({ params }: PageProps<"/team/[personId]/skills/[skillId]">) {
  const viewer = await viewerFor("team.read");
  const { personId, skillId } = await params;
  const [found, formats] = await Promise.all([
    readExplained(viewer, { personId: idOr404(personId), skillId: idOr404(skillId) }),
    viewerFormats(),
  ]);
  if (!found) notFound();
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href={`/team/${personId}`}>
            {found.name}
          </Link>
        }
        title={found.explanation.skill}
        lead={`What ${found.name}'s standing rests on, down to each rating.`}
      />
      <ExplainedSkill explanation={found.explanation} formats={formats} />
    </>
  );
}
