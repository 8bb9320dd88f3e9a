"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import type { ObservationDraft } from "@/lib/observe/input";
import { emptyDraft } from "./draft";
import { ObservationForm } from "./observation-form";
import { dropEntry, type Entry } from "./queue";
import type { useQueue } from "./use-queue";

type Queue = ReturnType<typeof useQueue>;

/** What has not been sent: how many wait and why, and what was refused, to be mended or dropped. */
export function QueueNotice({ queue }: { queue: Queue }) {
  const waiting = queue.waiting.filter((entry) => !entry.refused);
  const refused = queue.waiting.filter((entry) => entry.refused);
  return (
    <>
      <LiveRegion>
        {waiting.length > 0 && queue.state !== "sending" ? (
          <div className="mb-4 border-l-4 border-comparison bg-early px-3 py-2">
            <p className="font-semibold">{waiting.length} waiting</p>
            <p className="text-table text-ink-2">{why(queue)}</p>
            {queue.state === "signed-out" ? (
              <Link href="/sign-in?from=/team/observe" className="link target inline-flex items-center">
                Sign in
              </Link>
            ) : (
              <Button look="inline" onClick={() => void queue.send()}>
                Try now
              </Button>
            )}
          </div>
        ) : null}
      </LiveRegion>
      {refused.map((entry) => (
        <Refused key={entry.key} entry={entry} onMended={queue.add} />
      ))}
    </>
  );
}

function why({ state, durable }: Queue): string {
  if (state === "signed-out")
    return "Your session has ended. What you recorded is kept on this device and sent when you sign in.";
  if (!durable) return "No connection, and this browser keeps nothing: leave the page open until it is sent.";
  return "No connection. Kept on this device and sent by itself when there is one.";
}

function Refused({ entry, onMended }: { entry: Entry; onMended: Queue["add"] }) {
  const [mending, setMending] = useState(false);
  const mend = entry.kind === "record" ? entry : null;
  return (
    <div role="alert" className="mb-4 border-l-4 border-worse bg-paper-2 px-3 py-2">
      <p className="font-semibold">
        Not taken: {entry.who}, {entry.what}
      </p>
      <p className="text-table text-ink-2">{entry.refused}</p>
      <div className="mt-1 flex gap-4">
        {mend ? (
          <Button look="inline" aria-expanded={mending} onClick={() => setMending(!mending)}>
            Mend and send again
          </Button>
        ) : null}
        <Button look="inline" onClick={() => void dropEntry(entry.key)}>
          Drop it
        </Button>
      </div>
      {mend && mending ? (
        <ObservationForm
          legend={`${entry.who}: ${entry.what}`}
          anchors={[]}
          initial={{ ...emptyDraft, ...saidIn(mend.body), photo: mend.photo ?? null }}
          save="Send again"
          onSave={(draft, level) => {
            const id = crypto.randomUUID();
            const { photo, note, artefact, independent, accurate, consistent } = draft;
            const body = { ...mend.body, id, level, note, artefact, independent, accurate, consistent };
            const { who, what } = entry;
            void dropEntry(entry.key);
            void onMended({
              key: id,
              kind: "record",
              body,
              ...(photo ? { photo } : {}),
              who,
              what,
              writtenAt: Date.now(),
            });
          }}
        />
      ) : null}
    </div>
  );
}

function saidIn({ level, independent, accurate, consistent, note, artefact }: ObservationDraft) {
  return {
    level,
    independent: independent ?? null,
    accurate: accurate ?? null,
    consistent: consistent ?? null,
    note: note ?? "",
    artefact: artefact ?? "",
  };
}
