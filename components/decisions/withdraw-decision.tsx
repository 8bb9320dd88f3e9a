"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { withdrawDecisionAction } from "@/lib/decisions/actions";
import type { Decision } from "@/lib/decisions/decision";

/** Takes a decision back, after asking. */
export function WithdrawDecision({ decision }: { decision: Pick<Decision, "id" | "title" | "revision"> }) {
  const { id, title, revision } = decision;
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(withdrawDecisionAction, () => {
    setOpen(false);
    announce("Withdrawn", title);
  });
  return (
    <Dialog
      title="Withdraw the decision"
      description={`${title}. It stays in the log, struck through, with its evidence.`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Withdraw</Button>}
    >
      <div className="space-y-4">
        <SaveError message={message} />
        <Button look="danger" pending={pending} onClick={() => submit({ id, revision })}>
          Withdraw it
        </Button>
      </div>
    </Dialog>
  );
}
