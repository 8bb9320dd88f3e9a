import type { Metadata } from "next";
import Link from "next/link";
import { AnswerState } from "@/components/prepared/answer-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { RevisionTable } from "@/components/work/revisions/revision-table";
import { WorkTabs } from "@/components/work/work-tabs";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readRevisions } from "@/lib/work/revisions/read-revisions";
import type { Revision } from "@/lib/work/revisions/revision";

export const metadata: Metadata = { title: "Revisions" };

const views: { status: string; label: string; holds: (one: Revision) => boolean }[] = [
  { status: "", label: "All", holds: () => true },
  { status: "open", label: "Open", holds: ({ status }) => status === "open" },
  { status: "overdue", label: "Overdue", holds: ({ overdue }) => overdue },
  { status: "done", label: "Revised", holds: ({ status }) => status === "done" },
  { status: "dropped", label: "Dropped", holds: ({ status }) => status === "dropped" },
];

export default async function RevisionsPage({ searchParams }: PageProps<"/work/revisions">) {
  const viewer = await viewerFor("work.read");
  const [{ status }, { revisions, told, ...list }, formats] = await Promise.all([
    searchParams,
    readRevisions(viewer),
    viewerFormats(),
  ]);
  const view = views.find((one) => one.status === status) ?? views[0];
  return (
    <>
      <PageHeader
        title="Revisions"
        lead="Content somebody took on: who has it in hand, what was changed, and whether people miss it and get it wrong less since."
      />
      <WorkTabs current="/work/revisions" />
      <Section
        title="Content taken on"
        id="revisions"
        lead="Afterwards compares the full months since the month of closing with those before: first tries at the same concept (twelve months, at least twenty on both sides), and errors and re-openings in the tasks it is for (six months). Different people try first and other things change too: observed, no effect."
      >
        <AnswerState told={told} formats={formats} />
        {revisions.length === 0 ? (
          <Empty title="Nobody has taken content on yet">
            Take it on from{" "}
            <Link className="link" href="/work/friction#revise">
              Content to revise
            </Link>{" "}
            under Friction, or from{" "}
            <Link className="link" href="/work/portfolio#look">
              Content to look at
            </Link>{" "}
            under Portfolio.
          </Empty>
        ) : (
          <>
            <Tabs
              label="State"
              tabs={views.map(({ status: of, label, holds }) => ({
                href: of ? `?status=${of}` : "/work/revisions",
                label,
                current: of === view?.status,
                count: formats.number(revisions.filter(holds).length),
              }))}
            />
            <div className="mt-4">
              <RevisionTable
                key={view?.status}
                revisions={revisions.filter((one) => view?.holds(one))}
                {...list}
                formats={formats}
              />
            </div>
          </>
        )}
      </Section>
    </>
  );
}
