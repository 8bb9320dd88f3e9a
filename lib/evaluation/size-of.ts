import { effectSize } from "@/lib/stats/effect-size";
import type { Arms } from "@/lib/stats/estimate";
import type { Moments } from "@/lib/stats/moments";

/** The same difference in standard deviations between people, for the detail of a method; null where there is no spread. */
export function sizeOf(moments: Arms<Moments>, confidence: number) {
  const size = effectSize(moments, confidence);
  if (size.kind !== "effect-size") return null;
  const { hedgesG, cohenD, interval } = size;
  return { hedgesG, cohenD, interval: interval.hedgesG };
}
