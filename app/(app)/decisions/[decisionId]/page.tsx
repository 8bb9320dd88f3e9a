import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { outcomeWords, stateWords } from "@/components/decisions/decision-words";
import { EvidenceFacts } from "@/components/decisions/evidence-facts";
import { ReviewDecision } from "@/components/decisions/review-decision";
import { WithdrawDecision } from "@/components/decisions/withdraw-decision";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { stateOf } from "@/lib/decisions/decision";
import { decisionKindWords } from "@/lib/decisions/kinds";
import { readDecision } from "@/lib/decisions/read-decisions";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

type Props = PageProps<"/decisions/[decisionId]">;

const given = cache(async (id: string) => {
  const viewer = await viewerFor("decision.read");
  return { viewer, decision: await readDecision(viewer, idOr404(id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { decision } = await given((await params).decisionId);
  return { title: decision?.title ?? "Decision" };
}

export default async function DecisionPage({ params }: Props) {
  const { viewer, decision } = await given((await params).decisionId);
  if (!decision) notFound();
  const formats = await viewerFormats();
  const { kind, title, reason, decidedBy, decidedOn, evidence, reviews, initiativeId, initiative } = decision;
  const state = stateOf(decision, new Date().toISOString().slice(0, 10));
  const editing = may(viewer.roles, "decision.record") && state !== "withdrawn";
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/decisions">
            Decisions
          </Link>
        }
        title={state === "withdrawn" ? <del>{title}</del> : title}
        lead={`${decisionKindWords[kind]}. Decided on ${formats.date(decidedOn)} by ${decidedBy}.`}
        actions={
          editing ? (
            <>
              <WithdrawDecision key={`withdraw ${decision.revision}`} decision={decision} />
              <ReviewDecision key={decision.revision} decision={decision} look="primary" />
            </>
          ) : null
        }
      />
      <p className={state === "overdue" ? "mb-4 font-medium text-worse" : "mb-4 font-medium"}>
        {stateWords(state, decision, formats)}
      </p>
      {initiativeId !== null ? (
        <p className="mb-4">
          About{" "}
          <Link className="link" href={initiativeHref(initiativeId)}>
            {initiative}
          </Link>
        </p>
      ) : null}
      <p className="mb-8 max-w-prose whitespace-pre-line">{reason}</p>
      <Section title="Evidence when it was recorded" id="then">
        {decision.recordedOn === decidedOn ? null : (
          <p className="mb-3 max-w-prose text-ink-2">
            It was recorded on {formats.date(decision.recordedOn)}; what is kept is what was known that day.
          </p>
        )}
        <EvidenceFacts evidence={evidence} formats={formats} />
      </Section>
      <Section title="What happened after" id="after">
        {reviews.length === 0 ? (
          <Empty title="Nobody has looked yet" />
        ) : (
          <ol className="space-y-8">
            {reviews.map((review) => (
              <li key={review.id}>
                <h3 className="mb-1 text-body font-semibold">
                  {formats.date(review.reviewedOn)}: {outcomeWords[review.outcome].toLowerCase()}
                </h3>
                <p className="max-w-prose whitespace-pre-line">{review.whatHappened}</p>
                <p className="mt-1 mb-3 text-caption text-ink-3">
                  Looked at by {review.reviewedBy ?? "somebody who is gone"}
                  {review.evidence.dueOn ? `, due on ${formats.date(review.evidence.dueOn)}` : null}
                </p>
                <p className="text-table font-semibold">Evidence of that day</p>
                <EvidenceFacts evidence={review.evidence} formats={formats} />
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}
