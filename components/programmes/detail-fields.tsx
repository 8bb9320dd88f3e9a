"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ItemKind } from "@/lib/programmes/kinds";
import type { Choices } from "@/lib/programmes/programme";
import type { TypedDetail } from "./item-detail";
import { sourceWords, supportWords, whoWords } from "./words";

type DetailFieldsProps = {
  kind: ItemKind;
  typed: TypedDetail;
  set(change: Partial<TypedDetail>): void;
  choices: Choices;
  error: string[] | undefined;
};

const listed = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const qualities = [
  { name: "concise", label: "Concise", hint: "Read or seen in the time the moment leaves" },
  { name: "roleSpecific", label: "Role-specific", hint: "In the words and with the cases of this role" },
  { name: "actionOriented", label: "Action-oriented", hint: "Says what to do next, not what to know" },
] as const;

/** What only one kind of item asks. */
export function DetailFields({ kind, typed, set, choices, error }: DetailFieldsProps) {
  const control = (name: keyof TypedDetail) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => set({ [name]: change.target.value }),
  });
  switch (kind) {
    case "interview":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="With whom" hint="A part people play, never a name">
            <Select options={listed(whoWords)} {...control("who")} />
          </Field>
          <Field label="Friction point it is about" error={error}>
            <Select
              options={[
                { value: "", label: "None yet" },
                ...choices.frictions.map(({ id, statement }) => ({ value: id, label: statement })),
              ]}
              {...control("frictionId")}
            />
          </Field>
        </div>
      );
    case "inventory":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Kind of document">
            <Select options={listed(sourceWords)} {...control("source")} />
          </Field>
          <Field label="Where it is" error={error}>
            <Input {...control("where")} />
          </Field>
        </div>
      );
    case "support":
      return (
        <Field label="Kind of support" error={error}>
          <Select options={listed(supportWords)} {...control("support")} />
        </Field>
      );
    case "asset":
      return (
        <fieldset>
          <legend className="mb-1 text-table font-medium">It is done when it is all three</legend>
          {qualities.map(({ name, label, hint }) => (
            <Checkbox
              key={name}
              label={label}
              hint={hint}
              checked={typed[name] !== ""}
              onChange={(change) => set({ [name]: change.target.checked ? "yes" : "" })}
            />
          ))}
        </fieldset>
      );
    default:
      return null;
  }
}
