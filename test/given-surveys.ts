import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { surveyAnswers } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { inTenant } from "@/lib/server/tenant-access";
import { giveAnswer } from "@/lib/surveys/answering/give-answer";
import type { CreateSurvey } from "@/lib/surveys/input";
import { makePersonalLinks, makeSharedLink } from "@/lib/surveys/links/make-links";
import { createSurvey } from "@/lib/surveys/save-survey";
import type { GivenOrganisation } from "./factory";

export const today = new Date().toISOString().slice(0, 10);

/** Somewhere else each time, so that no test meets the limits of another. */
export const address = () => randomUUID();

export const ask = (
  text: string,
  kind: "class" | "scale" | "words",
  dimension: "learning" | "growth" | "support" | null = null,
) => ({ text, kind, dimension, required: kind !== "words" });

/** A form of three questions: q1 by class, q2 on the scale, q3 in words. */
export const pulse = (input: Partial<CreateSurvey> = {}): Entry<CreateSurvey> => ({
  title: "This week",
  introduction: "",
  instrument: "pulse",
  initiativeId: null,
  unitId: null,
  isAnonymous: true,
  opensOn: today,
  closesOn: null,
  questions: [ask("How was it?", "class"), ask("Was there help?", "scale", "support"), ask("What else?", "words")],
  ...input,
});

export const helpful = { q1: "helpful", q2: "4", q3: "More of it" };

/** Employee ids of seven in North (of A), five in B and two in C. */
export const staff = Array.from({ length: 14 }, (_, at) => `E${at + 10}`);

/** Surveys of an organisation that each test makes anew: made by its L&D lead, and answered. */
export function surveysOf(given: () => GivenOrganisation) {
  const lead = () => given().as("ld_lead");
  const sheet = (link: string, answers: Record<string, string>, sheetId: string = randomUUID(), revision = 1) =>
    giveAnswer({ link, sheetId, revision, answers }, address());
  return {
    lead,
    sheet,
    made: async (input: Partial<CreateSurvey> = {}) => (await createSurvey(lead(), pulse(input))).id,
    shared: async (surveyId: string, mostAnswers = 50) =>
      (await makeSharedLink(lead(), { surveyId, mostAnswers })).link,
    personal: async (surveyId: string, viewer: Viewer = lead(), group = "org") =>
      (await makePersonalLinks(viewer, { surveyId, group })).links,
    fromMany: async (link: string, count: number, answers = helpful) => {
      for (let at = 0; at < count; at++) expect(await sheet(link, answers)).toEqual({ kind: "taken" });
    },
    stored: () => inTenant(given().orgId, (tx) => tx.select().from(surveyAnswers)),
    withPeople: () => {
      const unit = (at: number) => (at < 7 ? "Co / A / North" : at < 12 ? "Co / B" : "Co / C");
      const rows = staff.map((id, at) => `${id},clerk,${unit(at)},T${at % 2}`);
      return given().take({ "people.csv": `employee_id,role,unit,team\n${rows.join("\n")}\n` });
    },
  };
}
