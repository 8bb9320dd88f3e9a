"use client";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { type Sheet, sendAnswersAction } from "@/lib/surveys/answering/actions";
import type { Form } from "@/lib/surveys/answering/read-form";
import { AnswerQuestion } from "./answer-question";
import { refusalWords } from "./refusal-words";

const fresh: Sheet = { typed: {}, outcome: null, tries: 0 };

type Props = { link: string; sheetId: string } & Pick<Form, "questions" | "revision">;

/** The questions behind a link. What was typed stays when something is wrong, with scripts and without. */
export function AnswerForm({ link, sheetId, questions, revision }: Props) {
  const [sheet, send, pending] = useActionState(sendAnswersAction, fresh);
  const summary = useRef<HTMLDivElement>(null);
  const { outcome, typed, tries } = sheet;
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  const fields = outcome?.kind === "faults" ? outcome.fields : {};
  return (
    <form action={send} noValidate className="space-y-8">
      <input type="hidden" name="link" value={link} />
      <input type="hidden" name="sheet" value={sheetId} />
      <input type="hidden" name="revision" value={revision} />
      <div ref={summary} tabIndex={-1} role="alert">
        {outcome ? (
          <p className="border-l-4 border-worse bg-paper-2 px-4 py-3 font-medium">{problemOf(outcome)}</p>
        ) : null}
      </div>
      <div key={tries} className="space-y-8">
        {questions.map((question) => (
          <AnswerQuestion
            key={question.id}
            question={question}
            typed={typed[question.id] ?? ""}
            problem={fields[question.id]?.join(". ")}
          />
        ))}
      </div>
      <Button look="primary" type="submit" pending={pending} className="w-full sm:w-auto">
        Send
      </Button>
    </form>
  );
}

function problemOf(outcome: NonNullable<Sheet["outcome"]>): string {
  if (outcome.kind === "failed") return outcome.message;
  if (outcome.kind === "refused") return refusalWords[outcome.why].body;
  const { "": whole, ...questions } = outcome.fields;
  const count = Object.keys(questions).length;
  if (count === 0) return `${whole?.join(". ")}. Nothing was sent yet.`;
  return `${count === 1 ? "One answer needs" : `${count} answers need`} another look. Nothing was sent yet; what you wrote is still here.`;
}
