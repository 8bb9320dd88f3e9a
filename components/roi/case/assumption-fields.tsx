"use client";
import { nobody } from "@/components/choices/search-choice";
import { UserChoice } from "@/components/choices/user-choice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Choice } from "@/lib/access/choosing/choosable";
import type { FieldErrors } from "@/lib/errors";

export type TypedAssumption = Record<"value" | "low" | "high" | "unit" | "source" | "note", string> & {
  owner: Choice;
  alternatives: { id: number; value: string; source: string }[];
};

type AssumptionFieldsProps = {
  typed: TypedAssumption;
  onType(typed: TypedAssumption): void;
  fields: FieldErrors;
};

/** Everything an assumption says. */
export function AssumptionFields({ typed, onType, fields }: AssumptionFieldsProps) {
  const field = (name: Exclude<keyof TypedAssumption, "alternatives" | "owner">) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => onType({ ...typed, [name]: change.target.value }),
  });
  const { alternatives } = typed;
  const change = (id: number, part: Partial<(typeof alternatives)[number]>) =>
    onType({ ...typed, alternatives: alternatives.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <>
      <div className="grid grid-cols-3 gap-4">
        <Field label="Value" error={fields.value}>
          <Input inputMode="decimal" {...field("value")} />
        </Field>
        <Field label="At least" error={fields.low}>
          <Input inputMode="decimal" {...field("low")} />
        </Field>
        <Field label="At most" error={fields.high}>
          <Input inputMode="decimal" {...field("high")} />
        </Field>
      </div>
      <Field label="Unit" error={fields.unit} hint={typed.unit.startsWith("share") ? "0.5 is 50%" : undefined}>
        <Input {...field("unit")} />
      </Field>
      <Field label="Source" error={fields.source} hint="Without one it is not counted">
        <Input {...field("source")} />
      </Field>
      <Field label="Owner" error={fields.ownerId} hint="Answers for it, and does not sign it">
        <UserChoice
          to="assumption"
          value={typed.owner}
          fixed={[nobody]}
          onChoose={(owner) => onType({ ...typed, owner })}
        />
      </Field>
      <fieldset className="space-y-2">
        <legend className="mb-1 text-table font-medium">Other values somebody states</legend>
        <p className="text-caption text-ink-3">Of several the one that gives the smallest benefit is used.</p>
        {alternatives.map(({ id, value, source }, at) => (
          <div key={id} className="grid grid-cols-[6rem_1fr_auto] items-start gap-2">
            <Field label={`Other value ${at + 1}`} hideLabel>
              <Input inputMode="decimal" value={value} onChange={({ target }) => change(id, { value: target.value })} />
            </Field>
            <Field label={`Source of other value ${at + 1}`} hideLabel>
              <Input
                value={source}
                placeholder="Who states it"
                onChange={({ target }) => change(id, { source: target.value })}
              />
            </Field>
            <Button
              look="inline"
              aria-label={`Remove other value ${at + 1}`}
              onClick={() => onType({ ...typed, alternatives: alternatives.filter((one) => one.id !== id) })}
            >
              Remove
            </Button>
          </div>
        ))}
        {fields.alternatives ? (
          <p className="text-table font-medium text-worse">{fields.alternatives.join(". ")}</p>
        ) : null}
        <Button
          look="inline"
          onClick={() => {
            const id = Math.max(-1, ...alternatives.map((one) => one.id)) + 1;
            onType({ ...typed, alternatives: [...alternatives, { id, value: "", source: "" }] });
          }}
        >
          Add another value
        </Button>
      </fieldset>
      <Field label="Note" error={fields.note}>
        <Textarea rows={2} {...field("note")} />
      </Field>
    </>
  );
}
