import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SurveyForm } from "@/components/surveys/survey-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { readFormChoices } from "@/lib/surveys/read-form-choices";
import { readSurvey } from "@/lib/surveys/results/read-survey";

export const metadata: Metadata = { title: "Edit a survey" };

export default async function EditSurveyPage({ params }: PageProps<"/surveys/[surveyId]/edit">) {
  const viewer = await viewerFor("survey.edit");
  const id = idOr404((await params).surveyId);
  const [survey, choices] = await Promise.all([readSurvey(viewer, id), readFormChoices(viewer, null)]);
  if (!survey?.mayEdit) notFound();
  const { title, instrument, isAnonymous, opensOn, closesOn, revision, isUntouched, state } = survey;
  const { introduction, initiative, unit, questions } = survey;
  const start = {
    title,
    instrument,
    isAnonymous,
    opensOn,
    closesOn,
    introduction: introduction ?? "",
    initiativeId: initiative?.id ?? null,
    unitId: unit?.id ?? null,
    questions: questions.map(({ text, kind, dimension, required }) => ({
      text,
      kind,
      dimension: dimension ?? null,
      required,
    })),
  };
  return (
    <>
      <PageHeader
        title={`Edit “${survey.title}”`}
        above={
          <Link className="link" href={`/surveys/${id}`}>
            {survey.title}
          </Link>
        }
      />
      {isUntouched && state !== "closed" ? (
        <SurveyForm key={revision} start={start} editing={{ id, revision }} choices={choices} />
      ) : (
        <Empty
          title="This survey stays as it was asked"
          actions={<LinkButton href={`/surveys/${id}`}>Back to the survey</LinkButton>}
        >
          Somebody has answered, or it is closed. Make another one if the questions should be different.
        </Empty>
      )}
    </>
  );
}
