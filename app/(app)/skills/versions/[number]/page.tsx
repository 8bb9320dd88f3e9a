import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { countsText, DifferenceList } from "@/components/skills/drafts/difference-list";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { originText } from "@/components/skills/versions/origin-text";
import { RollBack } from "@/components/skills/versions/roll-back";
import { TreeAsItWas } from "@/components/skills/versions/tree-as-it-was";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/policy";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readTreeAt, readVersion } from "@/lib/skills/read-versions";

export const metadata: Metadata = { title: "Version of the taxonomy" };

export default async function VersionPage({ params, searchParams }: PageProps<"/skills/versions/[number]">) {
  const viewer = await viewerFor("skill.read");
  const number = numberOr404((await params).number);
  const isTree = (await searchParams).view === "tree";
  const [found, nodes, organisation, formats] = await Promise.all([
    readVersion(viewer, { number }),
    isTree ? readTreeAt(viewer, { number }) : null,
    readOrganisation(viewer),
    viewerFormats(),
  ]);
  if (!found) notFound();
  const { version, difference, latest } = found;
  const path = `/skills/versions/${number}`;
  const isInForce = number === latest;
  return (
    <>
      <PageHeader
        above={
          <span>
            {formats.date(version.publishedAt)}, {version.publishedBy ?? "a program"}
            {version.sameReviewer ? ", who also prepared it" : ""} ·{" "}
            {version.draftId && may(viewer.roles, "skill.comment") ? (
              <Link className="link" href={`/skills/drafts/${version.draftId}`}>
                {originText(version)}
              </Link>
            ) : (
              originText(version)
            )}
          </span>
        }
        title={isInForce ? `Version ${number}, in force` : `Version ${number}`}
        lead={version.note}
        actions={isInForce || !may(viewer.roles, "skill.publish") ? null : <RollBack to={number} latest={latest} />}
      />
      <SkillTabs roles={viewer.roles} current="/skills/versions" />
      <Tabs
        label="This version"
        tabs={[
          { href: path, label: "What it changed", current: !isTree },
          { href: `${path}?view=tree`, label: "The taxonomy as it was", current: isTree },
        ]}
      />
      {nodes ? (
        <TreeAsItWas nodes={nodes} number={number} minimumGroupSize={organisation.minimumGroupSize} />
      ) : (
        <Section title="What it changed" lead={`${countsText(difference.counts)}.`}>
          <DifferenceList difference={difference} />
        </Section>
      )}
    </>
  );
}

function numberOr404(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  return Number(text);
}
