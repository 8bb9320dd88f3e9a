"use client";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { settleFollowUpAction } from "@/lib/programmes/actions";
import type { PlannedFollowUp as Planned } from "@/lib/programmes/follow-ups";

type PlannedFollowUpProps = { initiativeId: string; followUp: Planned; editing: boolean; today: string };

/** A measurement that comes by itself, because the initiative is registered: when, and that it was done or is not needed. */
export function PlannedFollowUp({ initiativeId, followUp, editing, today }: PlannedFollowUpProps) {
  const { key, title, dueOn } = followUp;
  const formats = useFormats();
  const { submit, pending, message } = useSaving(settleFollowUpAction, () => announce("Kept", title));
  const late = dueOn !== null && dueOn < today;
  const settle = (state: "done" | "dropped") => submit({ initiativeId, key, state });
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 border-b border-rule py-2">
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className={late ? "text-table font-medium text-worse" : "text-table text-ink-3"}>
          {dueOn === null
            ? "Its day is known once somebody was exposed"
            : `${late ? "overdue since" : "due on"} ${formats.date(dueOn)}`}
        </p>
        <SaveError message={message} />
      </div>
      {editing ? (
        <span className="screen-only flex gap-2">
          <Button pending={pending} aria-label={`Done: ${title}`} onClick={() => settle("done")}>
            Done
          </Button>
          <Button look="plain" pending={pending} aria-label={`Not needed: ${title}`} onClick={() => settle("dropped")}>
            Not needed
          </Button>
        </span>
      ) : null}
    </li>
  );
}
