import { z } from "zod";

export const longestNote = 2_000;
export const longestLink = 2_000;
/** Observations are entered while they are fresh. */
export const oldestDays = 14;
/** Hours in which whoever entered an observation may still mend it. */
export const mendableHours = 24;
export const largestFile = 2 * 1024 * 1024;

export const skipReasons = ["did_not_happen", "not_there", "not_part_of_the_job"] as const;
export type SkipReason = (typeof skipReasons)[number];
export const skipWords: Record<SkipReason, string> = {
  did_not_happen: "It did not come up",
  not_there: "I was not there",
  not_part_of_the_job: "It is not part of their job",
};

/** Empty is nothing; anything that is not an address of the web is kept as a name ("ticket 4711") and never becomes a link. */
const shortText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

const yesNo = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

export const level = z.int("Choose a level").min(1, "Choose 1 to 5").max(5, "Choose 1 to 5");

/** What a rating says, whoever gives it. */
const ratingFields = {
  level,
  independent: yesNo,
  accurate: yesNo,
  consistent: yesNo,
  note: shortText(longestNote),
  artefact: shortText(longestLink),
};

const entry = {
  /** The user whose phone wrote it: a queue that another user finds is not sent in their name. */
  writtenBy: z.uuid(),
  /** One person, or everybody a team behaviour was seen of. */
  people: z.array(z.uuid()).min(1).max(200),
};

/** An observation as a phone keeps and sends it. `id` is made there; the same id is written once. */
export const observationInput = z.object({
  ...entry,
  ...ratingFields,
  id: z.uuid(),
  behaviourId: z.uuid(),
  observedAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
export type ObservationInput = z.output<typeof observationInput>;
export type ObservationDraft = z.input<typeof observationInput>;

export const skipInput = z.object({
  ...entry,
  behaviourId: z.uuid(),
  why: z.enum(skipReasons),
  on: z.iso.date(),
});
export type SkipInput = z.output<typeof skipInput>;

/** Takes back an observation or a skip of the same round. */
export const undoInput = z.object({ ...entry, id: z.uuid() });
export const undoSkipInput = skipInput.omit({ why: true });

export const editInput = z.object({ ...ratingFields, personId: z.uuid(), observationId: z.string().min(1).max(200) });
export const undoOwnInput = editInput.pick({ personId: true, observationId: true });
