import type { Metadata } from "next";
import Link from "next/link";
import { SignalBuilder } from "@/components/evidence/signal-builder";
import { AwaitsData } from "@/components/shell/awaits-data";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { readSignalChoices } from "@/lib/evidence/signals/read-signal-choices";
import { addMonths } from "@/lib/metrics/period";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "Make a rule from system signals" };

export default async function NewSignalPage() {
  const viewer = await viewerFor("evidence.rule");
  const choices = await readSignalChoices(viewer, null);
  const since = addMonths(`${new Date().toISOString().slice(0, 7)}-01`, -6).slice(0, 7);
  return (
    <>
      <SkillTabs roles={viewer.roles} current="/skills/evidence" />
      <PageHeader
        above={
          <Link className="link" href="/skills/evidence/signals">
            System signals
          </Link>
        }
        title="Make a rule"
        lead="Say what in the records shows the behaviour. Try it on the last year, keep it as a draft, and activate it when it says what people at work would say."
      />
      {choices.behaviours.length === 0 ? (
        <Empty title="Nothing to make a rule of" actions={<LinkButton href="/skills">Open skills</LinkButton>}>
          There is no behaviour yet. Define what good looks like in the taxonomy first.
        </Empty>
      ) : choices.tasks.length === 0 && choices.kpis.length === 0 ? (
        <AwaitsData roles={viewer.roles} title="Nothing to make a rule of">
          No system has told of any work yet: it takes work_events.csv, or kpi.csv with values by person.
        </AwaitsData>
      ) : (
        <SignalBuilder choices={choices} signal={null} since={since} />
      )}
    </>
  );
}
