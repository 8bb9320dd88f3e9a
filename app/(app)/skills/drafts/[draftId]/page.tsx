import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftHeader } from "@/components/skills/drafts/draft-header";
import { DraftReview } from "@/components/skills/drafts/draft-review";
import { DraftEditor } from "@/components/skills/editor/draft-editor";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readDrafting } from "@/lib/skills/drafting/read-drafting";
import { readDraft } from "@/lib/skills/drafts/read-drafts";

export const metadata: Metadata = { title: "Draft of the taxonomy" };

export default async function DraftPage({ params, searchParams }: PageProps<"/skills/drafts/[draftId]">) {
  const viewer = await viewerFor("skill.comment");
  const draftId = idOr404((await params).draftId);
  const [page, { view }, organisation, formats] = await Promise.all([
    readDraft(viewer, { draftId }),
    searchParams,
    readOrganisation(viewer),
    viewerFormats(),
  ]);
  if (!page) notFound();
  const userId = viewer.userId ?? "";
  const edits = page.may.edit && page.draft.status === "open" && view !== "difference";
  return (
    <>
      <DraftHeader page={page} formats={formats} edits={edits} />
      <SkillTabs roles={viewer.roles} current="/skills/drafts" />
      {edits ? (
        <DraftEditor
          draftId={draftId}
          userId={userId}
          start={{
            minimumGroupSize: organisation.minimumGroupSize,
            drafting: readDrafting(),
          }}
        />
      ) : (
        <DraftReview page={page} formats={formats} userId={userId} />
      )}
    </>
  );
}
