import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { answeredWords, rateOf } from "@/components/surveys/answered-words";
import { LinksSection } from "@/components/surveys/links/links-section";
import { QuestionList } from "@/components/surveys/question-list";
import { SurveyResults } from "@/components/surveys/results/survey-results";
import { CloseSurvey, OpenSurvey } from "@/components/surveys/turn-survey";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readGroupChoices } from "@/lib/surveys/links/read-group-choices";
import { readSurvey } from "@/lib/surveys/results/read-survey";
import { instrumentWords, stateWords } from "@/lib/surveys/survey";

export const metadata: Metadata = { title: "Survey" };

export default async function SurveyPage({ params }: PageProps<"/surveys/[surveyId]">) {
  const viewer = await viewerFor("survey.read");
  const id = idOr404((await params).surveyId);
  const [survey, groups, formats] = await Promise.all([
    readSurvey(viewer, id),
    may(viewer.roles, "survey.edit") ? readGroupChoices(viewer, id) : [],
    viewerFormats(),
  ]);
  if (!survey) notFound();
  const { title, introduction, instrument, initiative, state, isAnonymous, isUntouched, personal, minimum } = survey;
  const { opensOn, closesOn, closedOn, sharedLinks, revision, unit, reach, mayEdit } = survey;
  const rate = rateOf({ people: survey.people, invited: sharedLinks.length > 0 ? null : personal.people });
  const last = closedOn ?? closesOn;
  return (
    <>
      <PageHeader
        title={title}
        lead={introduction}
        above={
          <Link className="link" href="/surveys">
            Surveys
          </Link>
        }
        actions={
          mayEdit ? (
            <>
              {state === "open" && (instrument === "debrief" || instrument === "focus_group") ? (
                <LinkButton href={`/surveys/${id}/enter`} look="primary">
                  Enter what was said
                </LinkButton>
              ) : null}
              {isUntouched && state !== "closed" ? <LinkButton href={`/surveys/${id}/edit`}>Edit</LinkButton> : null}
              {state === "planned" ? <OpenSurvey survey={{ id, revision }} /> : null}
              {state === "closed" ? null : <CloseSurvey survey={{ id, revision }} />}
            </>
          ) : null
        }
      />
      <div className="mb-10">
        <DefinitionList
          items={[
            ["Kind", instrumentWords[instrument]],
            ["State", stateWords[state]],
            ["Open", `${formats.date(opensOn)} to ${last ? formats.date(last) : "the day it is closed"}`],
            [
              "Asks about",
              initiative ? (
                <Link key="initiative" className="link" href={initiativeHref(initiative.id, "ladder", "triangulation")}>
                  {initiative.title}
                </Link>
              ) : (
                "No initiative in particular"
              ),
            ],
            ["Who is asked", unit?.path ?? "Everybody in the organisation"],
            [
              "Names",
              isAnonymous ? "None: answers are anonymous" : "Stored with answers by personal links, shown to nobody",
            ],
            ...(reach === "whole" ? [["Answered", answeredWords(survey, minimum, formats)] as [string, string]] : []),
            ...(rate === null
              ? []
              : ([
                  ["Of those asked", `${formats.percent(rate, { decimals: 0 })} of ${formats.number(personal.people)}`],
                ] as [string, string][])),
          ]}
        />
      </div>
      <SurveyResults survey={survey} formats={formats} />
      {mayEdit ? <LinksSection survey={survey} groups={groups} formats={formats} /> : null}
      <Section title="What is asked" id="form">
        <QuestionList questions={survey.questions} />
      </Section>
    </>
  );
}
