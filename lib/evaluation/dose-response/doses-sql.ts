import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Panel } from "@/lib/evaluation/panel-sql";
import type { Plan } from "@/lib/evaluation/plan";
import type { Windows } from "@/lib/evaluation/windows";

/** So few are found one by one, by index. */
const fewPeople = 300;

/** One place per treated person with the values, in the order of the panel. */
export type Doses = {
  outcome: number[];
  uses: number[];
  minutes: number[];
  /** Of all uses, the share that says how long it took. */
  timed: number;
};

/**
 * How often and how long each of the treated used the activities of the chain, from their exposure to the end of the follow-up, beside their
 * change. Being assigned or nudged is no use. One aggregate over the events of the members. Null where
 * nobody is left.
 */
export async function readDoses(tx: Tx, plan: Plan, panel: Panel, windows: Windows): Promise<Doses | null> {
  const names = plan.chain.activities ?? [];
  const from = sql`coalesce(m.exposed_on, ${windows.firstExposure}::date, ${windows.followUp?.from ?? null}::date)`;
  // The months just taken in have no statistics yet: the planner takes them for empty and would loop over everybody for each event.
  const many = panel.arms.treated.people > fewPeople;
  if (many) await tx.execute(sql`set local enable_nestloop = off`);
  // People and their events stand under one another, not side by side: a join with what adds up by person is planned as if it were nothing.
  const { rows } = await tx.execute<{ [Key in keyof Doses]: Doses[Key] | null }>(sql`
    select array_agg(outcome order by n) as outcome, array_agg(uses order by n) as uses, array_agg(seconds / 60 order by n) as minutes,
      sum(timed order by n) / nullif(sum(uses order by n), 0) as timed
    from (
      select n, max(outcome) as outcome, sum(used)::float8 as uses, sum(timed)::float8 as timed, sum(seconds)::float8 as seconds
      from (
        select p.n, p.post - p.pre as outcome, 0 as used, 0 as timed, 0 as seconds
        from evaluation_panel p where p.arm = 'treated' and p.post - p.pre is not null
        union all
        select m.n, null, 1, (e.seconds is not null)::int, coalesce(e.seconds, 0)
        from evaluation_members m
        join learning_events e on e.org_id = ${plan.orgId} and e.person_id = m.person_id
        where m.arm = 'treated' and e.verb not in ('nudged', 'assigned')
          and e.activity_id in (
            select a.id from activities a where a.org_id = ${plan.orgId} and (a.code in ${names} or a.title in ${names})
          )
          and e.occurred_at >= ${windows.firstExposure ?? windows.followUp?.from ?? null}::date and e.occurred_at >= ${from}
          and e.occurred_at < coalesce(${windows.followUp?.to ?? null}::date + 1, 'infinity')
      ) each group by n
    ) people where outcome is not null`);
  if (many) await tx.execute(sql`set local enable_nestloop to default`);
  const { outcome: values, uses, minutes, timed } = rows[0] ?? {};
  return values && uses && minutes ? { outcome: values, uses, minutes, timed: timed ?? 0 } : null;
}
