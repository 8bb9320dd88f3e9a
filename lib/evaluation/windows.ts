import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan, Window } from "./plan";

/** The windows an evaluation uses. `inferred` names those the plan left out and the first exposure decided. */
export type Windows = {
  baseline: Window | null;
  followUp: Window | null;
  firstExposure: string | null;
  inferred: ("baseline" | "follow_up")[];
};

const isOpen = ({ from, to }: Window) => from === null && to === null;

/**
 * The windows of the plan. Where the plan names none, what ends before the period of the first exposure and before the
 * follow-up is the baseline, and what ends from that period on and after the baseline is the follow-up.
 */
export async function resolveWindows(tx: Tx, plan: Plan): Promise<Windows> {
  const { rows } = await tx.execute<{ first: string | null; starts: string | null; before: string | null }>(sql`
    with e as (
      select min(exposed_on) filter (where arm <> 'control') as first from arm_members where initiative_id = ${plan.id}
    ), s as (
      select first, date_trunc(${plan.period}, first::timestamp)::date as exposed,
        ${plan.followUp.from}::date as follow_up, ${plan.baseline.to}::date + 1 as behind from e
    )
    select first::text, greatest(coalesce(exposed, behind), behind)::text as starts,
      (least(coalesce(exposed, follow_up), follow_up) - 1)::text as before from s`);
  const { first = null, starts = null, before = null } = rows[0] ?? {};
  const inferred: Windows["inferred"] = [];
  const chosen = (window: Window, name: Windows["inferred"][number], otherwise: Window | null) => {
    if (!isOpen(window)) return window;
    if (otherwise) inferred.push(name);
    return otherwise;
  };
  return {
    baseline: chosen(plan.baseline, "baseline", before === null ? null : { from: null, to: before }),
    followUp: chosen(plan.followUp, "follow_up", starts === null ? null : { from: starts, to: null }),
    firstExposure: first,
    inferred,
  };
}

/** True for a day inside the window; no window holds no day. */
export function inWindow(day: SQL, window: Window | null): SQL {
  if (!window) return sql`false`;
  return sql`(${day} >= coalesce(${window.from}::date, '-infinity') and ${day} <= coalesce(${window.to}::date, 'infinity'))`;
}

/**
 * One value per person and window: the mean of the person's period values inside it. Values of one period are averaged
 * first. Rows that carry a numerator and a denominator are summed over the window and divided; a denominator of zero
 * says nothing. Sums are treated as means of their periods, so windows of different length compare.
 *
 * `values` is a query with person_id, ends_on, value, numerator, denominator. Returns person_id, pre, post.
 */
export function windowValues(values: SQL, plan: Plan, windows: Windows): SQL {
  const ends = sql`v.ends_on`;
  return sql`
    select person_id,
      coalesce(sum(numerator order by period) filter (where side = 'pre') / nullif(sum(denominator order by period) filter (where side = 'pre'), 0),
        avg(value order by period) filter (where side = 'pre')) as pre,
      coalesce(sum(numerator order by period) filter (where side = 'post') / nullif(sum(denominator order by period) filter (where side = 'post'), 0),
        avg(value order by period) filter (where side = 'post')) as post
    from (
      select v.person_id, s.side, date_trunc(${plan.period}, v.ends_on::timestamp) as period,
        sum(v.numerator order by v.ends_on) filter (where v.denominator is not null) as numerator,
        sum(v.denominator order by v.ends_on) filter (where v.numerator is not null) as denominator,
        avg(v.value order by v.ends_on) filter (where v.numerator is null or v.denominator is null) as value
      from (${values}) v
      join (values ('pre'), ('post')) s (side)
        on (s.side = 'pre' and ${inWindow(ends, windows.baseline)}) or (s.side = 'post' and ${inWindow(ends, windows.followUp)})
      group by 1, 2, 3
    ) periods
    group by person_id`;
}
