import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

export type Report = { personId: string; name: string; teamId: string | null; team: string | null };
export type Need = {
  personId: string;
  behaviourId: string;
  statement: string;
  skill: string;
  anchors: (string | null)[] | null;
  ofTeam: boolean;
  critical: boolean;
  halfLifeDays: number | null;
};

/** Who reports directly to a manager on a day. */
export async function readReports(tx: Tx, orgId: string, managerId: string, day: string): Promise<Report[]> {
  const { rows } = await tx.execute<Report>(sql`
    select e.person_id as "personId", coalesce(p.name, p.employee_id) as name, e.team_id as "teamId", t.name as team
    from employments e join people p on p.org_id = ${orgId} and p.id = e.person_id
    left join teams t on t.org_id = ${orgId} and t.id = e.team_id
    where e.org_id = ${orgId} and e.manager_id = ${managerId} and e.person_id <> ${managerId}
      and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date)
    order by name, e.person_id`);
  return rows;
}

/** Behaviours in use that managers can see and that the people's roles on the day ask for. */
export const readNeeds = (tx: Tx, orgId: string, people: readonly string[], day: string): Promise<Need[]> =>
  readNeedsSeenBy(tx, orgId, people, day, "manager");

/** As `readNeeds`, for whoever else can see them; null for everything the roles ask for. */
export async function readNeedsSeenBy(
  tx: Tx,
  orgId: string,
  people: readonly string[],
  day: string,
  witness: "manager" | "peer" | null,
): Promise<Need[]> {
  const { rows } = await tx.execute<Need>(sql`
    select e.person_id as "personId", b.id as "behaviourId", b.statement, s.name as skill, b.anchors, b.of_team as "ofTeam",
      bool_or(n.critical or coalesce(t.critical, false)) as critical, s.half_life_days as "halfLifeDays"
    from employments e
    join role_skills n on n.org_id = ${orgId} and n.role_id = e.role_id
    left join tasks t on t.org_id = ${orgId} and t.id = n.task_id
    join skills s on s.org_id = ${orgId} and s.id = n.skill_id and s.retired_at is null
    join behaviours b on b.org_id = ${orgId} and b.skill_id = s.id and b.retired_at is null
      and (${witness}::text is null or ${witness} = any(b.seen_by))
    where e.org_id = ${orgId} and e.person_id = any(${sql.param([...people])}::uuid[])
      and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date) and t.retired_at is null
      and (
        exists (select from need_behaviours nb where nb.org_id = ${orgId} and nb.need_id = n.id and nb.behaviour_id = b.id)
        or not exists (select from need_behaviours nb where nb.org_id = ${orgId} and nb.need_id = n.id))
    group by e.person_id, b.id, b.statement, s.name, b.anchors, b.of_team, s.half_life_days
    order by e.person_id, b.id`);
  return rows;
}

export type RatingSeen = {
  personId: string;
  behaviourId: string;
  level: number;
  source: "manager" | "peer" | "system";
  /** Rated by the viewer's own person. */
  own: boolean;
  on: string;
  /** Entered in the app by this user since Monday, and today. */
  thisWeek: boolean;
  today: boolean;
  id: string;
};

/** What was seen of the people and still counts, as far back as it can still weigh anything. */
export async function readRatings(
  tx: Tx,
  orgId: string,
  { people, raterId, userId, monday, day }: Asked,
): Promise<RatingSeen[]> {
  const { rows } = await tx.execute<RatingSeen>(sql`
    select person_id as "personId", coalesce(b.merged_into, b.id) as "behaviourId", level, o.source, observation_id as id,
      coalesce(rater_id = ${raterId}, false) as own, (observed_at at time zone 'UTC')::date::text as on,
      coalesce(entered_by = ${userId} and entered_at >= ${monday}::timestamp at time zone 'UTC', false) as "thisWeek",
      coalesce(entered_by = ${userId} and entered_at >= ${day}::timestamp at time zone 'UTC', false) as today
    from observations o join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
    where o.org_id = ${orgId} and person_id = any(${sql.param([...people])}::uuid[]) and o.source <> 'self' and struck_at is null
      and observed_at >= ${day}::timestamp - interval '5 years'`);
  return rows;
}

export type SkipSeen = { personId: string; behaviourId: string; why: string; on: string };

/** What this manager could not see, the last time they said so. */
export async function readSkips(tx: Tx, orgId: string, { people, userId, day }: Asked): Promise<SkipSeen[]> {
  const { rows } = await tx.execute<SkipSeen>(sql`
    select person_id as "personId", behaviour_id as "behaviourId", why, skipped_on::text as on from observation_skips
    where org_id = ${orgId} and person_id = any(${sql.param([...people])}::uuid[]) and skipped_by = ${userId}
      and skipped_on >= ${day}::date - 400`);
  return rows;
}

export type Asked = { people: readonly string[]; raterId: string; userId: string; monday: string; day: string };
