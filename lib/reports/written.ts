import type { Formats } from "@/lib/format/formats";

/** Money as headlines write it: €1.24m, €829k. */
export const moneyText = (formats: Formats, amount: number): string =>
  formats.money(amount, { significant: 3, compact: true });

/** Money as the page of an initiative writes it: €24,600, from a hundred thousand on €829k. */
export const caseMoneyText = (formats: Formats, amount: number): string =>
  formats.money(amount, { significant: 3, compact: Math.abs(amount) >= 100_000 });

/** `(€806k to €2.10m)`. */
export const moneyRange = (formats: Formats, [low, high]: readonly [number, number]): string =>
  `(${moneyText(formats, low)} to ${moneyText(formats, high)})`;

/** A figure of a picture with its interval, in its unit. */
export function writtenEstimate(formats: Formats, value: number, interval: [number, number], unit: string): string {
  if (unit === "money") return `${moneyText(formats, value)} ${moneyRange(formats, interval)}`;
  if (unit === "share")
    return `${formats.percent(value)} (${interval.map((end) => formats.percent(end)).join(" to ")})`;
  return formats.estimate(value, interval, unit);
}

/** A figure of a picture, in its unit. */
export function writtenValue(formats: Formats, value: number, unit: string): string {
  return unit === "money" ? moneyText(formats, value) : formats.measure(value, unit, { significant: 3 });
}

/** A mark of an axis, without the unit where that is a word. */
export function writtenTick(formats: Formats, tick: number, unit: string, decimals: number): string {
  if (unit === "money") return formats.money(tick, { significant: 3, compact: Math.abs(tick) >= 10_000 });
  if (unit === "share") return formats.percent(tick, { decimals: Math.max(0, decimals - 2) });
  return formats.number(tick, { decimals });
}
