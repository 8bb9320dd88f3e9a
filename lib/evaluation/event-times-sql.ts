import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Arms } from "@/lib/stats/estimate";
import type { FollowUp } from "@/lib/stats/survival/life-table";
import type { Panel } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import type { Reason } from "./reasons";
import type { Windows } from "./windows";

/** Days from the start of each person's time to the event, or to the last day they were watched without it. */
export type EventTimes = {
  arms: Arms<FollowUp>;
  /** Left out: the event came before their time began, or nobody watched them after. */
  leftOut: { before: number; unwatched: number };
};

/** The KPI whose event is the exit date of people.csv. */
const exitKpi = "exit";

type Row = {
  arm: keyof Arms<unknown>;
  state: "event" | "censored" | "before" | "unwatched";
  days: number | null;
  people: number;
};

/**
 * The first period with a value above zero of everybody in an arm, from `evaluation_history`; for the KPI `exit` the exit date instead. Time
 * begins on the person's exposure where they are treated and it is known, else with the follow-up; it ends with the last period they have a
 * value for (for exits with the window). A period counts by its last day within the window.
 */
export async function readEventTimes(
  tx: Tx,
  plan: Plan,
  { kpi, panel, windows }: { kpi: PlanKpi; panel: Panel; windows: Windows },
): Promise<EventTimes | { reason: Reason }> {
  const isExit = kpi.code === exitKpi;
  if (panel.unit === "team" && !isExit) return { reason: "team-values" };
  const from = windows.followUp?.from ?? windows.firstExposure;
  const to = windows.followUp?.to ?? null;
  if (from === null || (isExit && to === null)) return { reason: "no-windows" };
  const step = plan.period === "quarter" ? "3 months" : `1 ${plan.period}`;
  const start = sql`case when m.arm = 'treated' then coalesce(m.exposure, ${from}::date) else ${from}::date end`;
  const ends = sql`least((date_trunc(${plan.period}, day::timestamp) + ${step}::interval)::date - 1, ${to}::date)`;
  const watched = isExit
    ? sql`
      select m.arm, m.start, p.exit_date <= m.start as before, case when p.exit_date <= ${to}::date then p.exit_date end as event_on, ${to}::date as last_on
      from begun m join people p on p.org_id = ${plan.orgId} and p.id = m.person_id`
    : sql`
      select m.arm, m.start, bool_or(v.ends <= m.start and v.x > 0) as before,
        min(v.ends) filter (where v.ends > m.start and v.x > 0) as event_on, max(v.ends) as last_on
      from begun m left join (
        select n, ${ends} as ends, x from (select n, unnest(days) as day, unnest(x) as x from evaluation_history) h
        where x is not null and day <= coalesce(${to}::date, 'infinity')
      ) v on v.n = m.n group by m.n, m.arm, m.start`;
  const { rows } = await tx.execute<Row>(sql`
    with begun as (
      select m.n, m.person_id, m.arm, ${start} as start from evaluation_members m where m.arm is not null
    ), watched as (${watched}), timed as (
      select arm, coalesce(event_on, last_on) - start as days,
        case when before then 'before' when event_on is not null then 'event' when last_on > start then 'censored' else 'unwatched' end as state
      from watched
    )
    select arm, state, case when state in ('event', 'censored') then days end as days, count(*)::int as people
    from timed group by 1, 2, 3 order by 1, 3, 2`);
  const count = (state: Row["state"]) => rows.reduce((sum, row) => sum + (row.state === state ? row.people : 0), 0);
  if (!isExit && count("event") > 0 && count("censored") === 0 && !(await hasZeros(tx)))
    return { reason: "only-events" };
  return {
    arms: { treated: followUpOf(rows, "treated"), control: followUpOf(rows, "control") },
    leftOut: { before: count("before"), unwatched: count("unwatched") },
  };
}

async function hasZeros(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ any: boolean }>(sql`
    select exists (select from evaluation_history h, unnest(h.x) as u (value) where h.arm is not null and value <= 0) as any`);
  return rows[0]?.any ?? false;
}

function followUpOf(rows: readonly Row[], arm: Row["arm"]): FollowUp {
  const own = rows.filter((row) => row.arm === arm && row.days !== null);
  const each = (value: (row: Row) => number) => own.flatMap((row) => Array<number>(row.people).fill(value(row)));
  return { time: each(({ days }) => days ?? 0), event: each(({ state }) => (state === "event" ? 1 : 0)) };
}
