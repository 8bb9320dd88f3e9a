import { formatMoney, formatNumber, formatPercent, type NumberStyle } from "./number";

/** `share` is stored 0..1 and shown in per cent; `money` is in the organisation's currency; any other word stands as it is. */
export type Unit = "share" | "levels" | "money" | "count" | (string & {});

type Settings = { locale: string; currency: string };

/**
 * A value with its unit. A `difference` of shares is in percentage points; `bare` leaves the unit to the figure beside it, except
 * for money and per cent of nothing else.
 */
export function formatMeasure(
  { locale, currency }: Settings,
  value: number,
  unit: Unit,
  style: NumberStyle = {},
  as: "value" | "difference" | "bare" = "value",
): string {
  if (unit === "money") return formatMoney(locale, value, currency, style);
  if (unit === "share") {
    if (as === "value") return formatPercent(locale, value, style);
    const points = formatNumber(locale, value * 100, withDecimals(style, 1));
    return as === "bare" ? points : `${points}\u00a0${/^[+\u2212]?1$/.test(points) ? "point" : "points"}`;
  }
  const number = formatNumber(locale, value, withDecimals(style, decimalsByUnit[unit] ?? 2));
  if (as === "bare" || unit === "count" || unit === "") return number;
  return unit === "%" ? `${number}%` : `${number}\u00a0${unit}`;
}

const decimalsByUnit: Record<string, number> = { count: 0, people: 0, levels: 2, days: 1, hours: 1, minutes: 1 };

function withDecimals(style: NumberStyle, decimals: number): NumberStyle {
  return style.decimals === undefined && style.significant === undefined ? { ...style, decimals } : style;
}
