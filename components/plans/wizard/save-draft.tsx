"use client";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PublicError } from "@/lib/errors";
import { createDraftAction } from "@/lib/plans/wizard/actions";
import { typing, useChoices } from "./choices-provider";

type Props = {
  /** The design in hand, where none was chosen the one proposed. */
  design: string;
  designName: string;
};

/** Gives the plan a name and saves it with its draw. */
export function SaveDraft({ design, designName }: Props) {
  const { query, choose, settle } = useChoices();
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  // Made once for this page: sending it twice saves it once.
  const id = useRef<string>(undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle();
    id.current ??= crypto.randomUUID();
    const draft = { id: id.current, title: query.get("title") ?? "", given: { ...givenOf(query), design } };
    startTransition(async () => {
      const result = await answered(createDraftAction(draft));
      setError(result.ok ? null : result.error);
    });
  };
  const { title, ...others } = error?.fields ?? {};
  const messages = Object.values(others).flatMap((list) => list ?? []);
  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-4">
      <Field label="Name" required error={title} hint={`Design: ${designName}`}>
        <Input
          value={query.get("title") ?? ""}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => choose({ title: event.target.value }, typing)}
        />
      </Field>
      <div role="alert">
        {error ? (
          <p className="font-medium text-worse">{messages.length > 0 ? messages.join(". ") : error.message}</p>
        ) : null}
      </div>
      <Button look="primary" type="submit" pending={pending}>
        Save the draft
      </Button>
    </form>
  );
}

function givenOf(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
