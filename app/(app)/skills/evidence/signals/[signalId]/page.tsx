import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CircleWarning } from "@/components/evidence/circle-warning";
import { SignalSteps } from "@/components/evidence/signal-steps";
import { ratedText, signalStatusWords } from "@/components/evidence/signal-text";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { DefinitionList } from "@/components/ui/definition-list";
import { FactsTable } from "@/components/ui/facts-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { readSignal } from "@/lib/evidence/signals/read-signals";
import { signalSentence } from "@/lib/evidence/signals/signal-words";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "A rule from system signals" };

export default async function SignalPage({ params }: PageProps<"/skills/evidence/signals/[signalId]">) {
  const viewer = await viewerFor("skill.read");
  const [found, formats] = await Promise.all([readSignal(viewer, idOr404((await params).signalId)), viewerFormats()]);
  if (!found) notFound();
  const { signal, versions, names, circles, minimum } = found;
  const mayChange = may(viewer.roles, "evidence.rule") && signal.status !== "retired";
  return (
    <>
      <SkillTabs roles={viewer.roles} current="/skills/evidence" />
      <PageHeader
        above={
          <Link className="link" href="/skills/evidence/signals">
            System signals
          </Link>
        }
        title={signal.name}
        lead={signalSentence(signal.definition, names, formats)}
        actions={
          mayChange && signal.status !== "retired" ? (
            <>
              <SignalSteps
                id={signal.id}
                status={signal.status}
                since={formats.month(`${signal.definition.since}-01`)}
              />
              <LinkButton href={`/skills/evidence/signals/${signal.id}/change`}>Change</LinkButton>
            </>
          ) : null
        }
      />
      <div className="mb-8 space-y-4">
        <CircleWarning circles={circles} />
        <DefinitionList
          items={[
            ["Sees", signal.behaviour],
            ["Of the skill", signal.skill],
            ["Status", signalStatusWords(signal)],
            ["Rated", ratedText(signal, minimum, formats)],
          ]}
        />
      </div>
      <Section title="Versions" lead="What a version rated stays as it is when the next one comes.">
        <FactsTable
          caption="Versions"
          hideCaption
          columns={[
            { id: "version", header: "Version", rowHeader: true },
            { id: "sentence", header: "What it says" },
            { id: "since", header: "Rates from" },
            { id: "why", header: "Why" },
            { id: "by", header: "By, on" },
          ]}
          rows={versions.map(({ version, definition, why, by, at }) => ({
            id: String(version),
            cells: {
              version: String(version),
              sentence: signalSentence(definition, names, formats),
              since: formats.month(`${definition.since}-01`),
              why: why ?? "",
              by: `${by ?? "The system"}, ${formats.moment(at)}`,
            },
          }))}
        />
      </Section>
    </>
  );
}
