import type { Metadata } from "next";
import { EvidenceHeading } from "@/components/evidence/evidence-heading";
import { RulesHistory } from "@/components/evidence/rules-history";
import { RulesInForce } from "@/components/evidence/rules-in-force";
import { StatusLadder } from "@/components/evidence/status-ladder";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Stale } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { readRulesHistory } from "@/lib/evidence/read-rules-history";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Rules of evidence" };

export default async function EvidencePage() {
  const viewer = await viewerFor("skill.read");
  const [{ versions, pending }, formats] = await Promise.all([readRulesHistory(viewer, null), viewerFormats()]);
  const [inForce] = versions;
  if (!inForce) return null;
  const since = inForce.at ? `version ${inForce.version}, since ${formats.moment(inForce.at)}` : "as delivered";
  return (
    <>
      <EvidenceHeading
        roles={viewer.roles}
        current="/skills/evidence"
        title="Rules of evidence"
        lead="What counts as seeing a skill at work, how it is weighed and how it ages. Everybody may read this, because it is applied to everybody."
        actions={
          may(viewer.roles, "evidence.rule") ? (
            <LinkButton href="/skills/evidence/change">Change the rules</LinkButton>
          ) : null
        }
      />
      {pending ? (
        <div className="mb-8">
          <Stale since="the rules changed">
            Skill states are being computed by the rules in force. Until that is done they show the version before.
          </Stale>
        </div>
      ) : null}
      <Section title="From knowing it to doing it" lead="Each step takes what the one before does not show.">
        <StatusLadder rules={inForce.rules} formats={formats} />
      </Section>
      <Section title="In force" lead={`The rules ${since}.`}>
        <RulesInForce rules={inForce.rules} formats={formats} />
      </Section>
      <Section
        title="History"
        id="history"
        lead="A change is a new version. What was computed says under which version it was."
      >
        <RulesHistory versions={versions} formats={formats} />
      </Section>
    </>
  );
}
