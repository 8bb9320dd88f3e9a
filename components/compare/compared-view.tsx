import Link from "next/link";
import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import { Empty, NotEstimable, Withheld } from "@/components/ui/states";
import type { ComparedGroup, Comparison } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { AdjustedSection } from "./adjusted-section";
import { BalanceTable } from "./balance-table";
import { ClaimLists } from "./claim-lists";
import { GroupsTable } from "./groups-table";
import { OverlapNotes } from "./overlap-notes";
import { PairsTable } from "./pairs-table";
import { SelfSelected } from "./self-selected";
import { TrendPicture } from "./trend-picture";
import { withheldWords } from "./withheld-words";

type Compared = Extract<Comparison, { kind: "compared" }>;

/** The answer in words first, then what it rests on. */
export function ComparedView({ found, formats }: { found: Compared; formats: Formats }) {
  const { header, groups, pairs, claim, initiative, adjusted } = found;
  const main = pairs[0];
  return (
    <>
      <Section title="In words">
        {initiative ? (
          <Empty
            title={`These are the arms of “${initiative.title}”`}
            actions={
              <Link className="link" href={initiativeHref(initiative.id)}>
                Open the initiative
              </Link>
            }
          >
            What may be claimed of them follows from the plan and its checks, and stands on the page of the initiative.
            Here are the figures of each arm, without a second claim.
          </Empty>
        ) : claim && main ? (
          <>
            <p className="mb-2">
              <GradeMark grade={claim.grade} />
            </p>
            <p className="max-w-prose text-lead" data-testid="answer">
              {claim.sentence}
            </p>
            <p className="mt-3 max-w-prose text-body text-ink-2">
              <strong className="font-semibold text-ink">{main.method.name}.</strong> {main.method.why}
            </p>
            {claim.selfSelected ? <SelfSelected>{claim.because[0] ?? ""}</SelfSelected> : null}
          </>
        ) : (
          <NoAnswer groups={groups} minimum={header.minimum} />
        )}
        <OverlapNotes found={found} formats={formats} />
      </Section>

      <Section title="The groups" id="groups">
        <GroupsTable found={found} formats={formats} />
        <TrendPicture found={found} formats={formats} />
      </Section>

      {pairs.length > 0 ? (
        <Section
          title={pairs.length > 1 ? "The differences" : "The difference"}
          id="differences"
          lead={
            pairs.length > 1
              ? "Every pair, first against second. p values are adjusted by Holm for the number of pairs; intervals are each their own."
              : undefined
          }
        >
          <PairsTable found={found} formats={formats} />
        </Section>
      ) : null}

      {main ? (
        <Section
          title="Are they alike?"
          id="alike"
          lead="Who is in the groups, among the people the comparison rests on. A difference beyond 0.1 standard deviations (SD) deserves attention."
        >
          <BalanceTable found={found} formats={formats} />
          {adjusted ? (
            <AdjustedSection
              adjusted={adjusted}
              unit={header.metric.unit}
              groups={groups}
              formats={formats}
              note="Each person counts once here, whatever their volume of work, so the first line may differ a little from the answer above."
            />
          ) : (
            <NotEstimable
              reason={`No adjusted comparison: ${found.notAdjusted ?? "nothing is known of these people before."}`}
            />
          )}
        </Section>
      ) : null}

      {claim && main ? (
        <Section title="How far this carries" id="claim">
          <ClaimLists claim={claim} />
        </Section>
      ) : null}
    </>
  );
}

function NoAnswer({ groups, minimum }: { groups: readonly ComparedGroup[]; minimum: number }) {
  const hidden = groups.filter(({ state }) => state.kind === "withheld");
  if (hidden.length > 0) {
    const names = hidden.map(({ title }) => title).join(" and ");
    const [first] = hidden;
    return <Withheld minimum={minimum} why={`${names}: ${withheldWords(first?.withheld ?? "too-few", minimum)}`} />;
  }
  const empty = groups.find(({ state }) => state.kind === "no-data");
  const how = empty?.state.kind === "no-data" ? empty.state.how : "";
  return (
    <Empty title="There is nothing to compare">{`${empty?.title ?? "One of the groups"} has no figure here. ${how}`}</Empty>
  );
}
