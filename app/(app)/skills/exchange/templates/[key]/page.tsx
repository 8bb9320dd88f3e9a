import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ChooseAndTake } from "@/components/skills/exchange/choose-and-take";
import { TemplateView } from "@/components/skills/exchange/template-view";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { viewerFor } from "@/lib/server/session";
import { readImport } from "@/lib/skills/exchange/read-import";
import { templateOf } from "@/lib/skills/templates/all-templates";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({ params }: PageProps<"/skills/exchange/templates/[key]">) {
  const { key } = await params;
  const viewer = await viewerFor("skill.edit");
  const template = templateOf(key);
  const source = { kind: "template" as const, key };
  const page = template ? await readImport(viewer, { source, search: "" }) : null;
  if (!template || !page || "wrong" in page) notFound();
  return (
    <>
      <PageHeader
        title={template.title}
        lead={template.about}
        above={
          <Link href="/skills/exchange#templates" className="link">
            Templates
          </Link>
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/exchange" />
      <Section title="Read it">
        <TemplateView template={template} />
      </Section>
      <Section title="Take it, wholly or in part">
        <ChooseAndTake source={source} title={template.title} groups={page.groups} drafts={page.drafts} />
      </Section>
    </>
  );
}
