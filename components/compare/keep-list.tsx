"use client";
import { type ChangeEvent, type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { controlClass } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import { Field, useField } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import { keepListAction } from "@/lib/compare/actions";
import type { PublicError } from "@/lib/errors";

type Unknown = { line: number; id: string };

/** Keeps a list of employee ids under a name. Ids nobody has are named line by line before anything is kept. */
export function KeepList() {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [list, setList] = useState("");
  const [without, setWithout] = useState(false);
  const [unknown, setUnknown] = useState<Unknown[]>([]);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answered(keepListAction({ name, list, withoutUnknown: without }));
      if (!result.ok) return setError(result.error);
      setError(null);
      setUnknown(result.data.unknown);
      if (!result.data.id) return;
      announce(
        "List kept",
        `${name}: ${result.data.known} people${result.data.repeated > 0 ? `, ${result.data.repeated} named twice` : ""}`,
      );
      setOpen(false);
    });
  };
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setList(await file.text());
  };
  return (
    <Dialog
      title="Keep a list of people"
      description="It is fixed: it holds these people from now on. Their ids are not written into any address."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Keep a list of people</Button>}
    >
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field label="Name" required error={error?.fields.name}>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field
          label="Employee ids"
          required
          hint="One a line, or a CSV file whose first column they are"
          error={error?.fields.list ?? (error && !error.fields.name ? error.message : undefined)}
        >
          <Lines value={list} onChange={setList} />
        </Field>
        <Field label="Or take them from a file">
          <Input type="file" accept=".csv,.txt,text/csv,text/plain" onChange={(event) => void take(event)} />
        </Field>
        {unknown.length > 0 ? (
          <div role="alert" className="border-l-4 border-worse bg-paper-2 px-3 py-2 text-table">
            <p className="font-semibold">
              {unknown.length === 1 ? "One id is" : `${unknown.length} ids are`} unknown, or not in your units. Nothing
              was kept.
            </p>
            <ul className="max-h-40 overflow-y-auto">
              {unknown.slice(0, 200).map(({ line, id }) => (
                <li key={`${line} ${id}`}>
                  Line {line}: {id}
                </li>
              ))}
            </ul>
            {unknown.length > 200 ? <p>and {unknown.length - 200} more</p> : null}
            <Checkbox
              label="Keep the list without them"
              checked={without}
              onChange={(event) => setWithout(event.target.checked)}
            />
          </div>
        ) : null}
        <div>
          <Button look="primary" type="submit" pending={pending}>
            Keep list
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Lines({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  return (
    <textarea
      rows={6}
      className={controlClass}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      {...useField()}
    />
  );
}
