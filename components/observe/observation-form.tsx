"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { longestLink, longestNote } from "@/lib/observe/input";
import type { Draft } from "./draft";
import { LevelChoice } from "./level-choice";
import { PhotoField } from "./photo-field";
import { QuickReadings } from "./quick-readings";

type ObservationFormProps = {
  /** Whom and what, read out with the levels. */
  legend: string;
  anchors: readonly (string | null)[];
  initial: Draft;
  save: string;
  onSave: (draft: Draft, level: number) => void;
  /** Beside the button: another way out. */
  beside?: ReactNode;
  withPhoto?: boolean;
  pending?: boolean;
};

/** One observation: a level and the button are two taps; everything else is there for who wants it. */
export function ObservationForm({ initial, onSave, withPhoto = true, ...words }: ObservationFormProps) {
  const [draft, setDraft] = useState(initial);
  const [missing, setMissing] = useState(false);
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const save = () => {
    setMissing(draft.level === null);
    if (draft.level !== null) onSave(draft, draft.level);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      noValidate
    >
      <LevelChoice
        legend={words.legend}
        anchors={words.anchors}
        value={draft.level}
        error={missing && draft.level === null ? "Choose a level, or say that you could not see it" : undefined}
        onChange={(level) => change({ level })}
      />
      <div className="mt-4">
        <QuickReadings draft={draft} onChange={change} />
      </div>
      <Disclosure
        summary={withPhoto ? "Note, link or photo" : "Note or link"}
        className="mt-2"
        open={draft.note !== "" || draft.artefact !== ""}
      >
        <div className="space-y-4">
          <Field label="Note" hint="What you saw, for them and their coach. They can read it.">
            <Textarea
              maxLength={longestNote}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          </Field>
          <Field label="Where the work is" hint="An address or a number, such as ticket 4711.">
            <Input
              maxLength={longestLink}
              value={draft.artefact}
              onChange={(event) => change({ artefact: event.target.value })}
            />
          </Field>
          {withPhoto ? <PhotoField photo={draft.photo} onChange={(photo) => change({ photo })} /> : null}
        </div>
      </Disclosure>
      <div className="sticky bottom-0 z-10 -mx-4 mt-4 flex items-center gap-3 border-t border-rule bg-paper px-4 py-3 sm:static sm:mx-0 sm:px-0">
        {words.beside}
        <Button
          look="primary"
          type="submit"
          pending={words.pending ?? false}
          className="ml-auto min-w-36 max-sm:flex-1"
        >
          {words.save}
        </Button>
      </div>
    </form>
  );
}
