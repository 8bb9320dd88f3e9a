import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NudgeKind } from "./nudge-words";

/** A nudge as whoever sent it sees it. Whether it was held out, seen or done is not told: any of these would tell the first. */
export type SentNudge = {
  id: string;
  personId: string;
  person: string;
  kind: NudgeKind;
  text: string;
  skill: string | null;
  by: string | null;
  sentAt: Date;
};

/** Nudges of the last 90 days that meet a condition on `n` (nudges), newest first. */
export async function readSentNudges(tx: Tx, orgId: string, which: SQL): Promise<SentNudge[]> {
  const { rows } = await tx.execute<Omit<SentNudge, "sentAt"> & { sentAt: string }>(sql`
    select n.id, n.person_id as "personId", coalesce(h.name, h.employee_id) as person, n.kind, n.text, s.name as skill,
      u.name as by, n.created_at as "sentAt"
    from nudges n
    join people h on h.org_id = ${orgId} and h.id = n.person_id
    left join skills s on s.org_id = ${orgId} and s.id = n.skill_id
    left join users u on u.org_id = ${orgId} and u.id = n.sent_by
    where n.org_id = ${orgId} and n.sent_by is not null and n.created_at > now() - interval '90 days' and ${which}
    order by n.created_at desc, n.id limit 200`);
  return rows.map(({ sentAt, ...row }) => ({ ...row, sentAt: new Date(sentAt) }));
}
