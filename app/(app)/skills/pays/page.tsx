import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { PayDetail } from "@/components/skill-money/pay-detail";
import { PayTable } from "@/components/skill-money/pay-table";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readSkillMoney } from "@/lib/skill-money/read-skill-money";

export const metadata: Metadata = { title: "Skills that pay" };

export default async function PaysPage() {
  const viewer = await viewerFor("initiative.read");
  return (
    <>
      <PageHeader
        title="Which skills pay?"
        lead="Which applied skills go with better errors, speed, quality or revenue, over all evaluated initiatives, and how much is known."
      />
      <SkillTabs roles={viewer.roles} current="/skills/pays" />
      <Suspense fallback={<PageSkeleton rows={6} />}>
        <Pays viewer={viewer} />
      </Suspense>
    </>
  );
}

async function Pays({ viewer }: { viewer: Viewer }) {
  const [{ pays, tasks, registered, evaluated, telling, minimum, dataVersion }, formats] = await Promise.all([
    readSkillMoney(viewer),
    viewerFormats(),
  ]);
  if (pays.length === 0) {
    return (
      <Empty
        title={evaluated === 0 ? "No initiative has a verdict yet" : "No evaluated initiative ties a skill to a KPI"}
      >
        <p>
          A skill is set beside a KPI once an initiative whose chain names its behaviours was evaluated on that KPI.{" "}
          <Link className="link" href="/initiatives">
            Initiatives
          </Link>{" "}
          say what is still missing. Groups of fewer than {minimum} people are left out.
        </p>
      </Empty>
    );
  }
  return (
    <>
      <Section
        title="Skills by KPI"
        id="skills"
        lead={
          <>
            <p>
              {formats.number(telling)} of {formats.number(registered)} registered initiatives say something of a skill
              and a KPI; {formats.number(evaluated)} have a verdict. The grade is how strongly the programme&apos;s
              effect on the KPI may be claimed, that of the weakest initiative it rests on. That one of its skills
              carried the effect is a correlation, whatever the grade.
            </p>
            <p className="mt-2">
              “Pays” is said where the skill was applied more and the KPI got better, both beyond chance, at grade C at
              least. Money is what is counted of the KPI&apos;s whole effect a year: skills of one programme share it,
              so rows do not add up.
            </p>
          </>
        }
      >
        <PayTable pays={pays} formats={formats} />
        <p className="mt-2 text-caption text-ink-3">
          Pooled by random effects where several initiatives measured the same KPI; “beside all others” in spreads
          between people, above zero is better, pulled towards what all show. Data version {dataVersion.slice(7, 19)}.
        </p>
      </Section>
      <Section
        title="What each rests on"
        id="rests"
        lead="Initiative by initiative, and the tasks the skill is needed for."
      >
        {pays.map((pay) => (
          <PayDetail
            key={`${pay.skill.id} ${pay.kpi.id} ${pay.kpi.unit} ${pay.kpi.log}`}
            pay={pay}
            tasks={tasks[pay.skill.id] ?? []}
            formats={formats}
          />
        ))}
      </Section>
    </>
  );
}
