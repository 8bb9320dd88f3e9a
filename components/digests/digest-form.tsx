"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { saveDigestAction } from "@/lib/digests/actions";
import type { DigestInput } from "@/lib/digests/input";
import type { DigestDesk, OwnDigest } from "@/lib/digests/own-digest";
import { DigestFields } from "./digest-fields";
import { channelWords } from "./digest-words";

type Desk = Pick<DigestDesk, "offered" | "first" | "email" | "cannot" | "timeZone">;

/** Sets up a digest, or changes one. What was typed stays until it is taken. */
export function DigestForm({ desk, digest }: { desk: Desk; digest?: OwnDigest }) {
  return (
    <DialogForm
      title={digest ? "Change the digest" : "Set up a digest"}
      description="A short message with what is new, on the day you choose. Where nothing is new, nothing is sent."
      trigger={(opening) => (
        <Button look={digest ? "secondary" : "primary"} {...opening}>
          {digest ? "Change" : "Set up a digest"}
        </Button>
      )}
      initial={startOf(desk, digest)}
      submit={digest ? "Save" : "Set it up"}
      send={saveDigestAction}
      done={(_, { channel }) => [digest ? "Digest changed" : "Digest set up", channelWords[channel]]}
    >
      {({ typed, set, errors }) => (
        <>
          <DigestFields
            typed={typed}
            set={set}
            errors={errors}
            desk={desk}
            kept={digest && digest.channel === typed.channel && digest.channel !== "email" ? digest.to : null}
          />
        </>
      )}
    </DialogForm>
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
