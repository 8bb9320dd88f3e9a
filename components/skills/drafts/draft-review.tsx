import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { DraftPage } from "@/lib/skills/drafts/read-drafts";
import { countsText, DifferenceList } from "./difference-list";
import { DraftEdits } from "./draft-edits";
import { FaultList } from "./fault-list";
import { DiscardDraft, ReturnDraft, SubmitDraft } from "./hand-over-buttons";
import { KeptNotice } from "./kept-notice";
import { personName } from "./person-name";
import { PublishForm } from "./publish-form";

type DraftReviewProps = { page: DraftPage; formats: Formats; userId: string };

/** What a draft would change, what stands against it, and its way into force. */
export function DraftReview({ page, formats, userId }: DraftReviewProps) {
  const { draft, difference, conflicts, faults, warnings, names, users, may } = page;
  const isLive = draft.status === "open" || draft.status === "review";
  const link = (nodeId: string, name: string) => (
    <Link className="link" href={`/skills/drafts/${draft.id}?node=${nodeId}`}>
      {name}
    </Link>
  );
  return (
    <>
      <KeptNotice draftId={draft.id} userId={userId} />
      {isLive && faults.length > 0 ? (
        <Section
          title="To be mended first"
          lead="The draft can be submitted, and not published, as long as this stands."
          id="faults"
        >
          <FaultList faults={faults} names={names} draftId={draft.id} look="fault" />
        </Section>
      ) : null}
      {isLive && warnings.length > 0 ? (
        <Section title="Worth another look" lead="Wording of which nobody could say whether they saw it." id="warnings">
          <FaultList faults={warnings} names={names} draftId={draft.id} look="warning" />
        </Section>
      ) : null}
      <Section
        title="Difference"
        id="difference"
        lead={`${countsText(difference.counts)}${isLive ? ", against what is in force" : ""}.`}
      >
        {difference.groups.length === 0 ? (
          <Empty title="No difference yet">What is changed in the draft will stand here in words.</Empty>
        ) : (
          <DifferenceList
            difference={difference}
            {...(may.edit && draft.status === "open" ? { nodeLink: link } : {})}
          />
        )}
      </Section>
      {draft.status === "open" && may.edit ? (
        <div className="screen-only">
          <Section
            title="Hand over"
            id="review"
            lead="Somebody looks at it before it comes into force. Until then it can be sent back and edited again."
          >
            <div className="flex flex-wrap items-center gap-3">
              <SubmitDraft draftId={draft.id} disabled={difference.groups.length === 0} />
              <DiscardDraft draftId={draft.id} title={draft.title} />
            </div>
          </Section>
        </div>
      ) : null}
      {draft.status === "review" ? (
        <Section
          title="Review"
          id="review"
          lead={`Submitted by ${personName(users, draft.submittedBy)}${draft.submittedAt ? `, ${formats.date(draft.submittedAt)}` : ""}. Best published by somebody else than who prepared it; the list of versions tells when it was not.`}
        >
          {may.publish ? (
            <div className="screen-only">
              <PublishForm draftId={draft.id} conflicts={conflicts} faults={faults} users={users} />
              <div className="mt-6 flex flex-wrap gap-3 border-t border-rule pt-4">
                <ReturnDraft draftId={draft.id} />
                <DiscardDraft draftId={draft.id} title={draft.title} />
              </div>
            </div>
          ) : (
            <p>Somebody who may publish decides next.</p>
          )}
        </Section>
      ) : null}
      {page.edits.length > 0 ? (
        <Disclosure summary={`What was done (${page.edits.length === 100 ? "the last 100" : page.edits.length})`}>
          <DraftEdits edits={page.edits} users={users} formats={formats} />
        </Disclosure>
      ) : null}
    </>
  );
}
