"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import type { Result } from "@/lib/errors";

type ConfirmRemovalProps<Input> = {
  what: string;
  /** What is lost with it. */
  says: string;
  remove(input: Input): Promise<Result<void>>;
  input: Input;
};

/** Asks once before something is taken away. */
export function ConfirmRemoval<Input>({ what, says, remove, input }: ConfirmRemovalProps<Input>) {
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(remove, () => {
    setOpen(false);
    announce("Removed", what);
  });
  return (
    <Dialog
      title={`Remove “${what}”`}
      description={says}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Remove ${what}`} {...opening}>
          Remove
        </Button>
      )}
    >
      <div className="space-y-4">
        <SaveError message={message} />
        <Button look="danger" pending={pending} onClick={() => submit(input)}>
          Remove it
        </Button>
      </div>
    </Dialog>
  );
}
