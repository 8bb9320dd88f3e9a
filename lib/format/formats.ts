import {
  formatAge,
  formatDate,
  formatDuration,
  formatMoment,
  formatMonth,
  formatPeriod,
  formatShortDate,
  type Grain,
} from "./dates";
import { decimalsOf, type Interval } from "./interval";
import { formatMeasure, type Unit } from "./measure";
import { formatMoney, formatNumber, formatPercent, type NumberStyle } from "./number";

export type FormatSettings = { locale: string; currency: string };
export type Formats = ReturnType<typeof formatsFor>;
type Day = string | Date;

/** Every way this product writes numbers and dates, for one language and currency. The same text on server and client. */
export function formatsFor({ locale, currency }: FormatSettings) {
  const measure = (value: number, unit: Unit, style?: NumberStyle) =>
    formatMeasure({ locale, currency }, value, unit, style);
  const change = (value: number, unit: Unit, style?: NumberStyle) =>
    formatMeasure({ locale, currency }, value, unit, { signed: true, ...style }, "difference");
  const within = ([low, high]: Interval, unit: Unit, decimals: number) => {
    const end = (value: number) => formatMeasure({ locale, currency }, value, unit, { decimals }, "bare");
    return `(${end(low)} to ${end(high)})`;
  };

  return {
    locale,
    currency,
    /** All digits a table needs: 1,234.567. */
    number: (value: number, style?: NumberStyle) => formatNumber(locale, value, style),
    /** Three significant digits, for headlines; from 100,000 on compact: 1.24m. */
    figure: (value: number, style?: NumberStyle) =>
      formatNumber(locale, value, { significant: 3, compact: Math.abs(value) >= 100_000, ...style }),
    /** 0.643 is 64.3%. */
    percent: (share: number, style?: NumberStyle) => formatPercent(locale, share, style),
    /** A difference of shares: 0.09 is +9.0 points. */
    points: (share: number, style?: NumberStyle) => change(share, "share", style),
    /** 3.42 levels. */
    levels: (value: number, style?: NumberStyle) => measure(value, "levels", style),
    /** €1,240,000; `{ compact: true, significant: 3 }` gives €1.24m. */
    money: (amount: number, style?: NumberStyle) => formatMoney(locale, amount, currency, style),
    /** A value with its unit: 64.3%, 3.42 levels, 12 errors per 100. */
    measure,
    /** A difference with its sign and unit: +9.0 points, −0.60 levels. */
    change,
    /** `1.4 levels (0.6 to 2.2)`: both ends with the decimals the interval can carry. */
    estimate: (value: number, interval: Interval, unit: Unit, style?: NumberStyle) => {
      const decimals = decimalsOf(scaled(interval, unit));
      return `${measure(value, unit, { decimals, ...style })} ${within(interval, unit, decimals)}`;
    },
    /** As `estimate`, of a difference: `+9 points (5 to 13)`. */
    effect: (value: number, interval: Interval, unit: Unit) => {
      const decimals = decimalsOf(scaled(interval, unit));
      return `${change(value, unit, { decimals })} ${within(interval, unit, decimals)}`;
    },
    /** `(0.6 to 2.2)` alone. */
    interval: (interval: Interval, unit: Unit) => within(interval, unit, decimalsOf(scaled(interval, unit))),
    /** Seconds as 45 s, 12 min, 3 h 20 min. */
    duration: (seconds: number) => formatDuration(locale, seconds),
    /** 31 October 2026. */
    date: (day: Day) => formatDate(locale, day),
    /** 31 Oct 2026. */
    shortDate: (day: Day) => formatShortDate(locale, day),
    /** 31 Oct 2026, 14:05 UTC. */
    moment: (at: Day) => formatMoment(locale, at),
    /** Oct 2026. */
    month: (day: Day) => formatMonth(locale, day),
    /** Oct 2026, Q4 2026, 2026. */
    period: (grain: Grain, day: Day) => formatPeriod(locale, grain, day),
    /** 4 minutes ago. */
    age: (at: Day, now: Day) => formatAge(locale, at, now),
  };
}

function scaled([low, high]: Interval, unit: Unit): Interval {
  return unit === "share" ? [low * 100, high * 100] : [low, high];
}
