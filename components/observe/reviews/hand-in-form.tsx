"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { nobody, SearchChoice } from "@/components/choices/search-choice";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { FieldErrors } from "@/lib/errors";
import { peersQuery } from "@/lib/observe/reviews/peer-queries";
import type { ReviewChoices } from "@/lib/observe/reviews/read-peers";
import { sendWork } from "./send-work";

const most = 3;

/** A piece of work, what it should show, and whom to ask. */
export function HandInForm({ choices }: { choices: ReviewChoices }) {
  const router = useRouter();
  const [id] = useState(() => crypto.randomUUID());
  const [work, setWork] = useState({ title: "", link: "", note: "" });
  const [reviewer, setReviewer] = useState(nobody);
  const [behaviourIds, setBehaviourIds] = useState<string[]>([]);
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState("");
  const [pending, setPending] = useState(false);
  const change = (more: Partial<typeof work>) => setWork({ ...work, ...more });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const sent = await sendWork("POST", { ...work, reviewerId: reviewer.id, id, behaviourIds }, file);
    setPending(false);
    if (sent.ok) return router.push("/reviews");
    setErrors(sent.fields);
    setProblem(sent.message);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="max-w-prose space-y-5">
      <Field label="What it is" error={errors.title} required>
        <Input value={work.title} maxLength={200} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field label="Link to it" error={errors.link} hint="Or add a file below.">
        <Input
          type="url"
          inputMode="url"
          value={work.link}
          onChange={(event) => change({ link: event.target.value })}
        />
      </Field>
      <Field label="File" error={errors.file} hint="A picture or a PDF of at most 2 MB.">
        <Input
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Field>
      <Field label="Note for the reviewer" error={errors.note}>
        <Textarea value={work.note} maxLength={2_000} onChange={(event) => change({ note: event.target.value })} />
      </Field>
      <fieldset aria-describedby={errors.behaviourIds ? "shows-error" : undefined}>
        <legend className="mb-1 text-table font-medium">What it should show, three at most (required)</legend>
        {choices.behaviours.map(({ behaviourId, statement, skill }) => {
          const chosen = behaviourIds.includes(behaviourId);
          return (
            <Checkbox
              key={behaviourId}
              label={statement}
              hint={skill}
              checked={chosen}
              disabled={!chosen && behaviourIds.length >= most}
              onChange={() =>
                setBehaviourIds(
                  chosen ? behaviourIds.filter((one) => one !== behaviourId) : [...behaviourIds, behaviourId],
                )
              }
            />
          );
        })}
        {errors.behaviourIds ? (
          <p id="shows-error" className="text-table font-medium text-worse">
            {errors.behaviourIds.join(". ")}
          </p>
        ) : null}
      </fieldset>
      <Field label="Who should look at it" error={errors.reviewerId} required>
        <SearchChoice find={peersQuery} value={reviewer} onChoose={setReviewer} />
      </Field>
      <p role="alert" className="font-medium text-worse">
        {problem}
      </p>
      <Button look="primary" type="submit" pending={pending}>
        Hand in
      </Button>
    </form>
  );
}
