import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { MatrixTable } from "@/components/work/matrix/matrix-table";
import { MatrixView } from "@/components/work/matrix/matrix-view";
import { PeriodNote } from "@/components/work/period-note";
import { RoleChoice } from "@/components/work/role-choice";
import { WorkTabs } from "@/components/work/work-tabs";
import { may } from "@/lib/access/policy";
import { isTold } from "@/lib/prepared/told";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readPayingTasks } from "@/lib/skill-money/read-paying-tasks";
import { quadrants } from "@/lib/work/matrix/advice";
import { readMatrix } from "@/lib/work/matrix/read-matrix";
import { readWorkRoles } from "@/lib/work/read-work-roles";

export const metadata: Metadata = { title: "Tasks by frequency and impact" };

export default async function WorkPage({ searchParams }: PageProps<"/work">) {
  const viewer = await viewerFor("work.read");
  const [{ role: asked }, roles, formats] = await Promise.all([
    searchParams,
    readWorkRoles(viewer, null),
    viewerFormats(),
  ]);
  const header = (
    <>
      <PageHeader
        title="Where do people struggle?"
        lead="What each role does by how often and how much hangs on it, and which kind of support that calls for."
      />
      <WorkTabs current="/work" />
    </>
  );
  const chosen =
    typeof asked === "string" && asked !== "" ? idOr404(asked) : (roles.find(({ main }) => main) ?? roles[0])?.id;
  if (!chosen) {
    return (
      <>
        {header}
        <AwaitsData
          roles={viewer.roles}
          title="No role has tasks yet"
          actions={
            may(viewer.roles, "skill.edit") ? <LinkButton href="/skills">Break a role into tasks</LinkButton> : null
          }
        >
          Once roles are broken into tasks under Skills, or by skills.csv, the tasks stand here by impact, and by how
          often work_events.csv says they are done.
        </AwaitsData>
      </>
    );
  }
  const [matrix, paying] = await Promise.all([readMatrix(viewer, chosen), readPayingTasks(viewer)]);
  if (!matrix.role) notFound();
  return (
    <>
      {header}
      <RoleChoice action="/work" roles={roles.filter(({ tasks, id }) => tasks > 0 || id === chosen)} current={chosen} />
      <Section
        title={matrix.role.name}
        id="matrix"
        lead={
          matrix.period ? (
            <PeriodNote period={matrix.period} people={matrix.people} minimum={matrix.minimum} formats={formats} />
          ) : (
            <p>No work events are on file, so only what people placed is shown.</p>
          )
        }
      >
        <AnswerState told={matrix.told} formats={formats} />
        {!isTold(matrix.told) ? null : matrix.tasks.length === 0 ? (
          <Empty
            title="This role has no tasks yet"
            actions={
              may(viewer.roles, "skill.edit") ? (
                <LinkButton href={`/skills?role=${chosen}`}>Break it into tasks</LinkButton>
              ) : null
            }
          >
            Tasks are named under Skills, or by skills.csv and work_events.csv.
          </Empty>
        ) : (
          <MatrixView key={chosen} tasks={matrix.tasks} minimum={matrix.minimum} editing={matrix.editing} />
        )}
      </Section>
      {isTold(matrix.told) && matrix.tasks.length > 0 ? (
        <Section title="Every task with its figures" id="table">
          <MatrixTable tasks={matrix.tasks} minimum={matrix.minimum} formats={formats} paying={paying} />
        </Section>
      ) : null}
      <Section
        title="The rule"
        id="rule"
        lead="Frequent tasks with much at stake deserve the most reinforcement; rare exceptions need reference rather than repeated training."
      >
        <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {Object.values(quadrants).map(({ name, where, advice }) => (
            <div key={name}>
              <dt className="font-semibold">{name}</dt>
              <dd className="max-w-prose text-table text-ink-2">
                {where}. {advice}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 max-w-prose text-table text-ink-2">
          From work events, frequency is the task&apos;s share of the role&apos;s jobs and impact what a job of it loses
          to errors, re-opening and escalation against the role&apos;s average; levels begin at fixed values, so a task
          does not move because another one did.
        </p>
      </Section>
    </>
  );
}
