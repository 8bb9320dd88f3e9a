import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { type AskedAgain, askedDays, askedOften } from "./suggest";

/** What a team keeps asking about. */
type Question = {
  what: string;
  asked: number;
  people: number;
  /** Of helpers; null where no source says. */
  minutes: number | null;
  /** Median hours to an answer; null where none is known. */
  hours: number | null;
  last: string;
};

export type Questions = { topics: Question[]; again: AskedAgain[]; days: number };

/** Help requests of these people in the days up to `asOf`, by topic (else by task): what at least two asked about, and what one asked often. */
export async function readQuestions(
  tx: Tx,
  orgId: string,
  personIds: readonly string[],
  asOf: string,
): Promise<Questions> {
  const recent = sql`
    select r.person_id, coalesce(r.topic, t.name) as what, r.asked_at, r.answered_at, r.minutes
    from help_requests r left join ${carriedTasks(orgId)} t on t.was = r.task_id
    where r.org_id = ${orgId} and r.person_id = any(${sql.param([...personIds])}::uuid[])
      and r.asked_at >= (${asOf}::date - ${askedDays}::int)::timestamp at time zone 'UTC'
      and coalesce(r.topic, t.name) is not null`;
  const topics = await tx.execute<Question>(sql`
    select what, count(*)::int as asked, count(distinct person_id)::int as people, sum(minutes)::float8 as minutes,
      (percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at) / 3600)
        filter (where answered_at is not null))::float8 as hours,
      max((asked_at at time zone 'UTC')::date)::text as last
    from (${recent}) r group by 1 having count(*) >= 2
    order by 2 desc, 1 limit 30`);
  const again = await tx.execute<AskedAgain>(sql`
    select person_id as "personId", what, count(*)::int as asked from (${recent}) r
    group by 1, 2 having count(*) >= ${askedOften} order by 3 desc`);
  return { topics: topics.rows, again: again.rows, days: askedDays };
}
