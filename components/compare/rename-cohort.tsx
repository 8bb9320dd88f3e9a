"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import { renameCohortAction } from "@/lib/compare/actions";
import type { PublicError } from "@/lib/errors";

export function RenameCohort({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(name);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await renameCohortAction({ id, name: typed });
      if (!result.ok) return setError(result.error);
      announce("Cohort renamed", typed);
      setError(null);
      setOpen(false);
    });
  };
  return (
    <Dialog
      title={`Rename ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Rename ${name}`} {...opening}>
          Rename
        </Button>
      )}
    >
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field label="Name" required error={error?.fields.name ?? error?.message}>
          <Input value={typed} maxLength={120} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <div>
          <Button look="primary" type="submit" pending={pending}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
