"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FieldErrors } from "@/lib/errors";
import { costKinds } from "@/lib/money/case";
import { kindName, recurrenceNames } from "./money-words";

type Recurrence = keyof typeof recurrenceNames;
const recurrences = Object.keys(recurrenceNames) as Recurrence[];

export type TypedCost = Record<"item" | "amount" | "currency" | "spentOn" | "endsOn" | "hours" | "note", string> & {
  kind: (typeof costKinds)[number] | "";
  recurrence: Recurrence;
};

type CostFieldsProps = {
  typed: TypedCost;
  onType(typed: TypedCost): void;
  fields: FieldErrors;
};

/** Everything the ledger holds of a cost. */
export function CostFields({ typed, onType, fields }: CostFieldsProps) {
  const field = (name: Exclude<keyof TypedCost, "kind" | "recurrence">) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => onType({ ...typed, [name]: change.target.value }),
  });
  const runs = typed.recurrence !== "one_off";
  return (
    <>
      <Field label="What for" required error={fields.item}>
        <Input {...field("item")} />
      </Field>
      <Field label="Kind" required error={fields.kind}>
        <Select
          value={typed.kind}
          options={[{ value: "", label: "Choose" }, ...costKinds.map((value) => ({ value, label: kindName(value) }))]}
          onChange={({ target }) => onType({ ...typed, kind: costKinds.find((kind) => kind === target.value) ?? "" })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Amount" required error={fields.amount}>
          <Input inputMode="decimal" {...field("amount")} />
        </Field>
        <Field label="Currency" required error={fields.currency}>
          <Input maxLength={3} {...field("currency")} />
        </Field>
        <Field label="How often" error={fields.recurrence}>
          <Select
            value={typed.recurrence}
            options={recurrences.map((value) => ({ value, label: recurrenceNames[value] }))}
            onChange={({ target }) =>
              onType({ ...typed, recurrence: recurrences.find((one) => one === target.value) ?? "one_off" })
            }
          />
        </Field>
        <Field label={runs ? "From" : "Day"} required error={fields.spentOn}>
          <Input type="date" {...field("spentOn")} />
        </Field>
        {runs ? (
          <Field label="Until" error={fields.endsOn} hint="Empty: as long as benefits are counted">
            <Input type="date" {...field("endsOn")} />
          </Field>
        ) : null}
        {typed.kind === "learner_time" ? (
          <Field label="Hours" error={fields.hours} hint="Of all learners together">
            <Input inputMode="decimal" {...field("hours")} />
          </Field>
        ) : null}
      </div>
      <Field label="Note" error={fields.note}>
        <Textarea rows={2} {...field("note")} />
      </Field>
    </>
  );
}
