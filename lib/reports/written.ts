import type { Formats } from "@/lib/format/formats";
import type { Unit } from "@/lib/format/measure";
import { moneyText } from "@/lib/format/money-text";
import type { Ranged } from "@/lib/money/case-result";
import type { ReportCell } from "./document";

/** How numbers of a unit are written. */
export type Writing = { unit: Unit; text(value: number): string };

/** What figures of money are written in. */
export function writings(formats: Formats): Record<"amount" | "share" | "times" | "hours", Writing> {
  const three = (value: number) => formats.number(value, { significant: 3 });
  return {
    amount: { unit: "money", text: (value) => moneyText(value, formats) },
    share: { unit: "share", text: (value) => formats.percent(value, { decimals: 0 }) },
    times: { unit: "", text: three },
    hours: { unit: "hours", text: three },
  };
}

/** An amount in a table, or what is said where there is none. */
export const moneyCell = (formats: Formats, value: number | null, without = ""): ReportCell =>
  value === null ? { text: without } : { text: moneyText(value, formats), value, unit: "money" };

/** `(€806k to €2.10m)`. */
const moneyRange = (formats: Formats, [low, high]: readonly [number, number]): string =>
  `(${moneyText(low, formats)} to ${moneyText(high, formats)})`;

/** `€829k (€310k to €1.42m)` in a table, or what is said where there is nothing to write. */
export const rangedCell = (formats: Formats, of: Ranged | null, without = ""): ReportCell =>
  of === null
    ? { text: without }
    : {
        text: `${moneyText(of.central, formats)} ${moneyRange(formats, of.interval)}`,
        value: of.central,
        unit: "money",
      };

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
