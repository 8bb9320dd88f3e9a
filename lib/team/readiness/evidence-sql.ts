import { type SQL, sql } from "drizzle-orm";

/** How far back ratings and work speak of being ready today. */
const lookBack = { ratingDays: 180, workMonths: 3 } as const;

/** First moment after a day ("YYYY-MM-DD"). */
const endOf = (day: string): SQL => sql`(${day}::date + 1)::timestamp at time zone 'UTC'`;

/** Whether a moment lies in the days before the end of `day` in which ratings speak. */
export const isRatedLately = (moment: string, day: string): SQL => {
  const at = sql.raw(moment);
  return sql`(${at} >= ${endOf(day)} - ${sql.raw(`interval '${lookBack.ratingDays} days'`)} and ${at} < ${endOf(day)})`;
};

/**
 * The last day up to `day` that work is on file of: files of work come later than what people note by hand, and a window without work would say
 * that nobody can do any. At most as many months before as the window has, because older work says nothing of today.
 */
const lastWorkDay = (orgId: string, day: string): SQL => sql`
  greatest(least(${day}::date, (
    select (month + interval '1 month - 1 day')::date from person_months
    where org_id = ${orgId} and month <= ${day}::date and jobs > 0 order by month desc limit 1
  )), (${day}::date - ${sql.raw(`interval '${lookBack.workMonths} months'`)})::date)`;

/** Whether a moment lies in the calendar months, up to the last of them on file by the end of `day`, in which work speaks. */
export const isWorkedLately = (orgId: string, moment: string, day: string): SQL => {
  const at = sql.raw(moment);
  const last = sql`(select ${lastWorkDay(orgId, day)})`;
  const start = sql`(date_trunc('month', ${last}::timestamp) - ${sql.raw(`interval '${lookBack.workMonths - 1} months'`)}) at time zone 'UTC'`;
  return sql`(${at} < (${last} + 1)::timestamp at time zone 'UTC' and ${at} >= ${start})`;
};

/** The behaviours that show each of these tasks (an array of ids), those that became part of another included: `select task_id, behaviour_id`. */
export const shownBehaviours = (orgId: string, tasks: SQL): SQL => sql`
  select distinct n.task_id, b.id as behaviour_id
  from role_skills n join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id
    and (b.retired_at is null or b.merged_into is not null)
  where n.org_id = ${orgId} and n.task_id = ${tasks} and (
    exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id and c.behaviour_id = coalesce(b.merged_into, b.id))
    or not exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id)
  )`;

/** Whether somebody did it alone, by what a rating `o` says. By the words of the levels, 3 is "alone": a level says it where the flag was left open. */
export const doneAlone = "coalesce(o.independent, o.level >= 3)";
