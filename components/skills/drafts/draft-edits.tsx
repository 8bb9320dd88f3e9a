import type { Formats } from "@/lib/format/formats";
import type { DraftEdit, DraftPage } from "@/lib/skills/drafts/read-drafts";
import { personName } from "./person-name";

type DraftEditsProps = { edits: readonly DraftEdit[]; users: DraftPage["users"]; formats: Formats };

/** What was done in a draft, newest first; what was undone is told as such. */
export function DraftEdits({ edits, users, formats }: DraftEditsProps) {
  return (
    <ol className="space-y-1 text-table">
      {edits.map(({ number, label, madeBy, madeAt, stands }) => (
        <li key={number} className={stands ? undefined : "text-ink-3"}>
          {label}
          {stands ? "" : " (undone)"}
          <span className="text-ink-3">
            , {personName(users, madeBy)}, {formats.moment(madeAt)}
          </span>
        </li>
      ))}
    </ol>
  );
}
