import type { ReactNode } from "react";
import { headlineEffect } from "@/components/initiatives/headline-effect";
import { DefinitionList } from "@/components/ui/definition-list";
import { GradeMark } from "@/components/ui/grade-mark";
import { StateText } from "@/components/ui/state-text";
import type { ClaimThen, EvidenceSnapshot } from "@/lib/decisions/evidence-snapshot";
import type { Formats } from "@/lib/format/formats";
import { moneyFacts } from "./money-facts";

/** Evidence as it stood on one day, figure by figure. */
export function EvidenceFacts({ evidence, formats }: { evidence: EvidenceSnapshot; formats: Formats }) {
  const { claim, money, takenAt, dataVersion } = evidence;
  const facts: [string, ReactNode][] = [];
  if (claim) facts.push(...claimFacts(claim, formats));
  if (money) facts.push(...moneyFacts(money, formats), ["Result of money", <Version key="result" of={money.digest} />]);
  facts.push(["Data", <Version key="data" of={dataVersion} />], ["Taken", formats.moment(takenAt)]);
  return (
    <>
      {claim === null ? (
        <p className="mb-3 max-w-prose text-ink-2">Not about an initiative, so no claim stands behind it.</p>
      ) : null}
      <DefinitionList items={facts} />
    </>
  );
}

/** Hashes are long: their beginning tells them apart. */
function Version({ of }: { of: string }) {
  return (
    <code className="text-table" title={of}>
      {of.replace("sha256:", "").slice(0, 12)}
    </code>
  );
}

function claimFacts(claim: ClaimThen, formats: Formats): [string, ReactNode][] {
  switch (claim.kind) {
    case "draft":
      return [["Claim", "A draft: nothing was promised or evaluated"]];
    case "too-early":
      return [["Claim", <StateText key="early" state="too-early" until={formats.date(claim.until)} />]];
    case "withheld":
      return [["Claim", <StateText key="withheld" state="withheld" minimum={claim.minimum} />]];
    case "claimed":
      return [
        ["Claim", <GradeMark key="grade" grade={claim.grade} />],
        ["What could be said", claim.sentence],
        [claim.kpi?.name ?? "Effect", effectText(claim, formats)],
      ];
  }
}

/** The headline of a claim as it stood. */
export function effectText(claim: Extract<ClaimThen, { kind: "claimed" }>, formats: Formats): string {
  const { headline, kpi } = claim;
  if (headline.kind === "withheld") return `Withheld: fewer than ${headline.minimum} people`;
  if (headline.kind === "not-estimable") return `Not estimable. ${headline.reason}`;
  return headlineEffect(headline, kpi, formats).text;
}
