"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { announce } from "@/components/ui/toaster";
import type { CardBehaviour, Person } from "@/lib/observe/round";
import { CardHeading } from "./card-heading";
import { emptyDraft, entryBody } from "./draft";
import { ObservationForm } from "./observation-form";
import { QueueNotice } from "./queue-notice";
import { useQueue } from "./use-queue";

type OtherViewProps = { userId: string; person: Person; behaviours: CardBehaviour[] };

/** One observation that nobody asked for: choose the behaviour, then as in the round. */
export function OtherView({ userId, person, behaviours }: OtherViewProps) {
  const router = useRouter();
  const queue = useQueue(userId, () => {});
  const [chosen, setChosen] = useState<CardBehaviour | null>(null);
  if (!chosen) {
    return (
      <>
        <QueueNotice queue={queue} />
        <h2 className="mb-2 text-lead">What did they do?</h2>
        <ul className="divide-y divide-rule border-y border-rule">
          {behaviours.map((behaviour) => (
            <li key={behaviour.behaviourId}>
              <button type="button" className="target w-full py-2 text-start" onClick={() => setChosen(behaviour)}>
                <span className="link block">{behaviour.statement}</span>
                <span className="block text-table text-ink-3">{behaviour.skill}</span>
              </button>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const subject = { people: [person], team: null };
  return (
    <article>
      <CardHeading subject={subject} behaviour={chosen} />
      <ObservationForm
        key={chosen.behaviourId}
        legend={`${person.name}: ${chosen.statement}`}
        anchors={chosen.anchors}
        initial={emptyDraft}
        save="Save"
        onSave={(draft, level) => {
          const key = crypto.randomUUID();
          const about = { writtenBy: userId, people: [person.id], behaviourId: chosen.behaviourId };
          const photo = draft.photo ? { photo: draft.photo } : {};
          const words = { who: person.name, what: chosen.statement, writtenAt: Date.now() };
          const body = entryBody(key, about, draft, level);
          void queue.add({ key, kind: "record", body, ...photo, ...words }).then(() => {
            announce(`Kept: ${person.name}`);
            router.push("/team/observe");
          });
        }}
      />
    </article>
  );
}
