import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Random, randomFor } from "@/db/demo/random";
import type { Viewer } from "@/lib/access/viewer";
import { addDays, dayOf } from "@/lib/days";
import { inTenant } from "@/lib/server/tenant-access";
import { giveAnswer } from "@/lib/surveys/answering/give-answer";
import { makePersonalLinks, makeSharedLink } from "@/lib/surveys/links/make-links";
import { enterStatements } from "@/lib/surveys/notes/enter-statements";
import { createSurvey } from "@/lib/surveys/save-survey";
import { templates } from "@/lib/surveys/templates";
import { closeSurvey } from "@/lib/surveys/turn-survey";
import { annualWords, debriefStatements, focusStatements, pulseWords } from "./survey-texts";

type Story = { seed: number; author: Viewer; now: Date };
type Ask = {
  template: (typeof templates)[number]["instrument"];
  title: string;
  initiative?: string;
  /** The path of the unit whose people are asked; else everybody. */
  unit?: string;
  isAnonymous?: boolean;
  opensOn: string;
  closesOn?: string;
};

/** What the demo's HR partner serves. */
const operations = "Meridian Works / Operations";

/** A pulse people are answering, a debrief that is over, a focus group too small to be shown, a survey of the year by unit. */
export async function addSurveys({ seed, author, now }: Story): Promise<number> {
  const today = dayOf(now);
  const random = randomFor(seed, "surveys");
  const make = (ask: Ask) => makeSurvey(author, ask);

  const pulse = await make({
    template: "pulse",
    title: "Refund cards: how was this week?",
    initiative: "refund-handling",
    opensOn: addDays(today, -4),
    closesOn: addDays(today, 10),
  });
  const { link } = await makeSharedLink(author, { surveyId: pulse, mostAnswers: 60 });
  for (let at = 0; at < 27; at++) await answer(link, pulseAnswers(random));

  const debrief = await make({
    template: "debrief",
    title: "Set-up verification: what we learned",
    initiative: "setup-verification",
    unit: operations,
    opensOn: addDays(today, -30),
  });
  for (const group of [1, 2]) {
    const statements = debriefStatements
      .filter(([of]) => of === group)
      .map(([, speaker, kind, dimension, words]) => ({ speaker, class: kind, dimension, words }));
    await enterStatements(author, {
      surveyId: debrief,
      entryId: randomUUID(),
      heldOn: addDays(today, -23 + group),
      statements,
    });
  }
  await closeSurvey(author, { id: debrief, revision: 1 });

  const focus = await make({
    template: "focus_group",
    title: "Certificates and the line: focus group",
    initiative: "quality-certification",
    unit: operations,
    opensOn: addDays(today, -9),
  });
  await enterStatements(author, {
    surveyId: focus,
    entryId: randomUUID(),
    heldOn: addDays(today, -2),
    statements: focusStatements.map(([speaker, kind, dimension, words]) => ({
      speaker,
      class: kind,
      dimension,
      words,
    })),
  });

  const annual = await make({
    template: "annual",
    title: "Learning, growth and support this year",
    isAnonymous: false,
    opensOn: addDays(today, -21),
  });
  const { links } = await makePersonalLinks(author, { surveyId: annual, group: "org" });
  const answering = random.shuffled(links).slice(0, 5 * Math.floor((links.length * 0.2) / 5));
  for (const one of answering) await answer(one.link, annualAnswers(random));
  await closeSurvey(author, { id: annual, revision: 1 });
  return 4;
}

async function makeSurvey(author: Viewer, ask: Ask): Promise<string> {
  const template = templates.find(({ instrument }) => instrument === ask.template);
  if (!template) throw new Error(`There is no template for ${ask.template}`);
  const { instrument, introduction, questions } = template;
  const { id } = await createSurvey(author, {
    title: ask.title,
    introduction,
    instrument,
    questions,
    initiativeId: ask.initiative ? await initiativeOf(author.orgId, ask.initiative) : null,
    unitId: ask.unit ? await unitOf(author.orgId, ask.unit) : null,
    isAnonymous: ask.isAnonymous ?? true,
    opensOn: ask.opensOn,
    closesOn: ask.closesOn ?? null,
  });
  return id;
}

async function initiativeOf(orgId: string, code: string): Promise<string | null> {
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from initiatives where code = ${code}`),
  );
  return rows[0]?.id ?? null;
}

async function unitOf(orgId: string, path: string): Promise<string> {
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from business_units where path = ${path}`),
  );
  if (!rows[0]) throw new Error(`The demo has no unit ${path}`);
  return rows[0].id;
}

/** Each from an address of its own, as people would. */
async function answer(link: string, answers: Record<string, string>): Promise<void> {
  const given = await giveAnswer({ link, sheetId: randomUUID(), revision: 1, answers }, randomUUID());
  if (given.kind !== "taken") throw new Error(`The demo's answer was not taken: ${JSON.stringify(given)}`);
}

function pulseAnswers(random: Random): Record<string, string> {
  const kind = random.weighted(
    ["helpful", "distracting", "irrelevant"] as const,
    (one) => ({ helpful: 70, distracting: 18, irrelevant: 12 })[one],
  );
  return { q1: kind, q2: random.chance(0.5) ? random.pick(pulseWords[kind]) : "" };
}

function annualAnswers(random: Random): Record<string, string> {
  const mood = random.normal(0, 0.6);
  const score = (mean: number) => String(Math.min(5, Math.max(1, Math.round(mean + mood + random.normal(0, 0.7)))));
  return {
    q1: score(3.6),
    q2: random.weighted(
      ["helpful", "distracting", "irrelevant"] as const,
      (one) => ({ helpful: 52, distracting: 15, irrelevant: 33 })[one],
    ),
    q3: score(3.7),
    q4: score(3),
    q5: score(2.9),
    q6: random.chance(0.3) ? random.pick(annualWords) : "",
  };
}
