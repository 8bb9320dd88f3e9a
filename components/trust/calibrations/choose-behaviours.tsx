"use client";
import { useRef, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LiveRegion } from "@/components/ui/live-region";
import { Select } from "@/components/ui/select";
import { levelWords } from "@/lib/evidence/levels";
import { findBehavioursAction } from "@/lib/trust/calibrations/actions";
import { mostBehaviours } from "@/lib/trust/calibrations/input";
import type { FoundBehaviour } from "@/lib/trust/calibrations/read-calibrations";

export type ChosenBehaviour = FoundBehaviour & { expected: number | null };

type Props = {
  chosen: readonly ChosenBehaviour[];
  onChange: (chosen: ChosenBehaviour[]) => void;
  error?: string[] | undefined;
};

const levelOptions = [
  { value: "", label: "None agreed" },
  ...Object.entries(levelWords).map(([value, label]) => ({ value, label: `${value} ${label}` })),
];

/** One to five behaviours of the taxonomy, each with the level that experts agreed on, if they did. */
export function ChooseBehaviours({ chosen, onChange, error }: Props) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<FoundBehaviour[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const asked = useRef("");
  const search = (words: string) => {
    setText(words);
    asked.current = words;
    if (words.trim().length < 2) return setFound(null);
    startTransition(async () => {
      const result = await answered(findBehavioursAction({ text: words }));
      if (asked.current !== words) return;
      setFound(result.ok ? result.data : null);
      setFailed(result.ok ? null : result.error.message);
    });
  };
  const open = (found ?? []).filter(({ id }) => !chosen.some((one) => one.id === id));
  const isFull = chosen.length >= mostBehaviours;
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 text-table font-medium">
        Behaviours to rate <span className="text-ink-3">(one to five)</span>
      </legend>
      {chosen.length > 0 ? (
        <ul className="space-y-3">
          {chosen.map((one) => (
            <li key={one.id} className="border-l-4 border-rule-2 pl-3">
              <p>
                {one.statement} <span className="text-ink-3">{one.skill}</span>
              </p>
              <div className="mt-1 flex flex-wrap items-end gap-2">
                <Field label="Level experts agreed on">
                  <Select
                    options={levelOptions}
                    value={one.expected ?? ""}
                    onChange={({ target: { value } }) =>
                      onChange(
                        chosen.map((each) =>
                          each.id === one.id ? { ...each, expected: value === "" ? null : Number(value) } : each,
                        ),
                      )
                    }
                  />
                </Field>
                <Button
                  look="plain"
                  aria-label={`Take out: ${one.statement}`}
                  onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
                >
                  Take out
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {isFull ? null : (
        <Field label="Find a behaviour" error={error} hint="Words of it, or of its skill">
          <Input type="search" autoComplete="off" value={text} onChange={({ target }) => search(target.value)} />
        </Field>
      )}
      <LiveRegion>
        {failed ??
          (found && !pending && !isFull
            ? open.length === 0
              ? "No behaviour holds these words."
              : `${open.length} found.`
            : "")}
      </LiveRegion>
      {isFull || open.length === 0 ? null : (
        <ul className="max-h-64 divide-y divide-rule overflow-y-auto border border-rule">
          {open.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="target w-full px-3 py-2 text-left hover:bg-paper-2"
                onClick={() => {
                  onChange([...chosen, { ...one, expected: null }]);
                  setText("");
                  setFound(null);
                }}
              >
                {one.statement} <span className="text-ink-3">{one.skill}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
