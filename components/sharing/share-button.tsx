"use client";
import { Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { useSaving } from "@/components/ui/use-saving";
import { shareReportAction } from "@/lib/sharing/actions";
import type { ShareInput } from "@/lib/sharing/input";
import type { MadeLink } from "@/lib/sharing/make-link";
import { SharedAddress } from "./shared-address";

type ShareButtonProps = {
  kind: ShareInput["kind"];
  /** What the report is built from: `initiativeId`, or what the scorecard's address says. */
  params: ShareInput["params"];
  /** What the link is called unless it is called otherwise. */
  label: string;
};

const usualDays = 30;

/** Makes a link to a report for somebody without an account. For viewers who hold `report.share`. */
export function ShareButton({ kind, params, label }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ label, days: String(usualDays) });
  const [made, setMade] = useState<MadeLink | null>(null);
  const { submit, pending, message, fields } = useSaving(
    (input: Omit<ShareInput, "entryId">, entryId) => shareReportAction({ ...input, entryId }),
    setMade,
  );
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    if (next) setMade(null);
  };
  return (
    <Dialog
      title="Share by link"
      description="Whoever has the link reads this report as it is now, without an account. Names of people and remarks meant for inside are left out."
      open={open}
      onOpenChange={onOpenChange}
      trigger={(opening) => (
        <Button {...opening}>
          <Share2 aria-hidden="true" size={16} />
          Share by link
        </Button>
      )}
    >
      {made ? (
        <SharedAddress made={made} />
      ) : (
        <form
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit({ kind, params, label: typed.label, days: Number(typed.days) });
          }}
        >
          <Field label="What it is for" required error={fields.label} hint="To find it again in your list of links">
            <Input value={typed.label} onChange={({ target }) => setTyped({ ...typed, label: target.value })} />
          </Field>
          <Field label="Days it can be opened" required error={fields.days} hint="1 to 90; it can be taken back before">
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={90}
              value={typed.days}
              onChange={({ target }) => setTyped({ ...typed, days: target.value })}
            />
          </Field>
          <SaveError message={message} />
          <Button look="primary" type="submit" pending={pending}>
            Make the link
          </Button>
        </form>
      )}
    </Dialog>
  );
}
