import type { Metadata } from "next";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { VersionList } from "@/components/skills/versions/version-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readVersions } from "@/lib/skills/read-versions";

export const metadata: Metadata = { title: "Versions of the taxonomy" };

export default async function VersionsPage({ searchParams }: PageProps<"/skills/versions">) {
  const viewer = await viewerFor("skill.read");
  const before = numberOf((await searchParams).before);
  const [{ versions, more }, formats] = await Promise.all([readVersions(viewer, { before }), viewerFormats()]);
  const oldest = versions.at(-1)?.number;
  return (
    <>
      <PageHeader
        title="Versions"
        lead="What changed in the taxonomy, when and by whom. Every observation and every result keeps the version it was made under."
      />
      <SkillTabs roles={viewer.roles} current="/skills/versions" />
      {versions.length === 0 ? (
        <Empty
          title="No versions yet"
          actions={
            may(viewer.roles, "skill.edit") ? <LinkButton href="/skills/exchange">Import and export</LinkButton> : null
          }
        >
          The first draft that is published, or the first import, makes version 1.
        </Empty>
      ) : (
        <VersionList versions={versions} formats={formats} isNewest={before === undefined} />
      )}
      {more && oldest ? (
        <p className="mt-4">
          <LinkButton href={`/skills/versions?before=${oldest}`}>Earlier versions</LinkButton>
        </p>
      ) : null}
    </>
  );
}

function numberOf(text: string | string[] | undefined): number | undefined {
  const number = Number(text);
  return typeof text === "string" && Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : undefined;
}
