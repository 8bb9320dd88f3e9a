import type { Formats } from "@/lib/format/formats";
import type { Assumption } from "@/lib/money/case";
import type { AssumptionState } from "./initiative-money";

export const isShare = (unit: string) => /^share\b/i.test(unit);

/** A stated value with its unit: `50%`, `8% a year`, `4,120 per person and year`. */
export function statedText(value: number, unit: string, formats: Formats): string {
  if (unit === "share a year") return `${formats.percent(value, { significant: 3 })} a year`;
  if (isShare(unit)) return formats.percent(value, { significant: 3 });
  const number = formats.number(value, { significant: 4 });
  return `${number} ${number === "1" ? unit.replace(/^(year|hour)s\b/, "$1") : unit}`.trim();
}

const withoutOne: Record<string, string> = {
  years: "not stated: one year counts",
  persistence: "not stated: nothing after the first year",
  discount_rate: "not stated: no present value",
};

/** Whether anybody has stated a value of it. */
export const isStated = ({ value, alternatives }: Pick<Assumption, "value" | "alternatives">): boolean =>
  value !== null || alternatives.length > 0;

/** What stands where no value does, and what follows from that. */
export const unstatedText = (key: string): string => withoutOne[key] ?? "not stated";

/** Its range, where one is stated: `30% to no more`. */
export function statedRange(
  { low, high, unit }: Pick<AssumptionState, "low" | "high" | "unit">,
  formats: Formats,
): string {
  if (low === null && high === null) return "";
  const text = (end: number | null, open: string) =>
    end === null
      ? open
      : isShare(unit)
        ? formats.percent(end, { significant: 3 })
        : formats.number(end, { significant: 4 });
  return `${text(low, "no less")} to ${text(high, "no more")}`;
}
