import { z } from "zod";
import { guardrailSides } from "@/db/schema/scorecard-marks";
import { metricId } from "@/lib/targets/target-input";

export const setGuardrailInput = z.object({
  metric: metricId,
  side: z.enum(guardrailSides, "Choose a side"),
  /** As stored: shares are 0 to 1. */
  bound: z.number("Write a number, such as 20 or 2.5"),
  because: z.string().trim().min(3, "Say what it guards").max(300, "At most 300 characters"),
});
export type SetGuardrail = z.output<typeof setGuardrailInput>;

export const removeGuardrailInput = setGuardrailInput.pick({ metric: true, side: true });
export type RemoveGuardrail = z.output<typeof removeGuardrailInput>;
