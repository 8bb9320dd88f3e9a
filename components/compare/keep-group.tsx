"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import { keepCohortAction } from "@/lib/compare/actions";
import type { GroupName, Look } from "@/lib/compare/input";
import type { PublicError } from "@/lib/errors";

type KeepGroupProps = { name: GroupName; label: string; group: string; period: string; look: Look };

/** Keeps a group of the comparison under a name: as a rule, or fixed to the people it holds. */
export function KeepGroup({ name, label, group, period, look }: KeepGroupProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [freeze, setFreeze] = useState(false);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await keepCohortAction({ name: typed, group, period, look, freeze });
      if (!result.ok) return setError(result.error);
      announce("Cohort kept", typed);
      setError(null);
      setOpen(false);
    });
  };
  return (
    <Dialog
      title={`Keep group ${name.toUpperCase()}`}
      description={label}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Keep group {name.toUpperCase()}</Button>}
    >
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field
          label="Name"
          required
          error={error?.fields.name ?? (error && !error.fields.name ? error.message : undefined)}
        >
          <Input value={typed} maxLength={120} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Checkbox
          label="Fix its people now"
          hint="From then on it holds the same people, whoever moves, joins or leaves. Otherwise its rule is asked anew each time."
          checked={freeze}
          onChange={(event) => setFreeze(event.target.checked)}
        />
        <div>
          <Button look="primary" type="submit" pending={pending}>
            Keep cohort
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
