import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";

/** `(€806k to €2.10m)`. */
export const moneyRange = (formats: Formats, [low, high]: readonly [number, number]): string =>
  `(${moneyText(low, formats)} to ${moneyText(high, formats)})`;

/** A figure of a picture with its interval, in its unit. */
export function writtenEstimate(formats: Formats, value: number, interval: [number, number], unit: string): string {
  if (unit === "money") return `${moneyText(value, formats)} ${moneyRange(formats, interval)}`;
  if (unit === "share")
    return `${formats.percent(value)} (${interval.map((end) => formats.percent(end)).join(" to ")})`;
  return formats.estimate(value, interval, unit);
}

/** A figure of a picture, in its unit. */
export function writtenValue(formats: Formats, value: number, unit: string): string {
  return unit === "money" ? moneyText(value, formats) : formats.measure(value, unit, { significant: 3 });
}

/** A mark of an axis, without the unit where that is a word. */
export function writtenTick(formats: Formats, tick: number, unit: string, decimals: number): string {
  if (unit === "money") return formats.money(tick, { significant: 3, compact: Math.abs(tick) >= 10_000 });
  if (unit === "share") return formats.percent(tick, { decimals: Math.max(0, decimals - 2) });
  return formats.number(tick, { decimals });
}
