"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { enterRateAction } from "@/lib/roi/case/actions";
import { typedNumber } from "./typed-number";

type RateFormProps = { own: string; today: string /** Of costs that wait for a rate. */; currency?: string };

/** Enters what one unit of a currency is worth from a day on. */
export function RateForm({ own, today, currency = "" }: RateFormProps) {
  const blank = { currency, validFrom: today, rate: "", source: "" };
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(blank);
  const { submit, pending, message, fields } = useSaving(enterRateAction, () => {
    setOpen(false);
    announce("Rate entered", typed.currency.toUpperCase());
    setTyped(blank);
  });
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  return (
    <Dialog
      title="Enter a rate"
      description={`What one unit is worth in ${own}. Costs are converted by the newest rate on or before their day.`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>{currency ? `Enter a rate for ${currency}` : "Enter a rate"}</Button>}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ ...typed, rate: typedNumber(typed.rate) ?? Number.NaN });
        }}
      >
        <div className="grid grid-cols-2 gap-4">
          <Field label="Currency" required error={fields.currency}>
            <Input maxLength={3} placeholder="CHF" {...field("currency")} />
          </Field>
          <Field label={`Worth in ${own}`} required error={fields.rate}>
            <Input inputMode="decimal" placeholder="1.06" {...field("rate")} />
          </Field>
        </div>
        <Field label="From" required error={fields.validFrom} hint="A second rate of the same day replaces the first">
          <Input type="date" {...field("validFrom")} />
        </Field>
        <Field label="Source" required error={fields.source}>
          <Input placeholder="ECB reference rate" {...field("source")} />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Enter it
        </Button>
      </form>
    </Dialog>
  );
}
