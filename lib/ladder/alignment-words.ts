import type { Alignment } from "@/lib/evaluation/ladder/ladder";

const units: Record<string, [string, string]> = {
  day: ["day", "days"],
  week: ["week", "weeks"],
  month: ["month", "months"],
  quarter: ["quarter", "quarters"],
  year: ["year", "years"],
};

/** `2 months later`, `the same month`, `1 month earlier`: when the KPI is looked at, seen from the skill. */
export function lagName(lag: number, period: string): string {
  const [one, many] = units[period] ?? ["period", "periods"];
  if (lag === 0) return `the same ${one}`;
  const count = Math.abs(lag);
  return `${count} ${count === 1 ? one : many} ${lag > 0 ? "later" : "earlier"}`;
}

type Found = Extract<Alignment, { kind: "correlations" }>;

/** Which comes first, and whether that can be said; graded as association, whatever the design. */
export function alignmentAnswer({ lead, lags, period, confidence }: Found): string {
  const best = lags.find(({ lag }) => lag === lead?.lag);
  if (!lead || best?.value == null) return "It cannot be told.";
  const alpha = 1 - confidence;
  const r = best.value.toFixed(2).replace("-", "\u2212");
  if (best.value <= 0) return "No: in none of these periods does the KPI go the way the skill went.";
  if (lead.p_adjusted > alpha) {
    return `It cannot be told: the closest match is the KPI ${lagName(lead.lag, period)} (r = ${r}), no closer than chance allows with ${lags.length} periods looked at.`;
  }
  const clear = lead.p_against_others !== null && lead.p_against_others <= alpha;
  const where = `the KPI goes with it closest ${lead.lag === 0 ? "in the same" : lagName(lead.lag, period)}${lead.lag === 0 ? ` ${units[period]?.[0] ?? "period"}` : ""} (r = ${r})`;
  if (!clear) return `They move together: ${where}, but which comes first cannot be told.`;
  if (lead.order === "signal_first") return `Yes: where somebody's applied skill rose, ${where}.`;
  if (lead.order === "together") return `They move together: ${where}.`;
  return `No, the other way round: ${where}, before the skill was seen.`;
}
