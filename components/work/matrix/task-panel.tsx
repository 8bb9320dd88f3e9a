"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Select } from "@/components/ui/select";
import { quadrants } from "@/lib/work/matrix/advice";
import { frequencyWords, impactWords, type Place } from "@/lib/work/matrix/levels";
import type { MatrixTask } from "@/lib/work/matrix/read-matrix";
import { adviceOf, adviceWords, apartWords, placeOf, reasonsOf } from "@/lib/work/matrix/reasons";

type TaskPanelProps = {
  task: MatrixTask;
  place: Place | null;
  minimum: number;
  editing: boolean;
  onMove(to: Place): void;
};

/** What is known of the chosen task, what the rule says and why, and the form that places it. */
export function TaskPanel({ task, place, minimum, editing, onMove }: TaskPanelProps) {
  const formats = useFormats();
  const shown = { ...task, placed: place };
  const advice = adviceOf(shown);
  const apart = apartWords(shown);
  return (
    <section aria-label="Chosen task" className="border-l-4 border-line bg-paper-2 px-4 py-3 xl:self-start">
      <h3 className="text-lead">{task.name}</h3>
      <p className="mt-1 text-table text-ink-2">
        {place ? `Placed at frequency ${place.frequency}, impact ${place.impact}` : "Not placed yet"}
        {task.critical ? " · critical: people must be able to do it alone" : ""}
        {task.facets.length > 0 ? ` · asks for ${task.facets.join(", ")}` : ""}
      </p>
      {apart ? <p className="mt-2 font-medium">{apart}.</p> : null}
      <p className="mt-2 max-w-prose">
        {advice ? <strong className="font-semibold">{quadrants[advice.quadrant].name}. </strong> : null}
        {adviceWords(shown)}
      </p>
      <ul className="mt-2 max-w-prose list-disc space-y-1 ps-5 text-table text-ink-2">
        {reasonsOf(shown, minimum, formats).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {editing ? (
        <PlaceForm key={JSON.stringify(place)} place={place} start={placeOf(task.computed)} onMove={onMove} />
      ) : null}
    </section>
  );
}

type PlaceFormProps = { place: Place | null; start: Place | null; onMove(to: Place): void };

function PlaceForm({ place, start, onMove }: PlaceFormProps) {
  const [typed, setTyped] = useState<Place>(place ?? start ?? { frequency: 3, impact: 3 });
  const options = (words: Record<number, string>) =>
    [5, 4, 3, 2, 1].map((level) => ({ value: String(level), label: `${level}: ${words[level]}` }));
  return (
    <form
      className="screen-only mt-4 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto] xl:grid-cols-1"
      onSubmit={(event) => {
        event.preventDefault();
        onMove(typed);
      }}
    >
      <Field label="Frequency">
        <Select
          options={options(frequencyWords)}
          value={typed.frequency}
          onChange={(change) => setTyped({ ...typed, frequency: Number(change.target.value) })}
        />
      </Field>
      <Field label="Impact on the business">
        <Select
          options={options(impactWords)}
          value={typed.impact}
          onChange={(change) => setTyped({ ...typed, impact: Number(change.target.value) })}
        />
      </Field>
      <Button type="submit">Place</Button>
    </form>
  );
}
