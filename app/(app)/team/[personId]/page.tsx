import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerContest } from "@/components/team/answer-contest";
import { NudgeForm } from "@/components/team/nudge-form";
import { NudgeTable } from "@/components/team/nudge-table";
import { ContestList } from "@/components/team/person/contest-list";
import { ObservationList } from "@/components/team/person/observation-list";
import { SkillList } from "@/components/team/person/skill-list";
import { SupportForm } from "@/components/team/support-form";
import { SupportTable } from "@/components/team/support-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readReport } from "@/lib/team/read-report";

export const metadata: Metadata = { title: "Team" };

export default async function ReportPage({ params }: PageProps<"/team/[personId]">) {
  const viewer = await viewerFor("team.read");
  const personId = idOr404((await params).personId);
  const [report, formats] = await Promise.all([readReport(viewer, personId), viewerFormats()]);
  if (!report) notFound();
  const { person, standings, looks, series, timeline, contests, nudges, support, nudging, skills, viewerId } = report;
  const one = [{ id: personId, name: person.name, hint: null }];
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/team">
            Team
          </Link>
        }
        title={person.name}
        lead={[person.role ?? "No role on record", person.team].filter(Boolean).join(", ")}
        actions={
          <LinkButton look="primary" href="/team/observe">
            Observe
          </LinkButton>
        }
      />
      <p className="mb-8 max-w-prose text-table text-ink-2">
        Development evidence: for coaching, never for ratings or pay. {person.name} sees that you looked
        {person.depth > 1 ? `; ${person.coach} coaches them` : ""}.
      </p>
      {contests.length > 0 ? (
        <Section id="contests" title="Contested">
          <ContestList
            contests={contests}
            formats={formats}
            action={({ id, status, coachRated }) =>
              status === "open" ? (
                <AnswerContest
                  personId={personId}
                  id={id}
                  person={person.name}
                  ownRating={coachRated && person.depth === 1}
                />
              ) : null
            }
          />
        </Section>
      ) : null}
      <Section
        id="skills"
        title="Skills"
        lead="What the role asks for and what speaks of it, critical ones first; in parts, never as one score."
      >
        <SkillList
          standings={standings}
          looks={looks}
          series={series}
          formats={formats}
          whose="their"
          explainAt={`/team/${personId}/skills`}
        />
      </Section>
      <Section id="evidence" title="What was seen">
        <ObservationList timeline={timeline} personId={personId} formats={formats} whose="their" />
      </Section>
      <Section
        id="support"
        title="What was done for them"
        actions={<SupportForm people={one} skills={skills} today={new Date().toISOString().slice(0, 10)} />}
      >
        <SupportTable support={support} formats={formats} viewerId={viewerId} ofOne />
      </Section>
      <Section id="nudges" title="Nudges" actions={<NudgeForm people={one} skills={skills} nudging={nudging} />}>
        <NudgeTable nudges={nudges} formats={formats} ofOne />
      </Section>
    </>
  );
}
