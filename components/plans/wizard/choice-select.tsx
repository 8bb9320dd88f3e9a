"use client";
import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Chosen, useChoices } from "./choices-provider";

type Props = Pick<ComponentProps<typeof Field>, "label" | "hint" | "error" | "required"> & {
  name: string;
  /** What counts while nothing is chosen; it is not written into the address. */
  usual: string;
  options: ComponentProps<typeof Select>["options"];
  /** Choices that fall with this one. */
  resets?: readonly string[];
};

/** One of several, kept in the address. */
export function ChoiceSelect({ name, usual, options, resets = [], ...field }: Props) {
  const { query, choose } = useChoices();
  const change = (value: string) => {
    const fallen = Object.fromEntries(resets.map((reset): [string, Chosen] => [reset, null]));
    choose({ ...fallen, [name]: value === usual ? null : value });
  };
  return (
    <Field {...field}>
      <Select options={options} value={query.get(name) ?? usual} onChange={(event) => change(event.target.value)} />
    </Field>
  );
}
