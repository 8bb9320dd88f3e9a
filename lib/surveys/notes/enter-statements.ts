import "server-only";
import type { z } from "zod";
import { surveyAnswers } from "@/db/schema/work";
import { newResponses } from "@/lib/access/released-answers";
import { dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { answerOf, readKept, sheetAnswerId } from "@/lib/surveys/answering/give-answer";
import { holdOwnSurvey } from "@/lib/surveys/find-survey";
import { type EnterStatements, enterStatementsInput, statementInput } from "@/lib/surveys/input";
import { noteAnswersLater } from "@/lib/surveys/note-answers";
import { parseRows } from "@/lib/surveys/parse-rows";
import { statementQuestion, surveyState } from "@/lib/surveys/survey";

/**
 * Takes what a debrief or focus group said, as whoever led it wrote it down: statements by numbered, unnamed speakers. Each speaker is one voice.
 * What is sent twice counts once. Throws `not-found`, `forbidden`, `invalid-input` (faults as `statements.0.words`), and `conflict` where the survey is not open.
 */
export const enterStatements = command(
  "survey.edit",
  async (tx, raw: EnterStatements, viewer, trace): Promise<{ statements: number }> => {
    const input = parseOrThrow(enterStatementsInput, raw);
    const { orgId } = viewer;
    const survey = await holdOwnSurvey(tx, viewer, input.surveyId);
    const today = dayOf(new Date());
    trace.subject = survey.id;
    if (survey.instrument !== "debrief" && survey.instrument !== "focus_group")
      throw new DomainError("invalid-input", "Only what debriefs and focus groups said is written down here");
    if (surveyState(survey, today) !== "open")
      throw new DomainError("conflict", "This survey is not open. Nothing was saved");
    const late = input.heldOn > today ? { heldOn: ["Choose a day that has come"] } : {};
    const statements = parseRows(statementInput, "statements", input.statements, late);
    const idOf = (at: number) => sheetAnswerId(survey.id, input.entryId, String(at));
    trace.detail = { change: "statements entered", statements: statements.length };
    const kept = await readKept(tx, orgId, [...statements.keys(), statements.length].map(idOf));
    if (kept.length > 0) {
      if (!areKept(kept, statements, idOf))
        throw new DomainError(
          "conflict",
          "These statements were kept already, as they were first sent. Open the survey and enter what is new",
        );
      return { statements: statements.length };
    }

    const speakers = [...new Set(statements.map(({ speaker }) => speaker))];
    const { ids, released } = await newResponses(tx, orgId, survey.id, { kind: "statement", count: speakers.length });
    const shared = await answerOf(tx, survey, input.heldOn);
    await tx.insert(surveyAnswers).values(
      statements.map(({ speaker, words, class: kind, dimension }, at) => ({
        ...shared,
        id: idOf(at),
        responseId: ids[speakers.indexOf(speaker)] ?? null,
        questionId: statementQuestion.id,
        question: statementQuestion.text,
        answer: words,
        class: kind,
        dimension,
      })),
    );
    if (released) await noteAnswersLater(tx, orgId);
    return { statements: statements.length };
  },
);

type Kept = Awaited<ReturnType<typeof readKept>>;
type Statement = z.output<typeof statementInput>;

/** Whether an entry that is there holds just these statements; `kept` reaches one beyond them. */
function areKept(kept: Kept, statements: readonly Statement[], idOf: (at: number) => string): boolean {
  const byId = new Map(kept.map((row) => [row.id, row]));
  return (
    kept.length === statements.length &&
    statements.every(({ words, class: kind, dimension }, at) => {
      const row = byId.get(idOf(at));
      return row?.answer === words && row.class === kind && row.dimension === dimension;
    })
  );
}
