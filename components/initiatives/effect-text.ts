import type { Formats } from "@/lib/format/formats";

/** An effect with its interval as text; logarithms as per cent of change. */
export function effectText(
  formats: Formats,
  { value, interval, unit, log }: { value: number; interval: readonly [number, number]; unit: string; log: boolean },
): string {
  if (!log) return formats.effect(value, interval, unit);
  const percent = (logarithm: number) => 100 * Math.expm1(logarithm);
  return formats.effect(percent(value), [percent(interval[0]), percent(interval[1])], "%");
}
