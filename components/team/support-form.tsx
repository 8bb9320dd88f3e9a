"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { logSupportAction } from "@/lib/team/actions";
import { type SupportKind, supportKindWords } from "@/lib/team/support-log/support-words";

type Choice = { id: string; name: string };
type SupportFormProps = {
  people: readonly Choice[];
  skills: readonly Choice[];
  /** "YYYY-MM-DD" */
  today: string;
  look?: "primary" | "secondary";
};

const kinds = Object.keys(supportKindWords) as SupportKind[];

/** Logs a stretch task, coaching or modelling. */
export function SupportForm({ people, skills, today, look = "secondary" }: SupportFormProps) {
  const empty = {
    personId: people.length === 1 ? (people[0]?.id ?? "") : "",
    kind: kinds[1] ?? "coaching",
    doneOn: today,
    skillId: "",
    note: "",
  };
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(empty);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await logSupportAction({ ...typed, skillId: typed.skillId || null, note: typed.note || null });
      if (!result.ok) return setError(result.error);
      announce("Logged", "They see it on their own page.");
      setError(null);
      setTyped(empty);
      setOpen(false);
    });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: change.target.value as SupportKind }),
  });
  const fields = error?.fields ?? {};
  return (
    <Dialog
      title="Log what you did"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look={look} {...opening}>
          Log an action
        </Button>
      )}
      description="A stretch task, coaching or modelling. The person sees it; others see how much managers of a group do, never whom it was for."
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        {people.length > 1 ? (
          <Field label="For" required error={fields.personId}>
            <Select
              options={[{ value: "", label: "Choose" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
              {...field("personId")}
            />
          </Field>
        ) : null}
        <Field label="What" required error={fields.kind} hint={supportKindWords[typed.kind].means}>
          <Select
            options={kinds.map((value) => ({ value, label: supportKindWords[value].label }))}
            {...field("kind")}
          />
        </Field>
        <Field label="When" required error={fields.doneOn}>
          <Input type="date" {...field("doneOn")} />
        </Field>
        <Field label="Skill" error={fields.skillId}>
          <Select
            options={[
              { value: "", label: "None in particular" },
              ...skills.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...field("skillId")}
          />
        </Field>
        <Field label="Note" error={fields.note}>
          <Textarea maxLength={500} {...field("note")} />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Log it
        </Button>
      </form>
    </Dialog>
  );
}
