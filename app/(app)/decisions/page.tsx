import type { Metadata } from "next";
import { Suspense } from "react";
import { DecisionLog } from "@/components/decisions/decision-log";
import { DecisionTable } from "@/components/decisions/decision-table";
import { RecordDecision } from "@/components/decisions/record-decision";
import { ReckoningTable, RegisterTable } from "@/components/decisions/register-table";
import { DueReviews } from "@/components/programmes/due-reviews";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";
import { waitingForReview } from "@/lib/decisions/decision";
import { reckoningOf, registerOf } from "@/lib/decisions/evidence-register";
import { type LogFilter, logFilter } from "@/lib/decisions/log-filter";
import { readDecisions } from "@/lib/decisions/read-decisions";
import { readLogPage } from "@/lib/decisions/read-log";
import { readUser } from "@/lib/governance/read-user";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { readDueReviews } from "@/lib/programmes/read-standing";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Decisions" };

export default async function DecisionsPage({ searchParams }: PageProps<"/decisions">) {
  const viewer = await viewerFor("decision.read");
  const [log, user] = await Promise.all([readDecisions(viewer, {}), readUser(viewer)]);
  return (
    <>
      <PageHeader
        title="Decisions"
        lead="What was decided, on what evidence, and what happened after. What was known that day is kept as it was."
        actions={
          log.choices ? (
            <RecordDecision about={null} choices={log.choices} viewerName={user?.name ?? ""} today={log.today} />
          ) : null
        }
      />
      <Suspense fallback={<PageSkeleton rows={8} />}>
        <Log viewer={viewer} log={log} filter={logFilter.parse(await searchParams)} />
      </Suspense>
    </>
  );
}

type LogProps = { viewer: Viewer; log: Awaited<ReturnType<typeof readDecisions>>; filter: LogFilter };

async function Log({ viewer, log, filter }: LogProps) {
  await evaluateMissing(viewer);
  const [page, initiatives, reviews, formats] = await Promise.all([
    readLogPage(viewer, filter),
    readInitiatives(viewer, null),
    readDueReviews(viewer, null),
    viewerFormats(),
  ]);
  const { decisions, today, choices } = log;
  const waiting = waitingForReview(decisions, today);
  const table = { today, editing: choices !== null, formats };
  const reckoning = reckoningOf(decisions);
  return (
    <>
      {waiting.length > 0 || reviews.length > 0 ? (
        <Section
          title="Reviews due"
          id="due"
          lead="Somebody was to say by now what happened after. Until they do, nobody learns from the decision."
        >
          {waiting.length > 0 ? (
            <DecisionTable id="due" caption="Decisions whose review is due" decisions={waiting} {...table} />
          ) : null}
          {reviews.length > 0 ? (
            <div className="mt-6">
              <DueReviews reviews={reviews} formats={formats} />
            </div>
          ) : null}
        </Section>
      ) : null}
      <Section title="Every decision" id="log">
        {decisions.length === 0 ? (
          <Empty title="Nothing has been decided yet">
            A decision recorded here keeps the grade, the sentence and the figures of its day, so that nobody has to
            remember what was known.
          </Empty>
        ) : (
          <DecisionLog log={page} filter={filter} {...table} />
        )}
      </Section>
      <Section
        title="What we know by now"
        id="register"
        lead="Every initiative, the strongest evidence first, with what was decided on it. Results without an effect stand beside the others."
      >
        {initiatives.length === 0 ? (
          <Empty title="No initiative yet" actions={<LinkButton href="/initiatives">Open initiatives</LinkButton>}>
            What is known of each, and how strongly it may be said, stands here once there is one.
          </Empty>
        ) : (
          <RegisterTable rows={registerOf(initiatives, decisions)} formats={formats} />
        )}
      </Section>
      {reckoning.length > 0 ? (
        <Section
          title="How decisions turned out"
          id="reckoning"
          lead="By the evidence they were taken on, as their latest review found them. Do decisions on strong evidence turn out better?"
        >
          <ReckoningTable rows={reckoning} formats={formats} />
        </Section>
      ) : null}
    </>
  );
}
