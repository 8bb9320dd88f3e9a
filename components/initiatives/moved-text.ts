import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import type { WhatMoved } from "@/lib/initiatives/what-moved";

type Moved = Pick<WhatMoved, "before" | "now" | "moved" | "grade">;

/** By how much the headline and the width of its interval moved, and whether the grade did. */
export function movedText({ before, now, moved, grade }: Moved, scale: EffectScale | null, formats: Formats): string {
  const graded = grade ? ` The grade went from ${grade.before} to ${grade.now}.` : " The grade stayed.";
  const [old, fresh] = [before.headline, now.headline];
  if (old.kind === "withheld" || fresh.kind === "withheld") {
    return "One of the two rests on too few people to be shown, so they are not compared.";
  }
  if (!moved || !scale || old.kind !== "estimate" || fresh.kind !== "estimate") return graded.trim();
  const by = scale.value(fresh.value) - scale.value(old.value);
  const widthOf = (range: readonly [number, number]) => range[1] - range[0];
  const ratio = widthOf(scale.range(fresh.interval)) / widthOf(scale.range(old.interval)) - 1;
  const change =
    by === 0 ? "The effect stayed" : `The effect moved by ${formats.change(by, scale.unit, { significant: 2 })}`;
  return `${change}, ${widthText(ratio, formats)}.${graded}`;
}

function widthText(ratio: number, formats: Formats): string {
  if (!Number.isFinite(ratio) || Math.abs(ratio) < 0.005) return "and its interval is as wide as before";
  const share = formats.percent(Math.abs(ratio), { decimals: 0 });
  return ratio > 0 ? `and its interval is ${share} wider` : `and its interval is ${share} narrower`;
}
