"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { revokeLinkAction } from "@/lib/sharing/actions";

/** Takes a link back after a question: who has it finds nothing there any more. */
export function RevokeLink({ id, label }: { id: string; label: string }) {
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(revokeLinkAction, () => {
    setOpen(false);
    announce("Link taken back", label);
  });
  return (
    <Dialog
      title="Take the link back"
      description={`${label}. Whoever has it finds nothing there any more; it cannot be given again, but another one can be made.`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Take back ${label}`} {...opening}>
          Take back
        </Button>
      )}
    >
      <div className="space-y-4">
        <SaveError message={message} />
        <Button look="danger" pending={pending} onClick={() => submit({ id })}>
          Take it back
        </Button>
      </div>
    </Dialog>
  );
}
