import { Empty } from "@/components/ui/states";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { nudgeTemplates } from "@/lib/team/nudges/nudge-words";
import type { OwnNudge } from "@/lib/team/nudges/read-own-nudges";
import { FinishNudge } from "./finish-nudge";

/** What one's manager wrote, open ones first. */
export function OwnNudges({ nudges, formats }: { nudges: readonly OwnNudge[]; formats: Formats }) {
  if (nudges.length === 0) return <Empty title="Nobody nudged you">Short words from your manager stand here.</Empty>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {nudges.map(({ id, kind, text, skill, from, shownFrom, doneAt }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 max-w-prose">
            <p className="text-caption text-ink-3">
              {nudgeTemplates[kind].label} · {from ?? "your manager"} · {formats.date(shownFrom)}
              {skill ? ` · ${skill}` : ""}
            </p>
            <p className="break-words">{text}</p>
          </div>
          {doneAt ? (
            <StatusText status="pass">Done on {formats.date(doneAt)}</StatusText>
          ) : (
            <FinishNudge id={id} text={text} />
          )}
        </li>
      ))}
    </ul>
  );
}
