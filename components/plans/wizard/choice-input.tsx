"use client";
import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { typing, useChoices } from "./choices-provider";

type Props = Pick<ComponentProps<typeof Field>, "label" | "hint" | "error" | "required" | "className"> &
  Pick<ComponentProps<typeof Input>, "type" | "inputMode" | "min" | "max" | "step" | "maxLength"> & {
    name: string;
    /** Stands in the field while nothing is chosen. */
    usual?: string;
  };

/** Something typed, kept in the address once the writer pauses. */
export function ChoiceInput({ name, usual = "", label, hint, error, required, className, ...input }: Props) {
  const { query, choose } = useChoices();
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(required !== undefined && { required })}
      {...(className !== undefined && { className })}
    >
      <Input
        autoComplete="off"
        {...input}
        value={query.get(name) ?? usual}
        onChange={(event) => choose({ [name]: event.target.value }, input.type === "date" ? 0 : typing)}
      />
    </Field>
  );
}
