"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { announce } from "@/components/ui/toaster";
import { levelWords } from "@/lib/evidence/levels";
import { editObservationAction, undoOwnAction } from "@/lib/observe/actions";
import type { LateEntry } from "@/lib/observe/read-lately";
import { Artefact } from "./artefact";
import { emptyDraft, readings } from "./draft";
import { ObservationForm } from "./observation-form";

/** What was entered in the last hours, to be mended or taken back. */
export function LatelyEntered({ entries }: { entries: readonly LateEntry[] }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {entries.map((entry) => (
        <Entered key={`${entry.personId} ${entry.observationId}`} entry={entry} />
      ))}
    </ul>
  );
}

function Entered({ entry }: { entry: LateEntry }) {
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState("");
  const { personId, observationId, fileId } = entry;

  const run = async (work: Promise<{ ok: true } | { ok: false; error: { message: string } }>, said: string) => {
    setPending(true);
    setProblem("");
    try {
      const result = await work;
      if (result.ok) {
        setOpen(false);
        announce(said);
      } else setProblem(result.error.message);
    } catch {
      setProblem("The server could not be reached. Nothing was changed.");
    }
    setPending(false);
  };

  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{entry.name}</p>
          <p className="text-table text-ink-2">{entry.statement}</p>
          <p className="text-table">
            {levelWord(entry.level)}
            {said(entry)}
            <span className="text-ink-3"> · {formats.moment(new Date(entry.enteredAt))}</span>
          </p>
          {entry.note ? <p className="mt-1 text-table text-ink-2">{entry.note}</p> : null}
          {entry.artefact ? <Artefact text={entry.artefact} /> : null}
          {fileId ? (
            <a
              className="link text-table"
              href={`/api/observe/files/${personId}/${fileId}`}
              target="_blank"
              rel="noreferrer"
            >
              Photo
            </a>
          ) : null}
        </div>
        {entry.mendable ? (
          <div className="flex gap-4">
            <Button
              look="inline"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              aria-label={`Change ${entry.name}`}
            >
              Change
            </Button>
            <Button
              look="inline"
              pending={pending}
              aria-label={`Take back ${entry.name}`}
              onClick={() => void run(undoOwnAction({ personId, observationId }), "Taken back")}
            >
              Take back
            </Button>
          </div>
        ) : (
          <p className="text-table text-ink-3">Struck after it was contested</p>
        )}
      </div>
      <p role="alert" className="text-table font-medium text-worse">
        {problem}
      </p>
      {open ? (
        <ObservationForm
          legend={`${entry.name}: ${entry.statement}`}
          anchors={entry.anchors}
          initial={{ ...emptyDraft, ...entry, note: entry.note ?? "", artefact: entry.artefact ?? "" }}
          save="Save the change"
          pending={pending}
          withPhoto={false}
          onSave={({ independent, accurate, consistent, note, artefact }, level) =>
            void run(
              editObservationAction({
                personId,
                observationId,
                level,
                independent,
                accurate,
                consistent,
                note,
                artefact,
              }),
              "Changed",
            )
          }
        />
      ) : null}
    </li>
  );
}

const levelWord = (level: number) => `${level} ${levelWords[level as keyof typeof levelWords] ?? ""}`.trim();

function said(entry: LateEntry): string {
  return readings
    .flatMap(([field, label]) =>
      entry[field] === null ? [] : [`, ${label.toLowerCase()}: ${entry[field] ? "yes" : "no"}`],
    )
    .join("");
}
