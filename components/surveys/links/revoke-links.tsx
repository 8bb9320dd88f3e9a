"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { revokeLinksAction } from "@/lib/surveys/actions";

type Props = { surveyId: string; which: string; what: string };

/** Takes links back: a shared one by its id, or all personal ones. */
export function RevokeLinks({ surveyId, which, what }: Props) {
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(revokeLinksAction, () => {
    setOpen(false);
    announce("Revoked");
  });
  return (
    <Dialog
      title={`Revoke ${what}`}
      description="Whoever opens one afterwards is told that it was taken back. Answers stay."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Revoke ${what}`} {...opening}>
          Revoke
        </Button>
      )}
    >
      <SaveError message={message} />
      <Button look="danger" pending={pending} onClick={() => submit({ surveyId, which })}>
        Revoke
      </Button>
    </Dialog>
  );
}
