import type { periods } from "@/db/schema/plan-terms";

/** How the format names a period, as a pattern of `to_char` over its first day. */
export const periodPattern: Record<(typeof periods)[number], string> = {
  day: "YYYY-MM-DD",
  week: 'IYYY-"W"IW',
  month: "YYYY-MM",
  quarter: 'YYYY-"Q"Q',
  year: "YYYY",
};
