import type { Metadata } from "next";
import { Suspense } from "react";
import { DimensionTable } from "@/components/surveys/results/dimension-table";
import { SourceTable } from "@/components/surveys/sources/source-table";
import { SurveyTabs } from "@/components/surveys/survey-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readExperience } from "@/lib/surveys/sources/read-experience";
import { readSources } from "@/lib/surveys/sources/read-sources";

export const metadata: Metadata = { title: "One input among many" };

export default async function SourcesPage() {
  const viewer = await viewerFor("survey.read");
  return (
    <>
      <PageHeader
        title="One input among many"
        lead="Surveys say how learning, growth and support are experienced. Whether work changed is said by what was measured and seen; both stand here, apart."
      />
      <SurveyTabs current="/surveys/sources" />
      <Suspense fallback={<PageSkeleton />}>
        <Sources viewer={viewer} />
      </Suspense>
    </>
  );
}

async function Sources({ viewer }: { viewer: Viewer }) {
  await evaluateMissing(viewer);
  const formats = await viewerFormats();
  const [experience, sources] = await Promise.all([readExperience(viewer, null), readSources(viewer, formats)]);
  const { dimensions, minimum, span } = experience;
  return (
    <>
      <Section
        title="How people experience it"
        id="experience"
        lead={
          span
            ? `Every answer that names one of the three, ${formats.date(span.from)} to ${formats.date(span.to)}: from files, forms, debriefs and focus groups. Experience, not performance: no figure of work is in it.`
            : "Experience, not performance: no figure of work is in it."
        }
      >
        {span ? (
          <DimensionTable dimensions={dimensions} minimum={minimum} csv="experiences.csv" formats={formats} />
        ) : (
          <Empty title="No answer names learning, growth or support yet">
            Say of a question what it speaks of, or fill the column dimension of surveys.csv.
          </Empty>
        )}
      </Section>
      <Section
        title="How much each source says"
        id="sources"
        lead="Hard data decide: the primary KPI, compared as the initiative was designed. Traces are use, observation is what was seen at work, surveys are what people say. These three may agree or disagree with the figure; they never replace it. Where two numbers of people stand, they are those in it and those they are compared with."
      >
        {sources.rows.length === 0 ? (
          <Empty title="No initiative yet" actions={<LinkButton href="/initiatives">Open initiatives</LinkButton>}>
            Surveys stand beside what was measured and seen once there is an initiative.
          </Empty>
        ) : (
          <SourceTable {...sources} />
        )}
      </Section>
    </>
  );
}
