import { z } from "zod";
import { calendarKinds } from "@/db/schema/calendar";

const day = z.iso
  .date({ error: "Write a date such as 2025-03-31", abort: true })
  .refine((text) => text >= "1900-01-01" && text < "2200-01-01", "Write a year from 1900 to 2199");

/** What else happened, when and where. An `id` changes that event, none adds one. */
export const saveEventInput = z
  .object({
    id: z.uuid().nullable(),
    name: z.string().trim().min(1, "Say what happened").max(200, "At most 200 characters"),
    kind: z.enum(calendarKinds),
    from: day,
    /** Last day; null where it lasts. */
    to: day.nullable(),
    unitId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    note: z.string().trim().max(2_000, "At most 2,000 characters").nullable(),
  })
  .superRefine(({ kind, from, to }, context) => {
    const wrong = (message: string) => context.addIssue({ code: "custom", path: ["to"], message });
    if (to !== null && to < from) wrong("It ends before it begins");
    if (kind === "none" && to === null) wrong("Say until when nothing else happened");
  });
export type SaveEvent = z.output<typeof saveEventInput>;

export const removeEventInput = z.object({ id: z.uuid() });
export type RemoveEvent = z.output<typeof removeEventInput>;
