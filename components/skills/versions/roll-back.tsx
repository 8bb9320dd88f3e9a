"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { rollBackAction } from "@/lib/skills/actions";

/** Puts an earlier version back into force, as a new version, after a question and with a note. */
export function RollBack({ to, latest }: { to: number; latest: number }) {
  const router = useRouter();
  const [note, setNote] = useState("");
  const [error, setError] = useState<{ note?: string | undefined; whole: string[] }>({ whole: [] });
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answered(rollBackAction({ to, note }));
      if (!result.ok) {
        const noteError = result.error.fields.note?.[0];
        return setError({ note: noteError, whole: noteError ? [] : [result.error.message] });
      }
      if (result.data.published === null) {
        const { faults, conflicts } = result.data;
        return setError({ whole: [...faults.map(({ message }) => message), ...conflicts.map(({ name }) => name)] });
      }
      announce(`Version ${result.data.published} is in force`, `It is the taxonomy as version ${to} had it.`);
      router.push(`/skills/versions/${result.data.published}`);
    });
  };
  return (
    <Dialog
      title={`Go back to version ${to}`}
      description={`The taxonomy becomes again what it was with version ${to}; what ${to + 1 === latest ? `version ${latest}` : `versions ${to + 1} to ${latest}`} changed is taken back. This makes a new version and loses none: going forward again is possible in the same way. Open drafts stay open.`}
      trigger={(opening) => <Button {...opening}>Go back to this version</Button>}
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Why" required hint="A sentence others will read in the list of versions" error={error.note}>
          <Textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <div role="alert">
          {error.whole.map((problem) => (
            <p key={problem} className="font-medium text-worse">
              {problem}
            </p>
          ))}
        </div>
        <Button look="danger" type="submit" pending={pending}>
          Go back to version {to}
        </Button>
      </form>
    </Dialog>
  );
}
