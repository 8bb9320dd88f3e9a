import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AssessmentStep } from "@/components/start/assessment-step";
import { BehavioursStep } from "@/components/start/behaviours-step";
import { ComparisonStep } from "@/components/start/comparison-step";
import { LeaveStart } from "@/components/start/leave-start";
import { SourcesStep } from "@/components/start/sources-step";
import { nextOf, StartSteps } from "@/components/start/start-steps";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { type StartStep, startSteps } from "@/lib/start/input";
import { readStart } from "@/lib/start/read-start";
import type { Start } from "@/lib/start/start";

export const metadata: Metadata = { title: "Start here" };

const titles: Record<StartStep, string> = {
  role: "The role",
  behaviours: "Three to five behaviours",
  sources: "Where does it show already?",
  assessment: "Who looks?",
  comparison: "Before against after",
};

export default async function StartedPage({ params, searchParams }: PageProps<"/start/[startId]">) {
  const viewer = await viewerFor("start.use");
  const start = await readStart(viewer, idOr404((await params).startId));
  if (!start || start.status === "left") notFound();
  const { step: asked } = await searchParams;
  const step = startSteps.find((one) => one === asked) ?? nextOf(start);
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/start">
            Start here
          </Link>
        }
        title={start.role.name}
        lead="From this role to its first comparison. Every step is kept as you go."
        actions={<LeaveStart startId={start.id} />}
      />
      <StartSteps start={start} current={step} />
      <Section title={titles[step]} id="step">
        <Step key={step} step={step} start={start} />
      </Section>
    </>
  );
}

function Step({ step, start }: { step: StartStep; start: Start }) {
  if (step === "behaviours") return <BehavioursStep start={start} />;
  if (step === "sources") return <SourcesStep start={start} />;
  if (step === "assessment") return <AssessmentStep start={start} />;
  if (step === "comparison") return <ComparisonStep start={start} />;
  return (
    <p className="max-w-prose">
      {start.role.people} people hold it. It needs {start.skills.length} skills, {start.tasks.length} of its tasks leave
      work events and {start.kpis.length} KPIs are measured for it.{" "}
      <Link className="link" href={`/start/${start.id}?step=behaviours`}>
        On to the behaviours
      </Link>
    </p>
  );
}
