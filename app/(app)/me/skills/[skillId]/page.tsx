import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ExplainedSkill } from "@/components/team/person/explained-skill";
import { PageHeader } from "@/components/ui/page-header";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readOwnExplained } from "@/lib/team/read-explained";

export const metadata: Metadata = { title: "Me" };

export default async function OwnExplainedPage({ params }: PageProps<"/me/skills/[skillId]">) {
  const viewer = await viewerFor("self.read");
  const skillId = idOr404((await params).skillId);
  const [explanation, formats] = await Promise.all([readOwnExplained(viewer, skillId), viewerFormats()]);
  if (!explanation) notFound();
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/me">
            My skills and evidence
          </Link>
        }
        title={explanation.skill}
        lead="What your standing rests on, down to each rating. Contest what is not right under what was seen."
      />
      <ExplainedSkill explanation={explanation} formats={formats} />
    </>
  );
}
