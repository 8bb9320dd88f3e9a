import { z } from "zod";
import { guardrailSides } from "@/db/schema/scorecard-marks";
import { metricId } from "@/lib/targets/target-input";

const side = z.object({ metric: metricId, side: z.enum(guardrailSides, "Choose a side") });
export type GuardrailSide = z.output<typeof side>;

const asRead = z.object({ bound: z.number(), because: z.string() });
/** What somebody may set anew. */
export type GuardrailTerms = z.output<typeof asRead>;

export const setGuardrailInput = side.extend({
  /** As stored: shares are 0 to 1. */
  bound: z.number("Write a number, such as 20 or 2.5"),
  because: z.string().trim().min(3, "Say what it guards").max(300, "At most 300 characters"),
  /** The guardrail as it was read, null where there was none: it is changed only if it still stands so. */
  basedOn: asRead.nullable(),
});
export type SetGuardrail = z.output<typeof setGuardrailInput>;

export const removeGuardrailInput = side.extend({ basedOn: asRead });
export type RemoveGuardrail = z.output<typeof removeGuardrailInput>;
