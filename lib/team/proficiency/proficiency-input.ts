import { z } from "zod";
import { proficiencyRule } from "@/lib/skills/proficiency-rule";

/** A role's own definition of time to proficiency; null goes back to the usual one. */
export const setProficiencyInput = z.object({ roleId: z.uuid(), rule: proficiencyRule.nullable() });
export type SetProficiency = z.input<typeof setProficiencyInput>;
