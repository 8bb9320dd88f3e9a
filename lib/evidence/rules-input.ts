import { z } from "zod";
import { evidenceRulesInput } from "./rules";

export const previewRulesInput = z.object({ rules: evidenceRulesInput });
export type PreviewRules = z.output<typeof previewRulesInput>;

export const changeRulesInput = previewRulesInput.extend({
  /** The version that was shown when the change was made; another one in force by now is a conflict. */
  basedOn: z.int().min(0),
  why: z.string().trim().min(5, "Say why, in a few words: others will read it").max(500),
});
export type ChangeRules = z.output<typeof changeRulesInput>;
