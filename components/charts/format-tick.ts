import type { Formats } from "@/lib/format/formats";
import type { Unit } from "@/lib/format/measure";

/** An axis label: the number without its unit, except per cent and money, with the decimals the steps need. */
export function formatTick(formats: Formats, tick: number, unit: Unit, decimals: number): string {
  if (unit === "share") return formats.percent(tick, { decimals: Math.max(0, decimals - 2) });
  if (unit === "money") return formats.money(tick, { compact: true, significant: 3 });
  return Math.abs(tick) >= 100_000
    ? formats.number(tick, { compact: true, significant: 3 })
    : formats.number(tick, { decimals });
}
