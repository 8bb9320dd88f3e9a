import type { Metadata } from "next";
import { ProposalsView } from "@/components/skills/proposals/proposals-view";
import { RefreshProposals } from "@/components/skills/proposals/refresh-proposals";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readProposals } from "@/lib/skills/proposals/read-proposals";

export const metadata: Metadata = { title: "Proposals from evidence" };

export default async function ProposalsPage() {
  const viewer = await viewerFor("skill.edit");
  const [found, formats] = await Promise.all([readProposals(viewer, null), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Proposals from evidence"
        lead="Where what was seen at work speaks for a change of the taxonomy. Evidence proposes, a person decides, and nothing is in force before a draft is published."
        actions={<RefreshProposals />}
      />
      <SkillTabs roles={viewer.roles} current="/skills/drafts" />
      <ProposalsView found={found} formats={formats} />
    </>
  );
}
