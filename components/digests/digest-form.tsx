"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { saveDigestAction } from "@/lib/digests/actions";
import type { DigestInput } from "@/lib/digests/input";
import type { DigestDesk, OwnDigest } from "@/lib/digests/own-digest";
import { DigestFields } from "./digest-fields";
import { channelWords } from "./digest-words";

type Desk = Pick<DigestDesk, "offered" | "first" | "email" | "cannot" | "timeZone">;

/** Sets up a digest, or changes one. What was typed stays until it is taken. */
export function DigestForm({ desk, digest }: { desk: Desk; digest?: OwnDigest }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => startOf(desk, digest));
  const { submit, pending, message, fields } = useSaving(saveDigestAction, () => {
    setOpen(false);
    announce(digest ? "Digest changed" : "Digest set up", channelWords[typed.channel]);
  });
  const onOpenChange = (next: boolean) => {
    if (next) setTyped(startOf(desk, digest));
    setOpen(next);
  };
  return (
    <Dialog
      title={digest ? "Change the digest" : "Set up a digest"}
      description="A short message with what is new, on the day you choose. Where nothing is new, nothing is sent."
      open={open}
      onOpenChange={onOpenChange}
      trigger={(opening) => (
        <Button look={digest ? "secondary" : "primary"} {...opening}>
          {digest ? "Change" : "Set up a digest"}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(typed);
        }}
      >
        <DigestFields
          typed={typed}
          set={(part) => setTyped({ ...typed, ...part })}
          errors={fields}
          desk={desk}
          kept={digest && digest.channel === typed.channel && digest.channel !== "email" ? digest.to : null}
        />
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          {digest ? "Save" : "Set it up"}
        </Button>
      </form>
    </Dialog>
  );
}

function startOf({ first, timeZone }: Desk, digest: OwnDigest | undefined): DigestInput {
  const schedule = digest ?? {
    channel: "email",
    cadence: "weekly",
    day: 1,
    hour: 8,
    timeZone,
    quietFrom: 20,
    quietTo: 7,
  };
  const { channel, cadence, day, hour, timeZone: zone, quietFrom, quietTo } = schedule;
  return {
    id: digest?.id ?? null,
    revision: digest?.revision ?? null,
    webhook: null,
    sections: digest?.sections ?? first,
    channel: channel === "slack" || channel === "teams" ? channel : "email",
    cadence: cadence === "monthly" ? "monthly" : "weekly",
    day,
    hour,
    timeZone: zone,
    quietFrom,
    quietTo,
  };
}
