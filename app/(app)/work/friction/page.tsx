import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { AddPoint } from "@/components/work/friction/add-point";
import { DiagnosisTable } from "@/components/work/friction/diagnosis-table";
import { anchoredWords } from "@/components/work/friction/friction-words";
import { ProposalsTable } from "@/components/work/friction/proposals-table";
import { RegisterTable } from "@/components/work/friction/register-table";
import { RevisionsTable } from "@/components/work/friction/revisions-table";
import { UnanchoredTable } from "@/components/work/friction/unanchored-table";
import { PeriodNote } from "@/components/work/period-note";
import { RoleChoice } from "@/components/work/role-choice";
import { WorkTabs } from "@/components/work/work-tabs";
import { isTold } from "@/lib/prepared/told";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readFriction } from "@/lib/work/friction/read-friction";
import { readUnanchored } from "@/lib/work/friction/read-unanchored";
import { isToRevise } from "@/lib/work/missed/missed-concepts";
import { readMissed } from "@/lib/work/missed/read-missed";
import { readWorkChoices } from "@/lib/work/read-work-choices";
import { readRevisionDesk } from "@/lib/work/revisions/read-revisions";

export const metadata: Metadata = { title: "Friction" };

export default async function FrictionPage({ searchParams }: PageProps<"/work/friction">) {
  const viewer = await viewerFor("work.read");
  const { role, activity } = await searchParams;
  const roleId = typeof role === "string" && role !== "" ? idOr404(role) : null;
  const asked = typeof activity === "string" ? activity : null;
  const [choices, formats, friction, unanchored, { concepts }, desk] = await Promise.all([
    readWorkChoices(viewer, null),
    viewerFormats(),
    readFriction(viewer, roleId),
    readUnanchored(viewer, roleId, asked),
    readMissed(viewer),
    readRevisionDesk(viewer, null),
  ]);
  if (roleId !== null && !choices.roles.some(({ id }) => id === roleId)) notFound();
  const { proposals, points, diagnosed, revisions, period, minimum, adding, told } = friction;
  const missed = concepts.filter(
    (concept) => isToRevise(concept) && (roleId === null || concept.tasks.some((task) => task.roleId === roleId)),
  );
  return (
    <>
      <PageHeader
        title="Friction"
        lead="The exact moments where people struggle, escalate or make avoidable errors: as they tell it, and as work events show it."
        actions={adding ? <AddPoint key={roleId} roles={choices.roles} roleId={roleId} /> : null}
      />
      <WorkTabs current="/work/friction" />
      <RoleChoice action="/work/friction" roles={choices.roles} current={roleId} all />
      <Section
        title="Found in data"
        id="found"
        lead={
          period ? (
            <>
              <p className="mb-2">
                Tasks in which help, escalations or errors are at least a quarter more frequent than in the role&apos;s
                other tasks, by more than chance alone makes likely. Keep what is real, dismiss what is not.
              </p>
              <PeriodNote {...friction} period={period} formats={formats} />
            </>
          ) : null
        }
      >
        <AnswerState told={told} formats={formats} />
        {!isTold(told) ? null : !period ? (
          <AwaitsData roles={viewer.roles} title="No work is on file yet">
            What stands out in work_events.csv (and help_requests.csv) is proposed here.
          </AwaitsData>
        ) : proposals.length === 0 ? (
          <Empty title="Nothing stands out that nobody has judged">
            No task has more help, escalations or errors than the role&apos;s other tasks beyond what chance makes
            likely.
          </Empty>
        ) : (
          <ProposalsTable proposals={proposals} adding={adding} formats={formats} />
        )}
      </Section>
      <Section
        title="Register"
        id="register"
        lead="What is known to go wrong, what was built to help, and, once it is called solved, whether it comes back in production."
      >
        {points.length === 0 ? (
          <Empty title="No friction point is kept yet">
            {adding
              ? "Add what people told in interviews, or keep one that was found in data."
              : "What people told in interviews, or what was found in data, stands here once somebody keeps it."}
          </Empty>
        ) : (
          <RegisterTable points={points} adding={adding} choices={choices} formats={formats} />
        )}
      </Section>
      {unanchored.inUse || unanchored.activities.length > 0 ? (
        <Section
          title="In-flow support without a friction point"
          id="unanchored"
          lead={anchoredWords(unanchored, formats)}
        >
          {unanchored.activities.length > 0 ? <UnanchoredTable {...unanchored} asked={asked} /> : null}
        </Section>
      ) : null}
      {diagnosed.length > 0 ? (
        <Section
          title="Process, content or reach?"
          id="causes"
          lead="Whether people who used the learning made for a task do better in it. These are observed differences between people who chose or were told to learn and others, not effects."
        >
          <DiagnosisTable diagnosed={diagnosed} formats={formats} />
        </Section>
      ) : null}
      {revisions.length + missed.length > 0 ? (
        <Section
          title="Content to revise"
          id="revise"
          lead="Built for a friction point, used, and still misunderstood; or about a concept people miss when they are asked and get wrong at work. It leaves this list when that is no longer so; what somebody took on stands under Revisions."
        >
          <RevisionsTable toRevise={revisions} missed={missed} desk={desk} minimum={minimum} formats={formats} />
        </Section>
      ) : null}
    </>
  );
}
