import type { Metadata } from "next";
import { EvidenceHeading } from "@/components/evidence/evidence-heading";
import { SignalTable } from "@/components/evidence/signal-table";
import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { readSignals } from "@/lib/evidence/signals/read-signals";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "System signals" };

export default async function SignalsPage() {
  const viewer = await viewerFor("skill.read");
  const [list, formats] = await Promise.all([readSignals(viewer, null), viewerFormats()]);
  const make = may(viewer.roles, "evidence.rule") ? (
    <LinkButton href="/skills/evidence/signals/new" look="primary">
      Make a rule
    </LinkButton>
  ) : null;
  return (
    <>
      <EvidenceHeading
        roles={viewer.roles}
        current="/skills/evidence/signals"
        title="System signals"
        lead="Rules that see a behaviour in what work systems record anyway: nobody has to rate it, and it is a second source beside managers and peers."
        actions={list.signals.length > 0 ? make : null}
      />
      {list.signals.length === 0 ? (
        <Empty title="No rule yet" actions={make}>
          A rule reads, for example: when first-time-right over the last 20 jobs is 95% or more, then level 4. It is
          tried on the last year before it is put in force. It takes work_events.csv, or kpi.csv with values by person.
        </Empty>
      ) : (
        <SignalTable list={list} formats={formats} />
      )}
    </>
  );
}
