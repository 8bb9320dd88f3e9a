"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { valueText } from "@/lib/scorecard/figure-text";
import type { ShownMetric } from "@/lib/scorecard/scorecard";
import { setTargetAction } from "@/lib/targets/actions";
import { parseTarget, typedTarget } from "./typed-target";

export type TargetFormProps = {
  metric: Pick<ShownMetric, "id" | "name" | "unit" | "direction">;
  target: number | null;
};

/** Sets, changes or takes away the target of a figure, in place. */
export function TargetForm({ metric, target }: TargetFormProps) {
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();

  const save = (value: number | null) =>
    startTransition(async () => {
      const result = await answered(setTargetAction({ metric: metric.id, target: value }));
      if (!result.ok) return setError(result.error);
      announce(value === null ? "Target removed" : "Target set", metric.name);
      setError(null);
      setOpen(false);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = parseTarget(typed, metric.unit);
    if (value !== null) return save(value);
    const why = "Write a number, such as 80 or 2.5";
    setError({ code: "invalid-input", message: why, fields: { target: [why] } });
  };

  if (!open) {
    return (
      <p className="screen-only mt-1">
        <Button
          look="inline"
          onClick={() => {
            setTyped(target === null ? "" : typedTarget(target, metric.unit));
            setOpen(true);
          }}
        >
          {target === null ? "Set a target" : `Change the target of ${valueText(formats, metric, target)}`}
        </Button>
      </p>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="mt-2 flex flex-wrap items-end gap-2">
      <Field
        label={`Target${unitWords(metric.unit)}`}
        hint={metric.direction === "down" ? "This much or less" : "This much or more"}
        error={error?.fields.target ?? error?.message}
      >
        <Input autoFocus inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Button look="primary" type="submit" pending={pending}>
        Save target
      </Button>
      {target === null ? null : (
        <Button disabled={pending} onClick={() => save(null)}>
          Remove
        </Button>
      )}
      <Button
        look="plain"
        onClick={() => {
          setError(null);
          setOpen(false);
        }}
      >
        Cancel
      </Button>
    </form>
  );
}

function unitWords(unit: string): string {
  if (unit === "share") return " in %";
  return unit === "" || unit === "count" ? "" : ` in ${unit}`;
}
