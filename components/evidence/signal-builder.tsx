"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { changeSignalAction, previewSignalAction, saveSignalAction } from "@/lib/evidence/signals/actions";
import type { SignalDefinition } from "@/lib/evidence/signals/definition";
import type { SignalPreview } from "@/lib/evidence/signals/preview-signal";
import type { SignalChoices } from "@/lib/evidence/signals/read-signal-choices";
import { signalSentence } from "@/lib/evidence/signals/signal-words";
import { SignalLevelFields } from "./signal-level-fields";
import { SignalPreviewView } from "./signal-preview-view";
import { SignalSourceFields } from "./signal-source-fields";
import { useSignalForm } from "./use-signal-form";

type SignalBuilderProps = {
  choices: SignalChoices;
  /** The rule to change; null makes one. */
  signal: {
    id: string;
    status: "draft" | "active";
    version: number;
    name: string;
    behaviourId: string;
    definition: SignalDefinition;
  } | null;
  /** First month it may rate, as YYYY-MM. */
  since: string;
};

/** Makes a rule in words: "When ... over ... is ..., then level ...", tries it on history, and keeps it. */
export function SignalBuilder({ choices, signal, since }: SignalBuilderProps) {
  const form = useSignalForm(signal?.definition ?? null, since);
  const [name, setName] = useState(signal?.name ?? "");
  const [behaviourId, setBehaviourId] = useState(signal?.behaviourId ?? "");
  const [why, setWhy] = useState("");
  const [preview, setPreview] = useState<{ of: string; found: SignalPreview } | null>(null);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const formats = useFormats();
  const isVersion = signal?.status === "active";
  const asked = JSON.stringify([form.typed, behaviourId]);
  const shown = preview?.of === asked ? preview.found : null;
  const behaviour = choices.behaviours.find(({ id }) => id === behaviourId);

  const tryOut = () => {
    const definition = form.read();
    if (!definition) return setError(incomplete);
    startTransition(async () => {
      const result = await answered(previewSignalAction({ behaviourId, definition }));
      setError(result.ok ? null : result.error);
      if (result.ok) setPreview({ of: asked, found: result.data });
    });
  };
  const save = (submitted: FormEvent) => {
    submitted.preventDefault();
    const definition = form.read();
    if (!definition) return setError(incomplete);
    startTransition(async () => {
      const result = isVersion
        ? await answered(changeSignalAction({ id: signal.id, basedOn: signal.version, definition, why }))
        : await answered(saveSignalAction({ id: signal?.id ?? null, name, behaviourId, definition, why }));
      if (!result.ok) return setError(result.error);
      announce(
        isVersion ? "The next version is in force" : "Kept as a draft",
        isVersion ? "Earlier ratings stay as they are." : "It rates nobody until it is activated.",
      );
      const id = "id" in result.data ? result.data.id : signal?.id;
      router.push(`/skills/evidence/signals/${id}`);
    });
  };
  const fields = error?.fields ?? {};
  return (
    <form onSubmit={save} noValidate>
      <div className="mb-6 grid gap-4 sm:grid-cols-2">
        <Field label="Name" required error={fields.name}>
          <Input
            value={name}
            disabled={isVersion}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <Field
          label="Behaviour it sees"
          required
          error={fields.behaviourId}
          hint={
            behaviour && !behaviour.seenBySystems
              ? "The taxonomy does not say that systems can see this one. Make sure they can."
              : undefined
          }
        >
          <Select
            value={behaviourId}
            disabled={isVersion}
            onChange={({ target }) => setBehaviourId(target.value)}
            options={[{ value: "", label: "Choose a behaviour" }, ...bySkill(choices.behaviours)]}
          />
        </Field>
        <SignalSourceFields form={form} choices={choices} />
      </div>
      <SignalLevelFields form={form} />
      <p aria-live="polite" className="mb-6 max-w-prose border-l-4 border-line px-4 py-2 text-body">
        {form.current ? signalSentence(form.current, namesOf(choices), formats) : "The rule is not complete yet."}
      </p>
      <div className="mb-6 max-w-prose">
        <Field label="Why" required hint="Stands in the history for everybody to read" error={fields.why}>
          <Textarea value={why} onChange={({ target }) => setWhy(target.value)} />
        </Field>
      </div>
      <div aria-live="polite" className="mb-6">
        {shown ? <SignalPreviewView preview={shown} /> : null}
      </div>
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error.message}</p> : null}</div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={tryOut} pending={pending}>
          Try it on the last year
        </Button>
        <Button look="primary" type="submit" disabled={isVersion && !shown} pending={pending}>
          {isVersion ? `Put version ${signal.version + 1} in force` : "Keep as a draft"}
        </Button>
      </div>
    </form>
  );
}

const incomplete: PublicError = { code: "invalid-input", message: "The rule is not complete yet", fields: {} };

const namesOf = ({ tasks, kpis }: SignalChoices) => ({
  tasks: new Map(tasks.map(({ id, name }) => [id, name])),
  kpis: new Map(kpis.map(({ id, ...kpi }) => [id, kpi])),
});

function bySkill(behaviours: SignalChoices["behaviours"]) {
  const skills = new Map<string, { value: string; label: string }[]>();
  for (const { id, statement, skill } of behaviours)
    skills.set(skill, [...(skills.get(skill) ?? []), { value: id, label: statement }]);
  return [...skills].map(([label, options]) => ({ label, options }));
}
