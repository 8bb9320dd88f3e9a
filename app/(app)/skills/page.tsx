import type { Metadata } from "next";
import { TaxonomyBrowser } from "@/components/skills/browse/taxonomy-browser";
import { EditTaxonomy } from "@/components/skills/drafts/edit-taxonomy";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/policy";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { viewerFor } from "@/lib/server/session";
import { readDrafts } from "@/lib/skills/drafts/read-drafts";

export const metadata: Metadata = { title: "Skills" };

export default async function SkillsPage({ searchParams }: PageProps<"/skills">) {
  const viewer = await viewerFor("skill.read");
  const editing = may(viewer.roles, "skill.edit");
  const [{ role, node }, { minimumGroupSize }, drafts] = await Promise.all([
    searchParams,
    readOrganisation(viewer),
    editing ? readDrafts(viewer, null) : [],
  ]);
  return (
    <>
      <PageHeader
        title="Skills"
        lead="What each role does, the skills that takes, and what one can see when they are there."
        actions={
          editing ? (
            <>
              <LinkButton href="/skills/proposals">Proposals from evidence</LinkButton>
              <EditTaxonomy drafts={drafts.filter(({ status }) => status === "open")} />
            </>
          ) : null
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills" />
      <TaxonomyBrowser
        start={{ role: textOrNull(role), node: textOrNull(node), minimumGroupSize, drafting: null }}
        commenting={may(viewer.roles, "skill.comment")}
        editing={editing}
      />
    </>
  );
}

const textOrNull = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);
