"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { createDraftAction } from "@/lib/skills/actions";

type EditTaxonomyProps = {
  /** Drafts that are open, the one changed last first. */
  drafts: readonly { id: string; title: string }[];
};

/** Continues the draft that was changed last, and starts another. */
export function EditTaxonomy({ drafts }: EditTaxonomyProps) {
  const [latest] = drafts;
  return (
    <>
      <NewDraft look={latest ? "secondary" : "primary"}>{latest ? "New draft" : "Edit"}</NewDraft>
      {latest ? (
        <LinkButton look="primary" href={`/skills/drafts/${latest.id}`}>
          Edit “{latest.title.length > 24 ? `${latest.title.slice(0, 23)}…` : latest.title}”
        </LinkButton>
      ) : null}
    </>
  );
}

type NewDraftProps = { look: "primary" | "secondary"; children: string };

/** Starts a draft and opens it. */
export function NewDraft({ look, children }: NewDraftProps) {
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answered(createDraftAction({ title }));
      if (!result.ok) return setError(result.error.fields.title?.[0] ?? result.error.message);
      router.push(`/skills/drafts/${result.data.id}`);
    });
  };
  return (
    <Dialog
      title="Start a draft"
      description="What is in force stays in force until the draft has been reviewed and published."
      trigger={(opening) => (
        <Button look={look} {...opening}>
          {children}
        </Button>
      )}
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field
          label="What is to change"
          required
          error={error ?? undefined}
          hint="For example: Complaints handling, autumn review"
        >
          <Input value={title} maxLength={120} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Button look="primary" type="submit" pending={pending}>
          Start the draft
        </Button>
      </form>
    </Dialog>
  );
}
