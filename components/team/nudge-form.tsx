"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { sendNudgeAction } from "@/lib/team/actions";
import { type NudgeKind, nudgeTemplates } from "@/lib/team/nudges/nudge-words";

type Choice = { id: string; name: string };
type NudgeFormProps = {
  people: readonly Choice[];
  skills: readonly Choice[];
  nudging: { perPersonPerWeek: number; holdOutShare: number };
};

const kinds = Object.keys(nudgeTemplates) as NudgeKind[];

/** Writes somebody a short word, from a template or in one's own words. */
export function NudgeForm({ people, skills, nudging }: NudgeFormProps) {
  const formats = useFormats();
  const empty = {
    personId: people.length === 1 ? (people[0]?.id ?? "") : "",
    kind: "practice" as NudgeKind,
    skillId: "",
    text: "",
  };
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(empty);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const skill = skills.find(({ id }) => id === typed.skillId)?.name ?? "this";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await sendNudgeAction({ ...typed, skillId: typed.skillId || null });
      if (!result.ok) return setError(result.error);
      announce(
        "Nudge sent",
        `Shown from ${formats.moment(new Date(result.data.showFrom))} on, unless lot holds it back.`,
      );
      setError(null);
      setTyped(empty);
      setOpen(false);
    });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: change.target.value as NudgeKind }),
  });
  const fields = error?.fields ?? {};
  return (
    <Dialog
      title="Send a nudge"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Send a nudge</Button>}
      description={`At most ${nudging.perPersonPerWeek} for a person and week, from everybody together; none in quiet hours. ${nudging.holdOutShare > 0 ? `About ${formats.percent(nudging.holdOutShare, { decimals: 0 })} are held back by lot and never shown, so that it is known whether nudges help; you are not told which.` : "None are held back, so their effect is not known."}`}
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        {people.length > 1 ? (
          <Field label="To" required error={fields.personId}>
            <Select
              options={[{ value: "", label: "Choose" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
              {...field("personId")}
            />
          </Field>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Kind" required error={fields.kind}>
            <Select
              options={kinds.map((value) => ({ value, label: nudgeTemplates[value].label }))}
              {...field("kind")}
            />
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
        </div>
        <fieldset>
          <legend className="mb-1 text-table font-medium">Words to start from</legend>
          <div className="grid gap-1">
            {nudgeTemplates[typed.kind].texts.map((template) => (
              <Button
                key={template}
                look="inline"
                className="text-left"
                onClick={() => setTyped({ ...typed, text: template.replace("{skill}", skill) })}
              >
                {template.replace("{skill}", skill)}
              </Button>
            ))}
          </div>
        </fieldset>
        <Field label="Words" required error={fields.text}>
          <Textarea rows={3} maxLength={400} {...field("text")} />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Send it
        </Button>
      </form>
    </Dialog>
  );
}
