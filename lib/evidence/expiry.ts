import { type SQL, sql } from "drizzle-orm";
import { addDays } from "@/lib/days";
import type { EvidenceRules } from "./rules";

type ExpiryRule = Pick<EvidenceRules, "certificateDays">;

/** First day on which a certificate or test of a day (YYYY-MM-DD) says nothing any more of what somebody knows now. */
export function expiryOf(day: string, { certificateDays }: ExpiryRule): string {
  return addDays(day, certificateDays);
}

export const isExpired = (of: string, rules: ExpiryRule, day: string): boolean => expiryOf(of, rules) <= day;

/**
 * Whether the certificate or test in a date column says something on a day: what `isExpired` says of one, for statements over many. Null
 * where there is none.
 */
export function stillSpeaks(column: string, day: string, { certificateDays }: ExpiryRule): SQL {
  return sql`(${sql.raw(column)} + ${certificateDays}::int > ${day}::date)`;
}
