"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { useSaving } from "@/components/ui/use-saving";
import { takeIntoDraftAction } from "@/lib/skills/exchange/actions";
import type { Source } from "@/lib/skills/exchange/input";

type TakeFormProps = {
  source: Source;
  /** A title for a new draft. */
  suggestion: string;
  chosen: ReadonlySet<string>;
  drafts: readonly { id: string; title: string }[];
  draftId: string | null;
  onDraft: (draftId: string | null) => void;
  children: ReactNode;
};

/** Where it goes: a new draft or one that is open. Goes to the draft afterwards. */
export function TakeForm({ source, suggestion, chosen, drafts, draftId, onDraft, children }: TakeFormProps) {
  const router = useRouter();
  const [title, setTitle] = useState(suggestion.slice(0, 120));
  const { submit, pending, message, fields } = useSaving(
    (ids: string[], entryId) => {
      const draft = draftId ? { kind: "existing" as const, draftId } : { kind: "new" as const, title, entryId };
      return takeIntoDraftAction({ source, chosen: ids, draft });
    },
    ({ draftId: id }) => router.push(`/skills/drafts/${id}`),
  );
  const titleFault = title.trim() === "" && !draftId ? "Give the draft a title" : fields["draft.title"];
  return (
    <form
      className="screen-only space-y-3 border-t border-rule pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit([...chosen]);
      }}
    >
      <div className="flex flex-wrap items-start gap-4">
        {drafts.length > 0 ? (
          <Field label="Into" className="w-full sm:w-64">
            <Select
              value={draftId ?? ""}
              onChange={({ currentTarget }) => onDraft(currentTarget.value || null)}
              options={[
                { value: "", label: "A new draft" },
                ...drafts.map(({ id, title: name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
        ) : null}
        {draftId ? null : (
          <Field label="Title of the draft" required error={titleFault} className="w-full sm:w-96">
            <Input value={title} maxLength={120} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
          </Field>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {children}
        <Button
          look="primary"
          type="submit"
          pending={pending}
          disabled={chosen.size === 0 || (!draftId && title.trim() === "")}
        >
          Take {chosen.size} into the draft
        </Button>
        {chosen.size === 0 ? <span className="text-table text-ink-2">Choose something to take.</span> : null}
      </div>
      <SaveError message={message} />
    </form>
  );
}
