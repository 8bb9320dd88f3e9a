import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan, Window } from "./plan";

/** The windows an evaluation uses. The first exposure is the planned one where nobody has said yet when people were exposed. `inferred` names those the plan left out and the first exposure decided. */
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
      select coalesce(min(exposed_on), min(planned_on)) as first from arm_members
      where org_id = ${plan.orgId} and initiative_id = ${plan.peopleOf} and arm <> 'control'
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
