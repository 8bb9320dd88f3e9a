"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import type { Meanwhile } from "@/lib/marks/meanwhile";
import { valueText } from "@/lib/scorecard/figure-text";
import type { ShownMetric } from "@/lib/scorecard/scorecard";
import { setTargetAction } from "@/lib/targets/actions";
import { meanwhileSentence } from "./meanwhile-sentence";
import { parseTarget, typedTarget } from "./typed-target";

export type TargetFormProps = {
  metric: Pick<ShownMetric, "id" | "name" | "unit" | "direction">;
  target: number | null;
};

/**
 * Sets, changes or takes away the target of a figure, in place. Where somebody else was there first it says what they did, and the next try
 * replaces that.
 */
export function TargetForm({ metric, target }: TargetFormProps) {
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [read, setRead] = useState(target);
  const [met, setMet] = useState<Meanwhile<number> | null>(null);
  const basedOn = met ? met.now : read;
  const words = (value: number) => valueText(formats, metric, value);
  const { submit, pending, forget, message, fields } = useSaving(
    (wanted: number | null) => setTargetAction({ metric: metric.id, target: wanted, basedOn }),
    (meanwhile, wanted) => {
      setMet(meanwhile);
      if (meanwhile) return;
      announce(wanted === null ? "Target removed" : "Target set", metric.name);
      setOpen(false);
    },
  );
  const begin = () => {
    setTyped(target === null ? "" : typedTarget(target, metric.unit));
    setRead(target);
    setMet(null);
    forget();
    setOpen(true);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(parseTarget(typed, metric.unit) ?? Number.NaN);
  };

  if (!open) {
    return (
      <p className="screen-only mt-1">
        <Button look="inline" onClick={begin}>
          {target === null ? "Set a target" : `Change the target of ${words(target)}`}
        </Button>
      </p>
    );
  }
  const told = met && meanwhileSentence("target", { ...met, now: met.now === null ? null : words(met.now) });
  return (
    <form onSubmit={onSubmit} noValidate className="mt-2 flex flex-wrap items-end gap-2">
      <Field
        label={`Target${unitWords(metric.unit)}`}
        hint={metric.direction === "down" ? "This much or less" : "This much or more"}
        error={fields.target ?? message ?? undefined}
      >
        <Input autoFocus inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Button look="primary" type="submit" pending={pending}>
        {met ? "Replace it with mine" : "Save target"}
      </Button>
      {basedOn === null ? null : (
        <Button disabled={pending} onClick={() => submit(null)}>
          Remove
        </Button>
      )}
      <Button look="plain" onClick={() => setOpen(false)}>
        Cancel
      </Button>
      <div className="basis-full">
        <SaveError message={told} />
      </div>
    </form>
  );
}

function unitWords(unit: string): string {
  if (unit === "share") return " in %";
  return unit === "" || unit === "count" ? "" : ` in ${unit}`;
}
