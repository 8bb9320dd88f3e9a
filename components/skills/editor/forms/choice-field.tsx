"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";
import type { Fault } from "@/lib/skills/tree/fault";

type ChoiceFieldProps<Value extends string> = {
  label: string;
  value: Value | null;
  words: Partial<Record<Value, string>>;
  /** What null is called. */
  none: string;
  hint?: string;
  onCommit: (value: Value | null) => readonly Fault[];
};

/** One of a few, taken at once. */
export function ChoiceField<Value extends string>({
  label,
  value,
  words,
  none,
  hint,
  onCommit,
}: ChoiceFieldProps<Value>) {
  const [problems, setProblems] = useState<string[]>([]);
  const values = Object.keys(words) as Value[];
  const options: SelectOption[] = values.map((key) => ({ value: key, label: words[key] ?? key }));
  return (
    <Field label={label} hint={hint} error={problems}>
      <Select
        value={value ?? ""}
        options={[{ value: "", label: none }, ...options]}
        onChange={(event) => {
          const chosen = values.find((key) => key === event.target.value) ?? null;
          setProblems(onCommit(chosen).map(({ message }) => message));
        }}
      />
    </Field>
  );
}
