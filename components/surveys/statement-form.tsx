"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { enterStatementsAction } from "@/lib/surveys/actions";
import { type StatementDraft, StatementFields } from "./statement-fields";

type Props = { surveyId: string; today: string };

const empty = (speaker: number): StatementDraft => ({
  key: crypto.randomUUID(),
  speaker: String(speaker),
  words: "",
  class: "helpful",
  dimension: null,
});
const first: StatementDraft = { key: "first", speaker: "1", words: "", class: "helpful", dimension: null };

/** What a group said, written down by whoever led it. */
export function StatementForm({ surveyId, today }: Props) {
  const router = useRouter();
  const entryId = useRef<string | null>(null);
  const [heldOn, setHeldOn] = useState(today);
  const [statements, setStatements] = useState([first]);
  const { submit, pending, message, fields } = useSaving(enterStatementsAction, ({ statements: count }) => {
    announce("Entered", count === 1 ? "One statement" : `${count} statements`);
    router.push(`/surveys/${surveyId}`);
  });
  return (
    <form
      noValidate
      className="max-w-2xl space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        entryId.current ??= crypto.randomUUID();
        submit({
          surveyId,
          heldOn,
          entryId: entryId.current,
          statements: statements.map(({ key: _, ...one }) => ({ ...one, speaker: Number(one.speaker) })),
        });
      }}
    >
      <Field label="Held on" required error={fields.heldOn} className="max-w-60">
        <Input type="date" value={heldOn} max={today} onChange={({ target }) => setHeldOn(target.value)} />
      </Field>
      {fields.statements ? <p className="font-medium text-worse">{fields.statements.join(". ")}</p> : null}
      {statements.map((statement, at) => (
        <StatementFields
          key={statement.key}
          statement={statement}
          at={at}
          alone={statements.length === 1}
          errors={fields}
          onChange={(changed) => setStatements(statements.with(at, changed))}
          onRemove={() => setStatements(statements.toSpliced(at, 1))}
        />
      ))}
      <Button
        onClick={() =>
          setStatements([...statements, empty(1 + Math.max(...statements.map((one) => Number(one.speaker) || 0)))])
        }
      >
        Add a statement
      </Button>
      <SaveError message={message} />
      <Button look="primary" type="submit" pending={pending}>
        Enter them
      </Button>
    </form>
  );
}
