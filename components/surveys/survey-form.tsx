"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { createSurveyAction, editSurveyAction } from "@/lib/surveys/actions";
import type { QuestionInput } from "@/lib/surveys/input";
import type { FormChoices } from "@/lib/surveys/read-form-choices";
import { type Instrument, instrumentWords, mostQuestions } from "@/lib/surveys/survey";
import { type Draft, QuestionFields } from "./question-fields";

type SurveyDraft = {
  title: string;
  introduction: string;
  instrument: Instrument;
  initiativeId: string | null;
  unitId: string | null;
  isAnonymous: boolean;
  opensOn: string;
  closesOn: string | null;
  questions: QuestionInput[];
};

type Props = {
  start: SurveyDraft;
  /** What is edited; null for a new one. */
  editing: { id: string; revision: number } | null;
  choices: FormChoices;
};

const instruments = (Object.keys(instrumentWords) as Instrument[]).map((value) => ({
  value,
  label: instrumentWords[value],
}));
const keyed = (question: QuestionInput, at: number): Draft => ({ ...question, key: `start ${at}` });

/** A short form being written. */
export function SurveyForm({ start, editing, choices }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState({
    ...start,
    closesOn: start.closesOn ?? "",
    initiativeId: start.initiativeId ?? "",
    unitId: start.unitId ?? "",
  });
  const [questions, setQuestions] = useState(() => start.questions.map(keyed));
  const saved = ({ id }: { id: string }) => {
    announce("Saved", typed.title);
    router.push(`/surveys/${id}`);
  };
  const making = useSaving((form: typeof input, entryId) => createSurveyAction({ ...form, entryId }), saved);
  const changing = useSaving(editSurveyAction, saved);
  const { pending, message, fields } = editing ? changing : making;
  const input = {
    ...typed,
    initiativeId: typed.initiativeId || null,
    unitId: typed.unitId || null,
    closesOn: typed.closesOn || null,
    questions: questions.map(({ key: _, ...question }) => question),
  };
  const field = (name: "title" | "introduction" | "opensOn" | "closesOn" | "initiativeId" | "unitId") => ({
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  });
  const move = (at: number, by: -1 | 1) => {
    const [one] = questions.slice(at, at + 1);
    const others = questions.filter((_, index) => index !== at);
    if (one) setQuestions(others.toSpliced(at + by, 0, one));
  };
  return (
    <form
      noValidate
      className="max-w-2xl space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (editing) changing.submit({ ...input, ...editing });
        else making.submit(input);
      }}
    >
      <Field label="Title" required error={fields.title} hint="Those who answer read it first">
        <Input maxLength={120} {...field("title")} />
      </Field>
      <Field label="Introduction" error={fields.introduction} hint="What it is about and how long it takes">
        <Textarea rows={3} maxLength={1_000} {...field("introduction")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="What it is" error={fields.instrument}>
          <Select
            value={typed.instrument}
            options={instruments}
            onChange={({ target }) =>
              setTyped({
                ...typed,
                instrument: instruments.find(({ value }) => value === target.value)?.value ?? "pulse",
              })
            }
          />
        </Field>
        <Field
          label="Initiative it asks about"
          error={fields.initiativeId}
          hint="Answers then count beside its figures"
        >
          <Select
            options={[
              { value: "", label: "None in particular" },
              ...choices.initiatives.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            {...field("initiativeId")}
          />
        </Field>
        <Field
          label="Who is asked"
          error={fields.unitId}
          hint="Who serves these people sees the answers, from the minimum on"
        >
          <Select
            options={[
              ...(choices.everybody ? [{ value: "", label: "Everybody in the organisation" }] : []),
              ...choices.units.map(({ id, path }) => ({ value: id, label: path })),
            ]}
            {...field("unitId")}
          />
        </Field>
        <Field label="Opens on" required error={fields.opensOn}>
          <Input type="date" {...field("opensOn")} />
        </Field>
        <Field label="Last day" error={fields.closesOn} hint="May stay empty: it is then closed by hand">
          <Input type="date" {...field("closesOn")} />
        </Field>
      </div>
      <Checkbox
        label="Anonymous"
        hint="No name is stored, not even from a personal link. Without it, answers by personal links carry the name, and units can be compared once it is closed."
        checked={typed.isAnonymous}
        onChange={({ target }) => setTyped({ ...typed, isAnonymous: target.checked })}
      />
      <h2 className="text-lead">Questions</h2>
      {fields.questions ? <p className="font-medium text-worse">{fields.questions.join(". ")}</p> : null}
      {questions.map((question, at) => (
        <QuestionFields
          key={question.key}
          question={question}
          at={at}
          count={questions.length}
          errors={fields}
          onChange={(changed) => setQuestions(questions.with(at, changed))}
          onMove={(by) => move(at, by)}
          onRemove={() => setQuestions(questions.toSpliced(at, 1))}
        />
      ))}
      <Button
        disabled={questions.length >= mostQuestions}
        onClick={() =>
          setQuestions([
            ...questions,
            { key: crypto.randomUUID(), text: "", kind: "class", dimension: null, required: true },
          ])
        }
      >
        Add a question
      </Button>
      <SaveError message={message} />
      <Button look="primary" type="submit" pending={pending}>
        Save
      </Button>
    </form>
  );
}
