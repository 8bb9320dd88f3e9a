/** What an assumption is called, by its key; keys of templates that are not here are called as the template says. */
export const factorLabels: Readonly<Record<string, string>> = {
  volume: "Pieces of work per person and year",
  periods: "Periods of the figure in a year",
  value_per_unit: "Value of one unit of the KPI",
  hours_per_unit: "Hours one unit takes",
  hourly_cost: "Cost of an hour of work",
  used_share: "Share of freed time that is put to use",
  margin: "Share of revenue that is left after variable cost",
  years: "Years for which the effect is counted",
  persistence: "Share of the effect that is left each following year",
  discount_rate: "Discount rate a year",
  full_time_hours: "Hours of work in a full-time year",
};

/** Assumptions that are not factors of a line, and what they are measured in; `money` stands for the organisation's currency. */
export const caseKeys = {
  years: "years",
  persistence: "share",
  discount_rate: "share a year",
  full_time_hours: "hours",
};
export type CaseKey = keyof typeof caseKeys;

/** Stated once for the whole organisation; a line that states none of its own is counted with it. */
export const organisationKeys = ["discount_rate", "full_time_hours", "hourly_cost", "years", "persistence"] as const;

/** What one of them is measured in. */
export function organisationUnit(key: (typeof organisationKeys)[number], currency: string): string {
  return key === "hourly_cost" ? `${currency} an hour` : caseKeys[key];
}

/** Factors of which the product is hours: what one unit takes, as often as a person does it. */
export const hourKeys: readonly string[] = ["volume", "periods", "hours_per_unit"];

/** Keys read as in `days_to_replace`: days to replace. */
export function factorLabel(key: string): string {
  const words = factorLabels[key] ?? key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
