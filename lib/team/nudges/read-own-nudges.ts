import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NudgeKind } from "./nudge-words";

export type OwnNudge = {
  id: string;
  kind: NudgeKind;
  text: string;
  skill: string | null;
  from: string | null;
  shownFrom: Date;
  doneAt: Date | null;
};

/** Nudges managers sent, shown to a person in the last 60 days, open ones first; from now on they count as seen. Held-out ones are not among them. */
export async function readOwnNudges(tx: Tx, orgId: string, personId: string): Promise<OwnNudge[]> {
  const shown = sql`org_id = ${orgId} and person_id = ${personId} and sent_by is not null and not held_out and show_from <= now()`;
  await tx.execute(sql`update nudges set seen_at = now() where ${shown} and seen_at is null`);
  const { rows } = await tx.execute<
    Omit<OwnNudge, "shownFrom" | "doneAt"> & { shownFrom: string; doneAt: string | null }
  >(sql`
    select n.id, n.kind, n.text, s.name as skill, u.name as "from", n.show_from as "shownFrom", n.done_at as "doneAt"
    from (select * from nudges where ${shown} and show_from > now() - interval '60 days') n
    left join skills s on s.org_id = ${orgId} and s.id = n.skill_id
    left join users u on u.org_id = ${orgId} and u.id = n.sent_by
    order by n.done_at is not null, n.show_from desc, n.id`);
  return rows.map(({ shownFrom, doneAt, ...row }) => ({
    ...row,
    shownFrom: new Date(shownFrom),
    doneAt: doneAt ? new Date(doneAt) : null,
  }));
}
