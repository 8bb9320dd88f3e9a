import type { Metadata } from "next";
import Link from "next/link";
import { ExportForm } from "@/components/skills/exchange/export-form";
import { SendFiles } from "@/components/skills/exchange/send-files";
import { TemplateList } from "@/components/skills/exchange/template-list";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readVersions } from "@/lib/skills/read-versions";
import { templates } from "@/lib/skills/templates/all-templates";

export const metadata: Metadata = { title: "Import and export of skills" };

const frameworks = [
  {
    name: "O*NET",
    files:
      "The text files of a release, at least Occupation Data and Task Statements; Skills, Task Ratings, Technology Skills and the others where you have them.",
    gives:
      "A role with tasks, skills with target levels, technology, work styles, and work activities to write behaviours from.",
  },
  {
    name: "ESCO",
    files:
      "occupations_en.csv, skills_en.csv, occupationSkillRelations_en.csv; broaderRelationsSkillPillar_en.csv if you like.",
    gives: "A role with essential and optional skills and knowledge.",
  },
  {
    name: "CASE",
    files: "One package as JSON.",
    gives: "Whatever its items are; an export of ours without loss.",
  },
  {
    name: "skills.csv",
    files: "One file in the format of study folders.",
    gives: "Roles, tasks, skills and behaviours. At Data the same file goes into force at once.",
  },
];

export default async function ExchangePage() {
  const viewer = await viewerFor("skill.edit");
  const [{ versions }, formats] = await Promise.all([readVersions(viewer, {}), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Import and export"
        lead="Start from what others have written, make it yours, and take it with you."
      />
      <SkillTabs roles={viewer.roles} current="/skills/exchange" />
      <Section title="Import a framework" id="import">
        <SendFiles />
        <div className="mt-6">
          <h3 className="text-lead">What is read, and what it becomes</h3>
          <DefinitionList
            items={frameworks.map(({ name, files, gives }) => [
              name,
              <>
                <span className="block wrap-anywhere text-ink-2">{files}</span>
                <span className="block">{gives}</span>
              </>,
            ])}
          />
        </div>
      </Section>
      <Section
        title="Start from a template"
        id="templates"
        lead="Written from practice, in our own words. Take one wholly or in part and change what does not fit."
      >
        <TemplateList templates={templates} />
      </Section>
      <Section
        title="Export"
        id="export"
        lead="Nothing is lost: what a format has no place for stands in fields of its own, and where things came from and what their licence wants said goes with them."
      >
        <ExportForm
          versions={versions.map(({ number, note, publishedAt }) => ({
            number,
            label: `Version ${number}, ${formats.date(publishedAt)}: ${note.slice(0, 60)}`,
          }))}
        />
      </Section>
      <Section
        title="Rating scales of other tools"
        id="scales"
        lead="Observations from a tool that rates from 1 to 8, from 1 to 100 or in percentiles are read onto our levels by a mapping you can see and change."
      >
        <Link href="/skills/scales" className="link">
          Rating scales
        </Link>
      </Section>
    </>
  );
}
