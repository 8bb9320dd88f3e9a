"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { useSaving } from "@/components/ui/use-saving";
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
  const { submit, pending, message, fields } = useSaving(
    (given: string, entryId) => createDraftAction({ entryId, title: given }),
    ({ id }) => router.push(`/skills/drafts/${id}`),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(title);
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
      <form onSubmit={onSubmit} noValidate className="space-y-4">
        <Field
          label="What is to change"
          required
          error={fields.title ?? message ?? undefined}
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
