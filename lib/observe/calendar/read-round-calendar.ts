import "server-only";
import { DomainError } from "@/lib/errors";
import { readRules } from "@/lib/evidence/read-rules";
import { query } from "@/lib/server/tenant-access";
import { roundCalendar } from "./round-calendar";

/**
 * The viewer's rounds as a calendar file, from the rules in force.
 * @param address of the page of the round
 * @throws DomainError `not-found` for somebody without an employee record, or where every working day is quiet
 */
export const readRoundCalendar = query(
  "observation.record",
  async (tx, address: URL, { orgId, userId, personId }): Promise<string> => {
    if (!userId || !personId) throw new DomainError("not-found", "Your sign-in is not tied to an employee record");
    const { rules } = await readRules(tx, orgId);
    const calendar = roundCalendar({ userId, rules, address, now: new Date() });
    if (!calendar) throw new DomainError("not-found", "The rules of evidence call every working day quiet");
    return calendar;
  },
);
