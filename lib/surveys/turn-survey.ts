import "server-only";
import { sql } from "drizzle-orm";
import { surveys } from "@/db/schema/surveys";
import { dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { holdUnchanged, ownSurvey } from "./find-survey";
import { type TurnSurvey, turnSurveyInput } from "./input";
import { surveyState } from "./survey";

/** Opens a planned survey today. Throws as `holdUnchanged`, and `conflict` where it is open, closed or was changed in between. */
export const openSurvey = command("survey.edit", async (tx, raw: TurnSurvey, viewer, trace): Promise<void> => {
  const input = parseOrThrow(turnSurveyInput, raw);
  const found = await holdUnchanged(tx, viewer, input);
  const today = dayOf(new Date());
  if (surveyState(found, today) !== "planned") throw new DomainError("conflict", "This survey was opened already");
  await tx
    .update(surveys)
    .set({ opensOn: today, revision: sql`revision + 1` })
    .where(ownSurvey(viewer.orgId, input.id));
  trace.subject = input.id;
  trace.detail = { change: "survey opened" };
});

/** Closes a survey for good: its links stop working. Throws as `holdUnchanged`, and `conflict` where it is closed or was changed in between. */
export const closeSurvey = command("survey.edit", async (tx, raw: TurnSurvey, viewer, trace): Promise<void> => {
  const input = parseOrThrow(turnSurveyInput, raw);
  const found = await holdUnchanged(tx, viewer, input);
  if (surveyState(found, dayOf(new Date())) === "closed")
    throw new DomainError("conflict", "This survey is closed already");
  await tx
    .update(surveys)
    .set({ closedAt: new Date(), revision: sql`revision + 1` })
    .where(ownSurvey(viewer.orgId, input.id));
  trace.subject = input.id;
  trace.detail = { change: "survey closed" };
});
