import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AbleTable } from "@/components/able/able-table";
import { SiteTable } from "@/components/able/site-table";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { GradeBadge } from "@/components/ui/grade-badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { RoleChoice } from "@/components/work/role-choice";
import type { Able } from "@/lib/able/able";
import { leadingWords } from "@/lib/able/able-words";
import { readAble, type ToldAble } from "@/lib/able/read-able";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Able alone" };

const text = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : null);
const isId = (value: string) => /^[0-9a-f-]{36}$/.test(value);

export default async function AblePage({ searchParams }: PageProps<"/skills/able">) {
  const viewer = await viewerFor("capability.read");
  const role = text((await searchParams).role);
  if (role !== null && !isId(role)) notFound();
  const [found, formats] = await Promise.all([readAble(viewer, { role }), viewerFormats()]);
  if (!found && role !== null) notFound();
  return (
    <>
      <PageHeader
        title="Able alone"
        lead="How many people can do each critical task by themselves, accurately and consistently, and how good, how often wrong and how often helped their work on it is."
      />
      <SkillTabs roles={viewer.roles} current="/skills/able" />
      {found ? <Told {...found} viewer={viewer} formats={formats} /> : <TiedToNobody roles={viewer.roles} />}
    </>
  );
}

function Told({ told, able, viewer, formats }: ToldAble & { viewer: Viewer; formats: Formats }) {
  return (
    <>
      <AnswerState told={told} formats={formats} />
      {able?.kind === "shown" ? (
        <Shown able={able} formats={formats} />
      ) : able ? (
        <Nothing able={able} viewer={viewer} />
      ) : null}
    </>
  );
}

type ShownProps = { able: Extract<Able, { kind: "shown" }>; formats: Formats };

function Shown({ able: { asOf, before, minimum, roles, role, tasks }, formats }: ShownProps) {
  const words = leadingWords(tasks, before, formats);
  const hasSites = tasks.some(({ sites }) => sites.length > 0);
  return (
    <>
      <div className="mb-6 max-w-prose space-y-2 text-lead">
        {words.length > 0 ? (
          words.map((sentence) => <p key={sentence}>{sentence}</p>)
        ) : (
          <p>Too few people were seen at each of these tasks to show how many can do it alone.</p>
        )}
      </div>
      <div className="mb-6">
        <GradeBadge grade="D" sentence="A description. It says what is so, not what made it so." />
      </div>
      <RoleChoice action="/skills/able" roles={roles} current={role} all />
      <Section
        title="Task by task"
        id="tasks"
        lead={`As of ${formats.date(asOf)}, from ratings of 180 days and finished work of the last three months on file. Alone: seen or done without help, accurately and consistently, by the same rule managers see as Ready alone. ${
          before === null
            ? "There is no earlier day to hold it against yet: that takes half a year of records, half a year ago."
            : `Change: against ${formats.date(before)}, by the tasks and rules of today, each interval by itself; that of quality, errors and help stands under the figure. Where far more or fewer people were looked at then, only those of whom enough was known are held against each other.`
        } Where fewer than ${minimum} people were seen, how they stand is not shown.`}
      >
        <AbleTable tasks={tasks} hrefOf={role === null ? (id) => `/skills/able?role=${id}` : null} formats={formats} />
      </Section>
      {hasSites ? (
        <Section title="By site" id="sites" lead="The same people and the same days, where they work.">
          <SiteTable tasks={tasks} formats={formats} />
        </Section>
      ) : null}
    </>
  );
}

function Nothing({ able, viewer }: { able: Exclude<Able, { kind: "shown" }>; viewer: Viewer }) {
  if (able.kind === "no-tasks") {
    return (
      <Empty
        title="No task is critical yet"
        actions={
          may(viewer.roles, "skill.edit") ? <LinkButton href="/skills">Mark tasks in the taxonomy</LinkButton> : null
        }
      >
        Mark the tasks a role must be able to do as critical, or give tasks an impact under Work. Who can do them alone
        stands here then.
      </Empty>
    );
  }
  return (
    <AwaitsData roles={viewer.roles} title="There is nobody to tell of yet">
      It needs people in roles (people.csv), and what was seen or done: observations.csv or work_events.csv.
    </AwaitsData>
  );
}
