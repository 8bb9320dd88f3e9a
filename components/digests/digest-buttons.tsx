"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { pauseDigestAction, removeDigestAction, sendNowAction } from "@/lib/digests/actions";

type OneDigest = { id: string; name: string };

/** Sends one now, quiet hours or not; what became of it is said at once. */
export function SendNow({ id, name }: OneDigest) {
  const [pending, startTransition] = useTransition();
  const send = () =>
    startTransition(async () => {
      const result = await answered(sendNowAction({ id }));
      if (!result.ok) return announce("Not sent", result.error.message);
      const { state, error } = result.data;
      announce(state === "sent" ? "Sent" : "Not sent", error ?? name);
    });
  return (
    <Button pending={pending} onClick={send} aria-label={`Send me one now, ${name}`}>
      Send me one now
    </Button>
  );
}

export function PauseDigest({ id, name, paused }: OneDigest & { paused: boolean }) {
  const [pending, startTransition] = useTransition();
  const change = () =>
    startTransition(async () => {
      const result = await answered(pauseDigestAction({ id, paused: !paused }));
      if (!result.ok) announce("Not changed", result.error.message);
      else announce(paused ? "Goes on" : "Paused", name);
    });
  const word = paused ? "Go on" : "Pause";
  return (
    <Button pending={pending} onClick={change} aria-label={`${word}, ${name}`}>
      {word}
    </Button>
  );
}

/** Removes it after a question: what it sent is not listed any more either. */
export function RemoveDigest({ id, name }: OneDigest) {
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(removeDigestAction, () => {
    setOpen(false);
    announce("Removed", name);
  });
  return (
    <Dialog
      title="Remove the digest"
      description={`${name}. The list of what it sent goes with it, and links in old messages lead nowhere.`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="plain" aria-label={`Remove, ${name}`} {...opening}>
          Remove
        </Button>
      )}
    >
      <div className="space-y-4">
        <SaveError message={message} />
        <Button look="danger" pending={pending} onClick={() => submit({ id })}>
          Remove it
        </Button>
      </div>
    </Dialog>
  );
}
