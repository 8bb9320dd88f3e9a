import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { FollowUpsSection } from "@/components/programmes/follow-ups-section";
import { ProgrammeForm } from "@/components/programmes/programme-form";
import { Contents } from "@/components/ui/contents";
import { PageHeader } from "@/components/ui/page-header";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty } from "@/components/ui/states";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { readProgramme } from "@/lib/programmes/read-programme";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { ProgrammeBody } from "./programme-body";
import { standingText } from "./standing-text";

type Props = PageProps<"/initiatives/[initiativeId]/programme">;

const given = cache(async (id: string) => {
  const viewer = await viewerFor("initiative.read");
  return { viewer, view: await readProgramme(viewer, idOr404(id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await given((await params).initiativeId);
  return { title: view ? `Ninety days: ${view.initiative.title}` : "Programme" };
}

const sections = [
  { id: "setup", title: "Set up" },
  { id: "days_1_30", title: "Days 1 to 30" },
  { id: "days_31_60", title: "Days 31 to 60" },
  { id: "days_61_90", title: "Days 61 to 90" },
  { id: "reviews", title: "Reviews" },
  { id: "repeats", title: "Measured again" },
];

export default async function ProgrammePage({ params }: Props) {
  const { viewer, view } = await given((await params).initiativeId);
  if (!view) notFound();
  const formats = await viewerFormats();
  const { initiative, programme, choices, today } = view;
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href={initiativeHref(initiative.id)}>
            {initiative.title}
          </Link>
        }
        title="Ninety days"
        lead={
          programme
            ? standingText(programme, today, formats)
            : "From one workflow that hurts to figures that say what came of it."
        }
        actions={
          choices ? (
            <ProgrammeForm
              key={JSON.stringify([programme?.startsOn, programme?.workflow, programme?.lead, programme?.pain])}
              initiativeId={initiative.id}
              choices={choices}
              today={today}
              programme={programme}
            />
          ) : null
        }
      />
      {programme ? (
        <>
          {programme.workflow ? (
            <p className="mb-2">
              <Link className="link" href={`/work/workflows/${programme.workflow.id}`}>
                {programme.workflow.name}
              </Link>{" "}
              of {programme.workflow.role}
              {programme.lead ? `, led by ${programme.lead.name}` : null}
            </p>
          ) : null}
          {programme.pain ? <p className="mb-8 max-w-prose text-ink-2">{programme.pain}</p> : null}
          <Contents parts={sections} />
          <Suspense fallback={<PageSkeleton rows={8} />}>
            <ProgrammeBody viewer={viewer} view={view} programme={programme} formats={formats} />
          </Suspense>
        </>
      ) : (
        <>
          <div className="mb-10">
            <Empty title="Its ninety days have not begun">
              A programme gives an initiative its steps: thirty days to understand one workflow, thirty to build
              practice into it, thirty to see what came of it, with a review of content, KPIs and feedback every month.
            </Empty>
          </div>
          <FollowUpsSection view={view} />
        </>
      )}
    </>
  );
}
