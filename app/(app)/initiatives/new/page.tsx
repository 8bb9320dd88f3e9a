import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { ChangeStep } from "@/components/plans/wizard/change-step";
import { ChoicesProvider } from "@/components/plans/wizard/choices-provider";
import { DesignStep } from "@/components/plans/wizard/design-step";
import { DrawStep } from "@/components/plans/wizard/draw-step";
import { PeopleStep } from "@/components/plans/wizard/people-step";
import { StepNav } from "@/components/plans/wizard/step-nav";
import { TemplateList } from "@/components/plans/wizard/template-list";
import { TradeStep } from "@/components/plans/wizard/trade-step";
import { Verdict } from "@/components/plans/wizard/verdict";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty, Withheld } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import { type Given, type Step, stepOf } from "@/lib/plans/wizard/choices";
import { readWizard, type Wizard } from "@/lib/plans/wizard/read-wizard";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Design an initiative" };

export default async function NewInitiativePage({ searchParams }: PageProps<"/initiatives/new">) {
  const viewer = await viewerFor("plan.create");
  const given = await searchParams;
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/initiatives">
            Initiatives
          </Link>
        }
        title="Design an initiative"
        lead="What should be measured, on whom, for how long, and could one even see the effect? Everything chosen is in the address, so it can be sent to a colleague."
      />
      <Suspense fallback={<PageSkeleton rows={6} />}>
        <Steps viewer={viewer} given={given} />
      </Suspense>
    </>
  );
}

async function Steps({ viewer, given }: { viewer: Viewer; given: Given }) {
  const today = new Date().toISOString().slice(0, 10);
  const [wizard, formats] = await Promise.all([readWizard(viewer, { given, today }), viewerFormats()]);
  if (wizard.kind === "empty") return <NothingToPlanWith mayImport={may(viewer.roles, "data.import")} />;
  const step = stepOf(given);
  const nothingChosen = Object.keys(given).every((name) => name === "step");
  return (
    <ChoicesProvider>
      <StepNav current={step} />
      {nothingChosen && step === "change" ? <TemplateList kpis={wizard.options.kpis} /> : null}
      {wizard.kind === "ready" ? (
        <Verdict subject={wizard.subject} choices={wizard.choices} formats={formats} />
      ) : (
        <Missing wizard={wizard} step={step} />
      )}
      <OneStep step={step} wizard={wizard} formats={formats} />
    </ChoicesProvider>
  );
}

function OneStep({ step, wizard, formats }: { step: Step; wizard: Wizard; formats: Formats }) {
  if (step === "change") return <ChangeStep wizard={wizard} formats={formats} />;
  if (step === "people") return <PeopleStep wizard={wizard} formats={formats} />;
  if (wizard.kind !== "ready") return null;
  const { subject, choices } = wizard;
  if (step === "design") return <DesignStep subject={subject} choices={choices} formats={formats} />;
  if (step === "trade") return <TradeStep subject={subject} choices={choices} formats={formats} />;
  return <DrawStep subject={subject} choices={choices} formats={formats} />;
}

function Missing({ wizard, step }: { wizard: Wizard; step: Step }) {
  if (wizard.kind === "withheld") {
    return (
      <div className="mb-8">
        <Withheld
          minimum={wizard.minimum ?? 5}
          why={`What is known of fewer than ${wizard.minimum} people is not shown, nor of people who differ by fewer from those you have looked at before. Choose more.`}
        />
      </div>
    );
  }
  if (wizard.kind === "no-values") {
    return (
      <div className="mb-8">
        <Empty title="Nobody chosen has a value of this KPI">
          Choose another KPI, or other units, sites and roles.
        </Empty>
      </div>
    );
  }
  if (step === "change") return null;
  return (
    <div className="mb-8">
      <Empty title="Choose a KPI first">
        What could be seen depends on how it varied before. It stands under “Change”.
      </Empty>
    </div>
  );
}

function NothingToPlanWith({ mayImport }: { mayImport: boolean }) {
  return (
    <Empty
      title="There is nothing to plan with yet"
      actions={
        mayImport ? (
          <LinkButton href="/data" look="primary">
            Open data
          </LinkButton>
        ) : null
      }
    >
      A design is worked out from the people, the teams and how a KPI varied before. Bring in people.csv with unit,
      site, team and role, kpis.csv with what is measured, and kpi.csv with some months of values; skills.csv adds the
      behaviours to choose from.
    </Empty>
  );
}
