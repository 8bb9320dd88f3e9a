import { z } from "zod";

export const startSteps = ["role", "behaviours", "sources", "assessment", "comparison"] as const;
export type StartStep = (typeof startSteps)[number];

/** Behaviours one begins with: enough to tell a skill, few enough to look at. */
export const fewestBehaviours = 3;
export const mostBehaviours = 5;

/** What work systems could show a behaviour by: the outcomes of a task, or a KPI. */
const sourceInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("task"), id: z.uuid() }),
  z.object({ kind: z.literal("kpi"), id: z.uuid() }),
  /** Nothing in the work systems shows it: people have to look. */
  z.object({ kind: z.literal("people") }),
]);
export type ChosenSource = z.output<typeof sourceInput>;

/** What somebody chose on their way; a step that was not reached has nothing. */
export const choicesInput = z.object({
  behaviourIds: z.array(z.uuid()).optional(),
  /** By behaviour. */
  sources: z.record(z.uuid(), sourceInput).optional(),
  /** Managers are asked to look, as the rules of evidence say. */
  asked: z.boolean().optional(),
  kpiId: z.uuid().optional(),
  /** Weeks before and after. */
  weeks: z.int().min(4).max(52).optional(),
});
export type Choices = z.output<typeof choicesInput>;

/** The follow-up: 60 to 90 days show whether a behaviour holds; twelve weeks lie inside. */
export const usualWeeks = 12;

export const openStartInput = z.object({ roleId: z.uuid() });

export const saveStepInput = z.discriminatedUnion("step", [
  z.object({
    step: z.literal("behaviours"),
    startId: z.uuid(),
    skillId: z.uuid("Choose a skill"),
    behaviourIds: z
      .array(z.uuid())
      .min(fewestBehaviours, `Choose at least ${fewestBehaviours}: one alone does not tell a skill`)
      .max(mostBehaviours, `Choose at most ${mostBehaviours}: nobody can look at more every week`),
  }),
  z.object({ step: z.literal("sources"), startId: z.uuid(), sources: z.record(z.uuid(), sourceInput) }),
  z.object({
    step: z.literal("assessment"),
    startId: z.uuid(),
    asked: z.literal(true, "Managers are needed: a system alone sees what happened, not how"),
  }),
  z.object({
    step: z.literal("comparison"),
    startId: z.uuid(),
    kpiId: z.uuid("Choose a KPI"),
    weeks: z.coerce
      .number("Write a number of weeks")
      .int("Write a whole number of weeks")
      .min(4, "At least 4 weeks")
      .max(52, "At most 52 weeks"),
  }),
]);
export type SaveStep = z.output<typeof saveStepInput>;

export const endStartInput = z.object({ startId: z.uuid() });
