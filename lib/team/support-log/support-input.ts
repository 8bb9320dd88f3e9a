import { z } from "zod";
import { managerActionKinds } from "@/db/schema/development";

export const logSupportInput = z.object({
  personId: z.uuid(),
  kind: z.enum(managerActionKinds),
  doneOn: z.iso.date({ error: "Write a date such as 2026-03-31", abort: true }),
  skillId: z.uuid().nullable(),
  note: z.string().trim().max(500, "At most 500 characters").nullable(),
});
export type LogSupport = z.input<typeof logSupportInput>;

export const removeSupportInput = z.object({ personId: z.uuid(), id: z.uuid() });
export type RemoveSupport = z.input<typeof removeSupportInput>;
