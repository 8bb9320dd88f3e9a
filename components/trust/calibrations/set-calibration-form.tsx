"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import type { PublicError } from "@/lib/errors";
import { setCalibrationAction } from "@/lib/trust/calibrations/actions";
import { ChooseBehaviours, type ChosenBehaviour } from "./choose-behaviours";

/** A piece of work, what to rate in it, and until when. What was typed stays until it is taken. */
export function SetCalibrationForm({ opensOn, closesOn }: { opensOn: string; closesOn: string }) {
  const [typed, setTyped] = useState({ title: "", artefact: "", link: "", opensOn, closesOn });
  const [chosen, setChosen] = useState<ChosenBehaviour[]>([]);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const fields = error?.fields ?? {};
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    startTransition(async () => {
      const result = await answered(
        setCalibrationAction({
          ...typed,
          link: typed.link || null,
          behaviours: chosen.map(({ id, expected }) => ({ id, expected })),
        }),
      );
      if (result && !result.ok) setError(result.error);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-5">
      <Field label="Title" required error={fields.title}>
        <Input autoComplete="off" {...field("title")} />
      </Field>
      <Field
        label="The work"
        error={fields.artefact}
        hint="A call, a ticket, a drawing in words. Take out names and whatever tells who it was: it must be about nobody."
      >
        <Textarea rows={8} className="min-h-40" {...field("artefact")} />
      </Field>
      <Field label="Link to it" error={fields.link} hint="Where it is a picture, a recording or a file">
        <Input type="url" autoComplete="off" placeholder="https://" {...field("link")} />
      </Field>
      <ChooseBehaviours chosen={chosen} onChange={setChosen} error={fields.behaviours} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Opens on" required error={fields.opensOn}>
          <Input type="date" {...field("opensOn")} />
        </Field>
        <Field label="Closes on" required error={fields.closesOn} hint="The last day on which it can be rated">
          <Input type="date" {...field("closesOn")} />
        </Field>
      </div>
      <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
      <p className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" pending={pending}>
          Set the calibration
        </Button>
        <LinkButton href="/skills/calibrations">Leave it</LinkButton>
      </p>
    </form>
  );
}
