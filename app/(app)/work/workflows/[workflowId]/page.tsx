import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerState } from "@/components/prepared/answer-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { PeriodNote } from "@/components/work/period-note";
import { WorkTabs } from "@/components/work/work-tabs";
import { AssetsTable } from "@/components/work/workflows/assets-table";
import { EditStep } from "@/components/work/workflows/edit-step";
import { HandOffLine } from "@/components/work/workflows/hand-off-line";
import { RemoveWorkflow } from "@/components/work/workflows/remove-workflow";
import { StepCard } from "@/components/work/workflows/step-card";
import { StepTools } from "@/components/work/workflows/step-tools";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readWorkChoices } from "@/lib/work/read-work-choices";
import { readWorkflow } from "@/lib/work/workflows/read-workflow";

export const metadata: Metadata = { title: "Workflow" };

export default async function WorkflowPage({ params }: PageProps<"/work/workflows/[workflowId]">) {
  const viewer = await viewerFor("work.read");
  const id = idOr404((await params).workflowId);
  const [map, choices, formats] = await Promise.all([
    readWorkflow(viewer, id),
    readWorkChoices(viewer, null),
    viewerFormats(),
  ]);
  if (!map) notFound();
  const { steps, editing, minimum, period } = map;
  const ids = steps.map((step) => step.id);
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/work/workflows">
            Workflows
          </Link>
        }
        title={map.name}
        lead={`${map.role.name}${map.owner ? `. Owner: ${map.owner}` : ""}`}
        actions={editing ? <RemoveWorkflow id={id} name={map.name} /> : null}
      />
      <WorkTabs current="/work/workflows" />
      {period ? (
        <div className="mb-6">
          <PeriodNote {...map} period={period} formats={formats} />
        </div>
      ) : null}
      <AnswerState told={map.told} formats={formats} />
      {steps.length === 0 ? (
        <Empty title="No step yet">Add the first thing that happens, as it really happens.</Empty>
      ) : (
        <ol className="max-w-4xl">
          {steps.map((step, at) => (
            <li key={step.id} id={step.id}>
              <StepCard
                number={at + 1}
                step={step}
                minimum={minimum}
                formats={formats}
                tools={
                  editing ? (
                    <>
                      <EditStep
                        key={JSON.stringify(step)}
                        workflowId={id}
                        step={step}
                        roles={choices.roles}
                        kpis={choices.kpis}
                      />
                      <StepTools workflowId={id} ids={ids} at={at} name={step.name} />
                    </>
                  ) : null
                }
              />
              <HandOffLine step={step} minimum={minimum} last={at === steps.length - 1} formats={formats} />
            </li>
          ))}
        </ol>
      )}
      {editing ? (
        <div className="screen-only mt-4">
          <EditStep workflowId={id} roles={choices.roles} kpis={choices.kpis} />
        </div>
      ) : null}
      {steps.some(({ assets }) => assets.length > 0) ? (
        <div className="mt-12">
          <Section
            title="What to build"
            id="assets"
            lead="The good path of each step asks for an aid, its failure path for a scenario, its decision for practice, a hand-over for a template."
          >
            <AssetsTable workflow={map.name} steps={steps} />
          </Section>
        </div>
      ) : null}
    </>
  );
}
