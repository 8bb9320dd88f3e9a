import type { Metadata } from "next";
import { DraftTable } from "@/components/skills/drafts/draft-table";
import { NewDraft } from "@/components/skills/drafts/edit-taxonomy";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readDrafts } from "@/lib/skills/drafts/read-drafts";

export const metadata: Metadata = { title: "Drafts of the taxonomy" };

export default async function DraftsPage() {
  const viewer = await viewerFor("skill.comment");
  const [drafts, formats] = await Promise.all([readDrafts(viewer, null), viewerFormats()]);
  const editing = may(viewer.roles, "skill.edit");
  return (
    <>
      <PageHeader
        title="Drafts"
        lead="Changes of the taxonomy that somebody prepares. Nothing of them is in force before it is reviewed and published."
        actions={
          editing ? (
            <>
              <LinkButton href="/skills/proposals">Proposals from evidence</LinkButton>
              <NewDraft look="primary">New draft</NewDraft>
            </>
          ) : null
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/drafts" />
      {drafts.length === 0 ? (
        <Empty title="No drafts">
          A draft is where roles, tasks, skills and behaviours are changed together and looked at by somebody else
          before everybody is measured by them.
        </Empty>
      ) : (
        <DraftTable drafts={drafts} formats={formats} now={new Date()} />
      )}
    </>
  );
}
