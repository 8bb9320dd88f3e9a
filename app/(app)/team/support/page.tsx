import type { Metadata } from "next";
import { NoLine } from "@/components/team/no-line";
import { NudgeEffectView } from "@/components/team/nudge-effect-view";
import { NudgeForm } from "@/components/team/nudge-form";
import { NudgeTable } from "@/components/team/nudge-table";
import { SupportForm } from "@/components/team/support-form";
import { OwnSupportLevel, SupportLevels } from "@/components/team/support-levels";
import { SupportTable } from "@/components/team/support-table";
import { TeamHeading } from "@/components/team/team-heading";
import { Section } from "@/components/ui/section";
import type { Choice } from "@/lib/access/choosing/choosable";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { parseDepth } from "@/lib/team/depth";
import { readSupportPage } from "@/lib/team/read-support-page";

export const metadata: Metadata = { title: "Support and nudges" };

export default async function TeamSupportPage({ searchParams }: PageProps<"/team/support">) {
  const viewer = await viewerFor("team.read");
  const depth = parseDepth((await searchParams).depth);
  const [page, formats] = await Promise.all([readSupportPage(viewer, depth), viewerFormats()]);
  if (!page || page.line === 0) return <NoLine tied={page !== null} />;
  const people = page.people.map(
    ({ personId: id, name, role, team, coach }): Choice => ({
      id,
      name,
      hint: [role, team, `reports to ${coach}`].filter(Boolean).join(", "),
    }),
  );
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <TeamHeading
        current="/team/support"
        title="What did we do for their skills?"
        lead="Stretch tasks, coaching and modelling as logged, short nudges, and what goes with them."
        depth={depth}
        shown={people.length}
        line={page.line}
      />
      <Section
        id="actions"
        title="Actions"
        actions={<SupportForm people={people} skills={page.skills} today={today} look="primary" />}
      >
        <OwnSupportLevel own={page.own} formats={formats} />
        <SupportTable support={page.support} formats={formats} viewerId={page.viewerId} />
      </Section>
      <Section
        id="nudges"
        title="Nudges"
        lead={
          page.nudging.holdOutShare > 0
            ? `About ${formats.percent(page.nudging.holdOutShare, { decimals: 0 })} of people and weeks are held back by lot and never shown, for measuring. Which ones nobody is told, so a nudge's own fate is not shown here.`
            : "None are held back, so their effect is not known."
        }
        actions={<NudgeForm people={people} skills={page.skills} nudging={page.nudging} />}
      >
        <NudgeTable nudges={page.nudges} formats={formats} />
      </Section>
      <Section
        id="effect"
        title="Do nudges help?"
        lead="All teams together, because one team's numbers would not tell."
      >
        <NudgeEffectView effect={page.effect} formats={formats} />
      </Section>
      <Section
        id="levels"
        title="Application by manager support"
        lead="Do people use learning and apply it more where their manager supports it?"
      >
        <SupportLevels bySupport={page.bySupport} formats={formats} />
      </Section>
    </>
  );
}
