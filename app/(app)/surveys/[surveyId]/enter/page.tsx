import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { QuestionList } from "@/components/surveys/question-list";
import { StatementForm } from "@/components/surveys/statement-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { readSurvey } from "@/lib/surveys/results/read-survey";

export const metadata: Metadata = { title: "Enter what was said" };

export default async function EnterStatementsPage({ params }: PageProps<"/surveys/[surveyId]/enter">) {
  const viewer = await viewerFor("survey.edit");
  const id = idOr404((await params).surveyId);
  const survey = await readSurvey(viewer, id);
  const { instrument, state, title, questions, minimum, mayEdit } = survey ?? {};
  if (!questions || !mayEdit || state !== "open" || (instrument !== "debrief" && instrument !== "focus_group"))
    notFound();
  return (
    <>
      <PageHeader
        title="Enter what was said"
        lead={`Number the people of the group; each number is one voice, and no name is stored. Statements show once at least ${minimum} people have spoken.`}
        above={
          <Link className="link" href={`/surveys/${id}`}>
            {title}
          </Link>
        }
      />
      <Section title="The guide" id="guide">
        <QuestionList questions={questions} />
      </Section>
      <Section title="Statements" id="statements">
        <StatementForm surveyId={id} today={new Date().toISOString().slice(0, 10)} />
      </Section>
    </>
  );
}
