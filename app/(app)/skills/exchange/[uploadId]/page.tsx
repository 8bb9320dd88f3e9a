import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ChooseAndTake } from "@/components/skills/exchange/choose-and-take";
import { FileFaults } from "@/components/skills/exchange/file-faults";
import { OccupationSearch } from "@/components/skills/exchange/occupation-search";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty, ErrorState } from "@/components/ui/states";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { readImport } from "@/lib/skills/exchange/read-import";

export const metadata: Metadata = { title: "Import of a framework" };

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value.slice(0, 300) : "");

export default async function ImportPage({ params, searchParams }: PageProps<"/skills/exchange/[uploadId]">) {
  const uploadId = idOr404((await params).uploadId);
  const viewer = await viewerFor("skill.edit");
  const { q, occupation } = await searchParams;
  const source = { kind: "upload" as const, uploadId, occupation: text(occupation) || null };
  const page = await readImport(viewer, { source, search: text(q) });
  if (!page) notFound();
  const path = `/skills/exchange/${uploadId}`;
  if ("wrong" in page) {
    return (
      <>
        <PageHeader title="Import" above={<Back />} />
        <ErrorState
          happened={page.wrong}
          safe="Nothing was taken."
          todo="Mend the files or choose others, and send them again."
          actions={<LinkButton href="/skills/exchange">Send other files</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={page.title} above={<Back />} lead={page.occupations ? "Which occupation?" : "What to take?"} />
      <SkillTabs roles={viewer.roles} current="/skills/exchange" />
      <div className="mb-6 max-w-prose space-y-2 text-ink-2">
        {page.about.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {page.occupations ? null : <OtherOccupation path={path} isOne={source.occupation !== null} />}
        {page.attribution ? <p className="text-caption text-ink-3">{page.attribution}</p> : null}
        {page.notices.map((notice) => (
          <p key={notice} className="text-caption text-ink-3">
            {notice}.
          </p>
        ))}
      </div>
      <FileFaults faults={page.faults} />
      {page.occupations ? (
        <Section title="Choose an occupation">
          <OccupationSearch path={path} search={text(q)} occupations={page.occupations} />
        </Section>
      ) : page.groups.length > 0 ? (
        <Section title="Choose what to take">
          <ChooseAndTake
            key={source.occupation}
            source={source}
            title={page.title}
            groups={page.groups}
            drafts={page.drafts}
          />
        </Section>
      ) : (
        <Empty title="There is nothing to take in this file">It can be read, and holds no role and no skill.</Empty>
      )}
    </>
  );
}

const Back = () => (
  <Link href="/skills/exchange" className="link">
    Import and export
  </Link>
);

const OtherOccupation = ({ path, isOne }: { path: string; isOne: boolean }) =>
  isOne ? (
    <p>
      <Link href={path} className="link">
        Another occupation
      </Link>
    </p>
  ) : null;
