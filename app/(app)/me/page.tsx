import type { Metadata } from "next";
import Link from "next/link";
import { ContestForm } from "@/components/me/contest-form";
import { MeTabs } from "@/components/me/me-tabs";
import { OwnNudges } from "@/components/me/own-nudges";
import { OwnSupport } from "@/components/me/own-support";
import { WithdrawContest } from "@/components/me/withdraw-contest";
import { ContestList } from "@/components/team/person/contest-list";
import { ObservationList } from "@/components/team/person/observation-list";
import { SkillList } from "@/components/team/person/skill-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readOwnDevelopment } from "@/lib/team/read-own-development";

export const metadata: Metadata = { title: "Me" };

export default async function OwnPage() {
  const viewer = await viewerFor("self.read");
  const [own, formats] = await Promise.all([readOwnDevelopment(viewer, null), viewerFormats()]);
  if (!own) {
    return (
      <>
        <PageHeader title="My skills and evidence" />
        <MeTabs current="/me" roles={viewer.roles} />
        <Empty title="Your sign-in is not tied to an employee record">
          So there are no skills or observations of yours here. If you are employed here and expected to see them, ask
          an administrator to tie your sign-in to your employee ID.
        </Empty>
      </>
    );
  }
  const { role, coach, above, answerDays, standings, looks, series, timeline, contests, nudges, support } = own;
  return (
    <>
      <PageHeader
        title="My skills and evidence"
        lead="What your role asks for, what was seen of it, and a way to say that something is not right."
        above={role ? `Role: ${role}` : "No role is on record for you"}
      />
      <MeTabs current="/me" roles={viewer.roles} />
      <p className="mb-8 max-w-prose text-table text-ink-2">
        Seen by you, by {coach ? `${coach} (your manager)` : "your manager"} and whoever they report to; each of their
        looks stands under{" "}
        <Link className="link" href="/me/record#looks">
          who looked
        </Link>
        . Everybody else sees figures of groups. Never used for ratings or pay.
      </p>
      {nudges.length > 0 ? (
        <Section
          id="nudges"
          title="For you"
          lead="Short words from your manager. By lot a few are held back from everybody, to learn whether they help at all."
        >
          <OwnNudges nudges={nudges} formats={formats} />
        </Section>
      ) : null}
      {contests.length > 0 ? (
        <Section id="contests" title="What you contested">
          <ContestList
            contests={contests}
            formats={formats}
            action={({ id, status, observation }) =>
              status === "open" ? <WithdrawContest id={id} behaviour={observation?.behaviour ?? "observation"} /> : null
            }
          />
        </Section>
      ) : null}
      <Section
        id="skills"
        title="What your role asks for"
        lead="Critical skills first. Open one to see what good looks like and what your standing rests on."
      >
        <SkillList
          standings={standings}
          looks={looks}
          series={series}
          formats={formats}
          whose="your"
          explainAt="/me/skills"
        />
      </Section>
      <Section
        id="evidence"
        title="What was seen"
        lead={`Contest what is not right: an answer is owed within ${answerDays} days.`}
      >
        <ObservationList
          timeline={timeline}
          personId={viewer.personId ?? ""}
          formats={formats}
          whose="your"
          action={({ id, behaviour, struckAt, contest, source }) =>
            struckAt || contest === "open" || source === "self" ? null : (
              <ContestForm
                observationId={id}
                behaviour={behaviour}
                answerDays={answerDays}
                coach={coach}
                above={above}
              />
            )
          }
        />
      </Section>
      <Section id="support" title="What a manager did for you" lead="Stretch tasks, coaching and modelling, as logged.">
        <OwnSupport support={support} formats={formats} />
      </Section>
    </>
  );
}
