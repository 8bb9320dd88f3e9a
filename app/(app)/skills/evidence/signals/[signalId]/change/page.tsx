import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SignalBuilder } from "@/components/evidence/signal-builder";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { readSignalChoices } from "@/lib/evidence/signals/read-signal-choices";
import { readSignal } from "@/lib/evidence/signals/read-signals";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "Change a rule from system signals" };

export default async function ChangeSignalPage({ params }: PageProps<"/skills/evidence/signals/[signalId]/change">) {
  const viewer = await viewerFor("evidence.rule");
  const id = idOr404((await params).signalId);
  const [found, choices] = await Promise.all([readSignal(viewer, id), readSignalChoices(viewer, null)]);
  if (!found || found.signal.status === "retired") notFound();
  const { id: signalId, status, version, name, behaviourId, definition } = found.signal;
  const thisMonth = new Date().toISOString().slice(0, 7);
  const [, latest = thisMonth] = [thisMonth, definition.since].sort();
  const since = status === "draft" ? definition.since : latest;
  return (
    <>
      <SkillTabs roles={viewer.roles} current="/skills/evidence" />
      <PageHeader
        above={
          <Link className="link" href={`/skills/evidence/signals/${signalId}`}>
            {name}
          </Link>
        }
        title={status === "draft" ? "Change the draft" : `Version ${version + 1}`}
        lead={
          status === "draft"
            ? "It has rated nobody yet."
            : "It rates from its first month on. What earlier versions rated stays as it is."
        }
      />
      <SignalBuilder
        choices={choices}
        signal={{
          id: signalId,
          status: status === "draft" ? "draft" : "active",
          version,
          name,
          behaviourId,
          definition,
        }}
        since={since}
      />
    </>
  );
}
