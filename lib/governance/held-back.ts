import { type SQL, sql } from "drizzle-orm";
import { followedDays } from "@/lib/team/nudges/nudge-effect";

/** Whether a nudge, a row of nudges called `n`, was held back by lot and its effect is being measured still: whom it was for must not know. */
export const isHeldBack: SQL = sql`(n.held_out and n.show_from + ${sql.raw(`interval '${followedDays} days'`)} > now())`;

/** Whether a row of the audit log, called `a`, may be shown to the person it is about: that a nudge was sent would tell that it was held back. */
export function isTold(orgId: string, personId: string | null): SQL {
  if (!personId) return sql`true`;
  return sql`not (a.action = 'nudge.send' and exists (
    select from nudges n
    where n.org_id = ${orgId} and n.person_id = ${personId} and n.id::text = a.detail ->> 'nudge' and ${isHeldBack}))`;
}
