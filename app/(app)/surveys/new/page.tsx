import type { Metadata } from "next";
import Link from "next/link";
import { SurveyForm } from "@/components/surveys/survey-form";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { viewerFor } from "@/lib/server/session";
import { readFormChoices } from "@/lib/surveys/read-form-choices";
import { templates } from "@/lib/surveys/templates";

export const metadata: Metadata = { title: "Make a survey" };

export default async function NewSurveyPage({ searchParams }: PageProps<"/surveys/new">) {
  const viewer = await viewerFor("survey.edit");
  const [{ template: asked, initiative }, choices] = await Promise.all([searchParams, readFormChoices(viewer, null)]);
  const template = templates.find(({ id }) => id === asked) ?? templates[0];
  if (!template) throw new Error("There is no template to start from");
  const start = {
    ...template,
    initiativeId: choices.initiatives.find(({ id }) => id === initiative)?.id ?? null,
    unitId: choices.everybody ? null : (choices.units[0]?.id ?? null),
    isAnonymous: true,
    opensOn: new Date().toISOString().slice(0, 10),
    closesOn: null,
  };
  return (
    <>
      <PageHeader
        title="Make a survey"
        lead="One to seven questions. Nobody can answer before you make a link, and you may change it until somebody has."
        above={
          <Link className="link" href="/surveys">
            Surveys
          </Link>
        }
      />
      <Tabs
        label="Template"
        tabs={templates.map(({ id, name }) => ({
          href: `/surveys/new?template=${id}${start.initiativeId ? `&initiative=${start.initiativeId}` : ""}`,
          label: name,
          current: id === template.id,
        }))}
      />
      <div className="mt-6">
        <SurveyForm key={template.id} start={start} editing={null} choices={choices} />
      </div>
    </>
  );
}
