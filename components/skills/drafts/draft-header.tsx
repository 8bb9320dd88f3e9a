import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { Formats } from "@/lib/format/formats";
import type { DraftPage } from "@/lib/skills/drafts/read-drafts";
import { draftStatusWords } from "./draft-status-words";
import { personName } from "./person-name";

type DraftHeaderProps = { page: DraftPage; formats: Formats; edits: boolean };

/** Where a draft stands and what can be done next. */
export function DraftHeader({ page: { draft, may, users }, formats, edits }: DraftHeaderProps) {
  const path = `/skills/drafts/${draft.id}`;
  return (
    <PageHeader
      above={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <span className="font-medium text-ink">{draftStatusWords[draft.status]}</span>
          <span>
            Started by {personName(users, draft.createdBy)}, {formats.date(draft.createdAt)}
          </span>
          {draft.publishedAs === null ? null : (
            <Link className="link" href={`/skills/versions/${draft.publishedAs}`}>
              Version {draft.publishedAs}
            </Link>
          )}
        </span>
      }
      title={draft.title}
      lead={
        draft.status === "open" && draft.reviewNote ? (
          <span>
            Sent back by {personName(users, draft.reviewedBy)}: {draft.reviewNote}
          </span>
        ) : null
      }
      actions={
        edits ? (
          <LinkButton look="primary" href={`${path}?view=difference`}>
            Difference and review
          </LinkButton>
        ) : may.edit && draft.status === "open" ? (
          <LinkButton href={path}>Go on editing</LinkButton>
        ) : null
      }
    />
  );
}
