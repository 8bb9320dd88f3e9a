"use client";
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { isLostConnection, noAnswer } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { type Sheet, sendAnswersAction } from "@/lib/surveys/answering/actions";
import type { Form } from "@/lib/surveys/answering/read-form";
import { typedIn } from "@/lib/surveys/answering/typed-in";
import { AnswerQuestion } from "./answer-question";
import { refusalWords } from "./refusal-words";
import { useHandedOver } from "./use-handed-over";

const fresh: Sheet = { typed: {}, outcome: null, tries: 0 };

type Props = { link: string; sheetId: string } & Pick<Form, "questions" | "revision">;

/** The questions behind a link. What was typed stays when something is wrong, with scripts and without. */
export function AnswerForm({ link, sheetId, questions, revision }: Props) {
  const [posted, post] = useActionState(sendAnswersAction, fresh);
  const [later, setLater] = useState<Sheet | null>(null);
  const [pending, startTransition] = useTransition();
  const sheet = later ?? posted;
  const summary = useRef<HTMLDivElement>(null);
  const { outcome, typed, tries } = sheet;
  const { isSpent, handOver } = useHandedOver(sheetId, tries);
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    handOver();
    const form = new FormData(event.currentTarget);
    startTransition(async () => setLater(await sentOrKept(sheet, form)));
  };
  if (isSpent) return <p role="status">Your answers were taken. An empty sheet is on its way.</p>;
  const fields = outcome?.kind === "faults" ? outcome.fields : {};
  return (
    // What somebody typed is not for the next person on the device: the browser keeps none of it.
    <form action={post} onSubmit={send} noValidate autoComplete="off" className="space-y-8">
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

/** A sheet that met no network is shown as it was filled in; sent again it counts once, by its id. */
async function sentOrKept(sheet: Sheet, form: FormData): Promise<Sheet> {
  try {
    return await sendAnswersAction(sheet, form);
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    return { typed: typedIn(form), outcome: { kind: "failed", message: noAnswer }, tries: sheet.tries + 1 };
  }
}

function problemOf(outcome: NonNullable<Sheet["outcome"]>): string {
  if (outcome.kind === "failed") return outcome.message;
  if (outcome.kind === "refused") return refusalWords[outcome.why].body;
  const { "": whole, ...questions } = outcome.fields;
  const count = Object.keys(questions).length;
  if (count === 0) return `${whole?.join(". ")}. Nothing was sent yet.`;
  return `${count === 1 ? "One answer needs" : `${count} answers need`} another look. Nothing was sent yet; what you wrote is still here.`;
}
