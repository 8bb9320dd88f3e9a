import type { SpillOver } from "@/lib/evaluation/spill-over/spill-over";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";

type Estimated = Extract<SpillOver, { status: "estimated" }>;

/** Whether untrained people changed beside trained ones, and what that means for the effect. */
export function spillOverSentence(found: Estimated, scale: EffectScale, formats: Formats): string {
  if (found.by === "share") return shareSentence(found, scale, formats);
  const { nearness, direction, estimate, ci } = found;
  const amount = scale.text(formats, estimate, ci);
  if (direction === "unclear") {
    return `Untrained people with trained colleagues in their ${nearness} changed no differently from those without: ${amount}.`;
  }
  if (direction === "better") {
    return `Untrained people with trained colleagues in their ${nearness} improved more than those without: ${amount}. The effect may well be larger than the comparison shows.`;
  }
  return `Untrained people with trained colleagues in their ${nearness} did worse than those without: ${amount}. What the trained gained, their neighbours may have lost.`;
}

/** As told for ten points more of the colleagues being trained. */
function shareSentence({ nearness, direction, estimate, ci }: Estimated, scale: EffectScale, formats: Formats): string {
  const amount = scale.text(formats, estimate / 10, [ci[0] / 10, ci[1] / 10]);
  const per = `${amount} for every ten points more of the ${nearness} that were trained`;
  if (direction === "unclear")
    return `Untrained people changed no differently where more of their ${nearness} was trained: ${per}.`;
  if (direction === "better") {
    return `Untrained people improved more where more of their ${nearness} was trained: ${per}. The effect may well be larger than the comparison shows.`;
  }
  return `Untrained people did worse where more of their ${nearness} was trained: ${per}. What the trained gained, their neighbours may have lost.`;
}
