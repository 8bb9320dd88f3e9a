import { z } from "zod";

const day = z.iso
  .date({ error: "Write a date such as 2026-03-31", abort: true })
  .refine((text) => text >= "2000-01-01" && text < "2200-01-01", "Write a year from 2000 to 2199");
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en-GB")} characters`);

export const mostBehaviours = 5;

/** The same piece of work for many to rate. Levels that experts agreed on beforehand are optional. */
export const setCalibrationInput = z
  .object({
    title: text(200).min(1, "Give it a title"),
    artefact: text(20_000),
    link: text(2000)
      .refine((one) => one === "" || /^https?:\/\/\S+$/.test(one), "Write an address that begins with https://")
      .nullable(),
    behaviours: z
      .array(z.object({ id: z.uuid(), expected: z.int().min(1).max(5).nullable() }))
      .min(1, "Choose at least one behaviour")
      .max(mostBehaviours, `Choose at most ${mostBehaviours} behaviours`)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "A behaviour is named twice"),
    opensOn: day,
    closesOn: day,
  })
  .superRefine(({ artefact, link, opensOn, closesOn }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (artefact === "" && !link) wrong("artefact", "Paste the work, or give a link to it");
    if (closesOn < opensOn) wrong("closesOn", "It closes before it opens");
  });
export type SetCalibration = z.input<typeof setCalibrationInput>;

export const rateCalibrationInput = z.object({
  id: z.uuid(),
  ratings: z
    .array(
      z.object({
        behaviourId: z.uuid(),
        level: z.int({ error: "Choose a level" }).min(1, "Choose a level").max(5),
        note: text(1000).nullable(),
      }),
    )
    .min(1)
    .max(mostBehaviours),
});
export type RateCalibration = z.input<typeof rateCalibrationInput>;

export const oneCalibration = z.object({ id: z.uuid() });
export const findBehavioursInput = z.object({ text: z.string().max(200) });
