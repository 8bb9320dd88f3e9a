import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { TrustView } from "@/components/trust/trust-view";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Withheld } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/policy";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readTrust } from "@/lib/trust/read-trust";

export const metadata: Metadata = { title: "Trust in ratings" };

const choices = [3, 6, 12, 24];

export default async function TrustPage({ searchParams }: PageProps<"/skills/trust">) {
  const viewer = await viewerFor("evidence.trust");
  const { months: asked } = await searchParams;
  const months = asked === undefined ? 12 : choices.find((one) => `${one}` === asked);
  if (months === undefined) notFound();
  const formats = await viewerFormats();
  const answer = await readTrust(viewer, months);
  const found = answer?.trust ?? null;
  return (
    <>
      <PageHeader
        title="Trust in ratings"
        lead="How far what managers, peers and systems say of skills at work can be built on. It looks at how rating is done, not at who rates well."
        actions={
          <>
            <LinkButton href="/skills/calibrations">Calibrations</LinkButton>
            {may(viewer.roles, "skill.edit") ? (
              <LinkButton href="/skills/proposals">Proposals from evidence</LinkButton>
            ) : null}
          </>
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/trust" />
      <Tabs
        label="Time"
        tabs={choices.map((one) => ({
          href: one === 12 ? "/skills/trust" : `/skills/trust?months=${one}`,
          label: `${one} months`,
          current: one === months,
        }))}
      />
      {answer ? <AnswerState told={answer.told} formats={formats} /> : null}
      {answer === null ? (
        <TiedToNobody roles={viewer.roles} />
      ) : found === null ? null : found.kind === "empty" ? (
        <AwaitsData roles={viewer.roles} title="Nobody has been rated by others yet">
          Here will stand how far raters of the same people agree, and what to mend where they do not. It takes
          observations by managers, peers or systems: from the pages of Team, or observations.csv.
        </AwaitsData>
      ) : found.kind === "withheld" ? (
        <Withheld minimum={found.minimum} />
      ) : (
        <TrustView found={found} formats={formats} />
      )}
    </>
  );
}
