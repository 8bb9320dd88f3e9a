import type { Metadata } from "next";
import { SurveyTable } from "@/components/surveys/survey-table";
import { SurveyTabs } from "@/components/surveys/survey-tabs";
import { TemplateList } from "@/components/surveys/template-list";
import { LatestOf } from "@/components/ui/latest-of";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readSurveys } from "@/lib/surveys/results/read-surveys";

export const metadata: Metadata = { title: "Surveys" };

export default async function SurveysPage() {
  const viewer = await viewerFor("survey.read");
  const [list, formats] = await Promise.all([readSurveys(viewer, null), viewerFormats()]);
  const mayEdit = may(viewer.roles, "survey.edit");
  return (
    <>
      <PageHeader
        title="Surveys"
        lead="What people say of what they were offered: short pulses, debriefs, focus groups, a survey a year. It shows experience, not performance."
        actions={
          mayEdit ? (
            <LinkButton href="/surveys/new" look="primary">
              Make a survey
            </LinkButton>
          ) : null
        }
      />
      <SurveyTabs current="/surveys" />
      <Section
        title="What was asked"
        id="list"
        lead={`Answers are counted by ${list.minimum} at a time, so that nobody can look before and after one of them. Files of answers (surveys.csv) are not listed here; they count among the other sources.`}
      >
        {list.surveys.length === 0 ? (
          <Empty title="Nobody has asked anything yet">
            {mayEdit
              ? "Make a survey from one of the templates below. People answer by a link, without an account."
              : "An administrator, a learning lead or an HR partner can make one."}
          </Empty>
        ) : (
          <>
            <LatestOf
              shown={list.surveys.length}
              total={list.total}
              what="surveys, open ones first"
              formats={formats}
            />
            <SurveyTable {...list} formats={formats} />
          </>
        )}
      </Section>
      {mayEdit ? <TemplateList /> : null}
    </>
  );
}
