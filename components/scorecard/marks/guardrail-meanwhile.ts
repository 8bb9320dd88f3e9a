import { meanwhileSentence } from "@/components/scorecard/meanwhile-sentence";
import type { Formats } from "@/lib/format/formats";
import type { Guardrail } from "@/lib/marks/guardrails/guardrail";
import { ruleText } from "@/lib/marks/guardrails/guardrail-words";
import type { GuardrailTerms } from "@/lib/marks/guardrails/input";
import type { Meanwhile } from "@/lib/marks/meanwhile";

/** What somebody else did to a guardrail that one was about to change or, `isNew`, to set. */
export function guardrailMeanwhile(
  formats: Formats,
  { isNew, ...rule }: Pick<Guardrail, "side" | "unit"> & { isNew: boolean },
  { now, by }: Meanwhile<GuardrailTerms>,
): string {
  const stands = now && `${ruleText(formats, { ...rule, bound: now.bound })}, "${now.because}"`;
  if (!isNew || !stands) return meanwhileSentence("guardrail", { now: stands, by });
  const who = by ?? "Somebody else";
  return `${who} has set this guardrail already: ${stands}. Nothing of yours was saved. Change that one instead.`;
}
