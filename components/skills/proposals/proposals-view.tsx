import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { figuresSentence, kindInWords, kindWords } from "@/lib/skills/proposals/proposal-words";
import type { DecidedProposal, Proposal, Proposals } from "@/lib/skills/proposals/read-proposals";
import { DecideProposal } from "./decide-proposal";

const kinds = ["raters_disagree", "never_observed", "at_ceiling", "outdated", "moves_no_kpi"] as const;

export function ProposalsView({ found, formats }: { found: Proposals; formats: Formats }) {
  const { open, decided, drafts, everComputed } = found;
  return (
    <>
      {open.length === 0 ? (
        <Empty title={everComputed ? "Nothing to decide" : "Nothing proposed yet"}>
          It looks every night for behaviours that nobody observes, that everybody is at the top of, that raters
          disagree on, that move with no KPI, or that were not seen for long. It speaks only where enough people were
          rated to tell.
        </Empty>
      ) : (
        <p className="mb-6 max-w-prose text-lead">{answerOf(open)}</p>
      )}
      {kinds.map((kind) => {
        const own = open.filter((one) => one.kind === kind);
        return own.length === 0 ? null : (
          <Section key={kind} id={kind} title={`${kindWords[kind].title} (${own.length})`} lead={kindWords[kind].todo}>
            <ul className="divide-y divide-rule border-y border-rule">
              {own.map((one) => (
                <li key={one.id} className="grid gap-2 py-3 md:grid-cols-[1fr_auto] md:items-start md:gap-6">
                  <div>
                    <p className="font-medium">
                      <Link className="link" href={`/skills?node=${one.nodeId}`}>
                        {one.statement}
                      </Link>{" "}
                      <span className="font-normal text-ink-3">{one.skill}</span>
                    </p>
                    <p className="max-w-prose text-ink-2">{figuresSentence(one.figures, formats)}</p>
                  </div>
                  <DecideProposal id={one.id} statement={one.statement} drafts={drafts} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      {decided.length > 0 ? (
        <Section
          title="Decided"
          id="decided"
          lead="The last hundred. What was dismissed comes back when its figure has changed by a quarter."
        >
          <DataTable
            id="decided-proposals"
            caption="Decided proposals, newest first"
            hideCaption
            filter
            csv="proposals.csv"
            columns={[
              { id: "statement", header: "Behaviour", rowHeader: true },
              { id: "kind", header: "Proposal" },
              { id: "decision", header: "Decision" },
              { id: "by", header: "By", wide: true },
              { id: "at", header: "When", wide: true },
            ]}
            rows={decided.map((one) => ({
              id: one.id,
              cells: {
                statement: one.statement,
                kind: kindWords[one.kind].title,
                decision: one.draft
                  ? { text: decisionOf(one), href: `/skills/drafts/${one.draft.id}` }
                  : decisionOf(one),
                by: one.decidedBy ?? "The evidence itself",
                at: one.decidedAt ? { text: formats.date(one.decidedAt), sort: one.decidedAt.toISOString() } : null,
              },
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}

function answerOf(open: readonly Proposal[]): string {
  const parts = kinds.flatMap((kind) => {
    const count = open.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${kindInWords(kind)} (${count})`];
  });
  return `${open.length === 1 ? "One proposal waits" : `${open.length} proposals wait`} for a decision: ${parts.join(", ")}.`;
}

function decisionOf({ status, reason, draft }: DecidedProposal): string {
  if (status === "dismissed") return `Dismissed: ${reason}`;
  if (status === "taken") return `Taken into “${draft?.title ?? "a draft"}”`;
  return "Gone: the evidence no longer speaks for it";
}
