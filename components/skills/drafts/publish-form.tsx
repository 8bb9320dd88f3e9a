"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { publishDraftAction } from "@/lib/skills/actions";
import type { Conflict } from "@/lib/skills/drafts/draft";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import type { Fault } from "@/lib/skills/tree/fault";
import { NodeSides } from "./node-sides";

type PublishFormProps = {
  draftId: string;
  conflicts: readonly Conflict[];
  faults: readonly Fault[];
  users: Readonly<Record<string, string>>;
};

/** A note, and for each node that changed on both sides which one stays; then the draft becomes a version. */
export function PublishForm({ draftId, conflicts: atFirst, faults, users }: PublishFormProps) {
  const router = useRouter();
  const [note, setNote] = useState("");
  const [conflicts, setConflicts] = useState(atFirst);
  const [keep, setKeep] = useState<Record<string, { side: "draft" | "in-force"; seen: string }>>({});
  const [error, setError] = useState<{ note?: string | undefined; whole?: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const open = conflicts.filter(({ nodeId, seen }) => keep[nodeId]?.seen !== seen);
    if (open.length > 0) return setError({ whole: "Choose for each entry which one stays" });
    startTransition(async () => {
      const result = await answered(publishDraftAction({ draftId, note, keep }));
      if (!result.ok) return setError({ note: result.error.fields.note?.[0], whole: result.error.message });
      if (result.data.published === null) {
        setConflicts(result.data.conflicts);
        return setError({
          whole:
            result.data.conflicts.length > 0
              ? "The taxonomy in force has changed in the meantime: choose which one stays"
              : result.data.faults.map(({ message }) => message).join(". "),
        });
      }
      announce(`Version ${result.data.published} is in force`, "Everybody sees it now.");
      router.push(`/skills/versions/${result.data.published}`);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-6">
      {conflicts.length > 0 ? (
        <div className="space-y-4">
          <p className="max-w-prose">
            The draft and the taxonomy in force both changed the following since the draft first touched it. Nothing is
            published until it is said which one stays.
          </p>
          {conflicts.map(({ nodeId, name, draft, inForce, base, seen }) => (
            <NodeSides
              key={nodeId}
              name={name}
              tree={treeOf([base, inForce, draft].flatMap((node) => node ?? []))}
              users={new Map(Object.entries(users))}
              sides={[
                { value: "draft", label: "As in this draft", node: draft },
                { value: "in-force", label: "As in force now", node: inForce },
              ]}
              chosen={keep[nodeId]?.seen === seen ? keep[nodeId].side : ""}
              onChoose={(side) =>
                setKeep({ ...keep, [nodeId]: { side: side === "draft" ? "draft" : "in-force", seen } })
              }
            />
          ))}
        </div>
      ) : null}
      <Field
        label="What changes"
        required
        hint="A sentence others will read in the list of versions"
        error={error?.note}
        className="max-w-prose"
      >
        <Textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div role="alert">
        {error?.whole && !error.note ? <p className="font-medium text-worse">{error.whole}</p> : null}
      </div>
      <Button look="primary" type="submit" pending={pending} disabled={faults.length > 0}>
        Publish
      </Button>
      {faults.length > 0 ? (
        <p className="text-table text-ink-2">What stands against it, listed above, has to be mended first.</p>
      ) : null}
    </form>
  );
}
