"use client";
import { nobody, SearchChoice } from "@/components/choices/search-choice";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { amongQuery } from "@/lib/access/choosing/choice-queries";
import type { Choice } from "@/lib/access/choosing/choosable";

type PersonFieldProps = {
  label: string;
  choices: readonly Choice[];
  error: string[] | undefined;
  value: Choice;
  onChoose(person: Choice): void;
};

/** Whom of a line it is for; nothing where there is only one. */
export function PersonField({ label, choices, error, value, onChoose }: PersonFieldProps) {
  if (choices.length < 2) return null;
  return (
    <Field label={label} required error={error}>
      <SearchChoice find={amongQuery(choices)} value={value} onChoose={onChoose} />
    </Field>
  );
}

type SkillFieldProps = {
  choices: readonly { id: string; name: string }[];
  error: string[] | undefined;
  control: { value: string; onChange(change: { target: { value: string } }): void };
};

export function SkillField({ choices, error, control }: SkillFieldProps) {
  return (
    <Field label="Skill" error={error}>
      <Select
        options={[
          { value: "", label: "None in particular" },
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...control}
      />
    </Field>
  );
}

/** The only choice there is. */
export const onlyOf = (choices: readonly Choice[]): Choice => (choices.length === 1 ? (choices[0] ?? nobody) : nobody);
