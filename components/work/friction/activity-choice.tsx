"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type ActivityChoiceProps = {
  offered: readonly { id: string; name: string }[];
  chosen: readonly { id: string; name: string }[];
  error: string[] | undefined;
  onChange(chosen: { id: string; name: string }[]): void;
};

/** What was built to help: adds one at a time, takes one away. */
export function ActivityChoice({ offered, chosen, error, onChange }: ActivityChoiceProps) {
  const left = offered.filter(({ id }) => !chosen.some((one) => one.id === id));
  return (
    <div>
      <Field label="Learning built to help" error={error} hint="In-flow support and training meant for exactly this">
        <Select
          value=""
          options={[
            { value: "", label: "Add an activity" },
            ...left.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(change) => {
            const added = left.find(({ id }) => id === change.target.value);
            if (added) onChange([...chosen, added]);
          }}
        />
      </Field>
      {chosen.length > 0 ? (
        <ul className="mt-2 space-y-1 text-table">
          {chosen.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-3">
              <span className="min-w-0">{name}</span>
              <Button
                look="inline"
                aria-label={`Take away ${name}`}
                onClick={() => onChange(chosen.filter((one) => one.id !== id))}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
