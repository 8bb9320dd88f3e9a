"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

export type Choice = { id: string; name: string };
type ChoiceFieldProps = {
  choices: readonly Choice[];
  error: string[] | undefined;
  control: { value: string; onChange(change: { target: { value: string } }): void };
};

const optionsOf = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));

/** Whom it is for; nothing where there is only one. */
export function PersonField({ label, choices, error, control }: ChoiceFieldProps & { label: string }) {
  if (choices.length < 2) return null;
  return (
    <Field label={label} required error={error}>
      <Select options={[{ value: "", label: "Choose" }, ...optionsOf(choices)]} {...control} />
    </Field>
  );
}

export function SkillField({ choices, error, control }: ChoiceFieldProps) {
  return (
    <Field label="Skill" error={error}>
      <Select options={[{ value: "", label: "None in particular" }, ...optionsOf(choices)]} {...control} />
    </Field>
  );
}

/** The only choice there is. */
export const onlyOf = (choices: readonly Choice[]): string => (choices.length === 1 ? (choices[0]?.id ?? "") : "");
