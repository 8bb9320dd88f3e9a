import { z } from "zod";
import { sectionIds } from "./sections";

const hourOfDay = z.int().min(0).max(23);
const isZone = (zone: string) => zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone);

/** When a digest goes out, by the clock of its own time zone. */
const schedule = {
  cadence: z.enum(["weekly", "monthly"]),
  day: z.int(),
  hour: hourOfDay,
  timeZone: z.string().refine(isZone, "Choose a time zone of the list"),
  quietFrom: hourOfDay,
  quietTo: hourOfDay,
};

/** A digest as its form sends it. Without an id a new one; without a webhook the address that is kept stays. */
export const digestInput = z
  .object({
    id: z.uuid().nullable(),
    revision: z.int().nullable(),
    channel: z.enum(["email", "slack", "teams"]),
    webhook: z.string().trim().max(2_000, "At most 2,000 characters").nullable(),
    ...schedule,
    sections: z.array(z.enum(sectionIds)).min(1, "Choose at least one thing to be told"),
  })
  .superRefine(({ cadence, day, id, channel, webhook }, found) => {
    const last = cadence === "weekly" ? 7 : 28;
    if (day < 1 || day > last) found.addIssue({ code: "custom", path: ["day"], message: "Choose a day of the list" });
    if (channel !== "email" && id === null && !webhook)
      found.addIssue({ code: "custom", path: ["webhook"], message: "Paste the address of the webhook" });
  });
export type DigestInput = z.output<typeof digestInput>;
export type DigestSchedule = Pick<DigestInput, "cadence" | "day" | "hour" | "timeZone" | "quietFrom" | "quietTo">;

export const pauseInput = z.object({ id: z.uuid(), paused: z.boolean() });
export const digestIdInput = z.object({ id: z.uuid() });
