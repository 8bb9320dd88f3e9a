"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { FieldErrors } from "@/lib/errors";
import { sendWork } from "./send-work";

/** Another round of the same work. */
export function SendAgain({ id, round }: { id: string; round: number }) {
  const router = useRouter();
  const [link, setLink] = useState("");
  const [note, setNote] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState("");
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const sent = await sendWork("PUT", { id, round, link, note }, file);
    setPending(false);
    if (sent.ok) return router.refresh();
    setErrors(sent.fields);
    setProblem(sent.message);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="max-w-prose space-y-4">
      <Field label="Link to it" error={errors.link} hint="Leave it empty where the old one still leads there.">
        <Input type="url" inputMode="url" value={link} onChange={(event) => setLink(event.target.value)} />
      </Field>
      <Field label="File" error={errors.file} hint="A picture or a PDF of at most 2 MB.">
        <Input
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Field>
      <Field label="What you changed" error={errors.note}>
        <Textarea value={note} maxLength={2_000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <p role="alert" className="font-medium text-worse">
        {problem}
      </p>
      <Button look="primary" type="submit" pending={pending}>
        Hand in again
      </Button>
    </form>
  );
}
