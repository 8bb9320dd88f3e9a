"use client";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { checkUploadAction } from "@/lib/intake/actions";
import { kindWords } from "@/lib/intake/kind-words";
import type { Upload, UploadFile } from "@/lib/intake/read-upload";
import { useIsReady } from "./use-is-ready";

export type Initiative = { code: string; title: string };

type UploadQuestionsProps = {
  upload: Upload;
  questions: UploadFile[];
  asksToConfirm: boolean;
  initiatives: Initiative[];
  onChanged: () => void;
};

/** What only a person can say about the files: what they are, where they belong, whether so many people really leave. */
export function UploadQuestions({ upload, questions, asksToConfirm, initiatives, onChanged }: UploadQuestionsProps) {
  const isReady = useIsReady();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => form.get(name)?.toString() || undefined;
    const choices = questions.map(({ id }) => ({
      fileId: id,
      kind: questions.find((file) => file.id === id)?.couldBe.find((kind) => kind === said(`kind ${id}`)),
      initiativeCode: said(`initiative ${id}`),
    }));
    setPending(true);
    const confirmLargeExit = form.get("confirm") === "on";
    const result = await answered(checkUploadAction({ uploadId: upload.id, choices, confirmLargeExit }));
    setPending(false);
    setError(result.ok ? null : result.error.message);
    if (result.ok) onChanged();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="mb-8 max-w-xl space-y-4 border-l-4 border-line pl-4">
      <p className="font-semibold">Before this can go on</p>
      {questions.map((file) => (
        <Question key={file.id} file={file} initiatives={initiatives} />
      ))}
      {asksToConfirm ? (
        <Checkbox
          name="confirm"
          required
          label="These people do leave"
          hint="The file ends the employment of more than a fifth of the people. The check below says how many."
        />
      ) : null}
      {error ? <p role="alert">{error}</p> : null}
      <Button look="primary" type="submit" pending={isPending || !isReady}>
        Check with this
      </Button>
    </form>
  );
}

function Question({ file, initiatives }: { file: UploadFile; initiatives: Initiative[] }) {
  if (file.kind === null) {
    const options = file.couldBe.map((kind) => ({ value: kind, label: kindWords[kind].label }));
    return (
      <Field label={`What is ${file.name}?`} hint="Name and header fit more than one kind." required>
        <Select name={`kind ${file.id}`} required options={[{ value: "", label: "Choose" }, ...options]} />
      </Field>
    );
  }
  if (initiatives.length === 0) {
    return <p>{file.name} belongs to an initiative, and there is none yet. Send it together with its study.json.</p>;
  }
  const options = initiatives.map(({ code, title }) => ({ value: code, label: title }));
  return (
    <Field label={`Which initiative does ${file.name} belong to?`} hint="It came without a study.json." required>
      <Select name={`initiative ${file.id}`} required options={[{ value: "", label: "Choose" }, ...options]} />
    </Field>
  );
}
