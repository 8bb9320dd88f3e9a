import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Contest } from "./contest-shape";

type Row = Omit<Contest, "openedAt" | "answeredAt" | "observation"> & {
  personId: string;
  openedAt: string;
  answeredAt: string | null;
  observedAt: string | null;
  behaviour: string;
  skill: string;
  level: number;
  source: string;
  rater: string | null;
  raterId: string | null;
  note: string | null;
};

export type ContestRow = Contest & { personId: string; raterId: string | null };

/** Contests that meet a condition on `c` (contests), open ones first by what is owed, then the latest. A peer is not named. */
export async function readContests(tx: Tx, orgId: string, which: SQL): Promise<ContestRow[]> {
  const { rows } = await tx.execute<Row>(sql`
    select c.person_id as "personId", c.id, c.observation_id as "observationId", c.reason, c.status, c.opened_at as "openedAt",
      c.due_on::text as "dueOn", c.status = 'open' and c.due_on < (now() at time zone 'UTC')::date as "isOverdue", c.answer,
      u.name as "answeredBy", c.answered_at as "answeredAt", o.observed_at as "observedAt", b.statement as behaviour,
      s.name as skill, o.level, o.source, o.note, coalesce(o.rater_id, e.person_id) as "raterId",
      case when o.source = 'manager' then coalesce(r.name, r.employee_id, e.name) end as rater
    from (select contests.*, created_at as opened_at from contests where org_id = ${orgId}) c
    left join users u on u.org_id = ${orgId} and u.id = c.answered_by
    left join observations o on o.org_id = ${orgId} and o.person_id = c.person_id and o.observation_id = c.observation_id
    left join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
    left join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    left join people r on r.org_id = ${orgId} and r.id = o.rater_id
    left join users e on e.org_id = ${orgId} and e.id = o.entered_by
    where ${which}
    order by c.status <> 'open', case when c.status = 'open' then c.due_on end, c.opened_at desc, c.id`);
  return rows.map(({ openedAt, answeredAt, observedAt, behaviour, skill, level, source, rater, note, ...row }) => ({
    ...row,
    openedAt: new Date(openedAt),
    answeredAt: answeredAt ? new Date(answeredAt) : null,
    observation: observedAt ? { at: new Date(observedAt), behaviour, skill, level, source, rater, note } : null,
  }));
}
