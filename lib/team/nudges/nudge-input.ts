import { z } from "zod";
import { nudgeKinds } from "@/db/schema/development";

export const sendNudgeInput = z.object({
  personId: z.uuid(),
  kind: z.enum(nudgeKinds),
  text: z.string().trim().min(5, "Write what you want to say").max(400, "At most 400 characters: a nudge is short"),
  skillId: z.uuid().nullable(),
});
export type SendNudge = z.input<typeof sendNudgeInput>;

export const finishNudgeInput = z.object({ id: z.uuid() });
export type FinishNudge = z.input<typeof finishNudgeInput>;
