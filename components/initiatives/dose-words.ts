import type { DoseResponse, MeasuredDose } from "@/lib/evaluation/dose-response/dose-response";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";

type Estimated = Extract<DoseResponse, { status: "estimated" }>;

/** What a slope is told per: an hour, ten uses or one. */
export function perDose({ measure, bins }: MeasuredDose): { times: number; word: string } {
  if (measure === "minutes") return { times: 60, word: "hour" };
  return (bins.at(-1)?.mean_dose ?? 0) >= 20 ? { times: 10, word: "ten uses" } : { times: 1, word: "use" };
}

/** How change went with use, in a sentence that says no more than that. */
export function doseSentence(dose: Estimated, wanted: "up" | "down", scale: EffectScale, formats: Formats): string {
  const [first] = dose.measures;
  if (!first?.slope) return "Whether use went with change cannot be told.";
  const { estimate, ci } = first.slope;
  const { times, word } = perDose(first);
  const amount = scale.text(formats, times * estimate, [times * ci[0], times * ci[1]]);
  if (ci[0] <= 0 && ci[1] >= 0) {
    return `How much people used it did not go with how much they changed: ${amount} per ${word}.`;
  }
  const good = estimate > 0 === (wanted === "up");
  const more = good ? "improved more" : "improved less";
  return `Among the trained, those who used it more ${more}: ${amount} per ${word}.`;
}

/** Whether more kept going with more. Null where the line is as good as straight. */
export function bendText({ slope, quadratic }: MeasuredDose): string | null {
  if (!slope || !quadratic || quadratic.p >= 0.05) return null;
  const same = quadratic.estimate > 0 === slope.estimate > 0;
  return same
    ? "The line steepens: with much use, a further use goes with more than with little."
    : "The line flattens: with much use, a further use goes with less than with little.";
}
