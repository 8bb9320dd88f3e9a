import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { momentsByArm } from "@/lib/evaluation/moments-sql";
import type { Plan } from "@/lib/evaluation/plan";
import { inWindow, type Windows } from "@/lib/evaluation/windows";
import { didWelch } from "@/lib/stats/did-welch";

export type LearningLinks = {
  /** Of those meant to have the programme: how many used it, how many of those with a checked result passed it. */
  treated: number;
  /** Null where no activity of the chain has any event. */
  used: number | null;
  checked: number;
  passed: number;
};

export type BehaviourLink =
  | { kind: "estimate"; value: number; interval: [number, number]; n: number }
  | { kind: "not-estimable"; reason: string };

/** Use and checked understanding of the chain's activities among the treated, from the first exposure to the end of the follow-up. */
export async function readLearningLinks(tx: Tx, plan: Plan, windows: Windows): Promise<LearningLinks> {
  const names = plan.chain.activities ?? [];
  const listed = names.length === 0 ? sql`false` : sql`(a.code in ${names} or a.title in ${names})`;
  const until = sql`coalesce(${windows.followUp?.to ?? null}::date + 1, 'infinity')`;
  const { rows } = await tx.execute<{ treated: number; used: number; checked: number; passed: number }>(sql`
    with events as (
      select e.person_id, e.occurred_at, e.event_id, e.verb,
        case when e.success is not null then e.success when e.verb in ('passed', 'failed') then e.verb = 'passed'
          when e.score is not null and e.verb not in ('rated', 'certified') then e.score >= 0.7 end as passed
      from arm_members m
      join learning_events e on e.org_id = m.org_id and e.person_id = m.person_id
      join activities a on a.org_id = e.org_id and a.id = e.activity_id
      where m.org_id = ${plan.orgId} and m.initiative_id = ${plan.id} and m.arm <> 'control' and ${listed}
        and e.occurred_at >= coalesce(m.exposed_on, ${windows.firstExposure}::date, ${windows.followUp?.from ?? null}::date)
        and e.occurred_at < ${until}
    ), last_check as (
      select distinct on (person_id) person_id, passed from events where passed is not null
      order by person_id, occurred_at desc, event_id desc
    )
    select (select count(*)::int from arm_members where org_id = ${plan.orgId} and initiative_id = ${plan.id} and arm <> 'control') as treated,
      (select count(distinct person_id)::int from events) as used,
      (select count(*)::int from last_check) as checked,
      (select count(*) filter (where passed)::int from last_check) as passed`);
  const found = rows[0] ?? { treated: 0, used: 0, checked: 0, passed: 0 };
  return { ...found, used: names.length === 0 ? null : found.used };
}

/**
 * Change in the observed level of the chain's behaviours, treated against control (Welch on per-person changes). Observed by
 * manager, peer or system: what people say of themselves does not count as applied. Arms under `minimum` people show nothing.
 */
export async function readBehaviourLink(tx: Tx, plan: Plan, windows: Windows, minimum: number): Promise<BehaviourLink> {
  const statements = plan.chain.behaviours ?? [];
  if (statements.length === 0) return { kind: "not-estimable", reason: "The plan names no behaviour." };
  const seen = sql`o.observed_at::date`;
  const mean = (condition: SQL) => sql`avg(o.level) filter (where ${condition})`;
  const rows = sql`
    select m.arm, o.pre, o.post from (
      select m.person_id, case when m.arm = 'control' then 'control' else 'treated' end as arm
      from arm_members m where m.org_id = ${plan.orgId} and m.initiative_id = ${plan.id}
    ) m join (
      select o.person_id, ${mean(inWindow(seen, windows.baseline))} as pre, ${mean(inWindow(seen, windows.followUp))} as post
      from observations o join behaviours b on b.org_id = o.org_id and b.id = o.behaviour_id
      where o.org_id = ${plan.orgId} and b.statement in ${statements} and o.source <> 'self'
      group by o.person_id
    ) o on o.person_id = m.person_id
    where o.pre is not null and o.post is not null`;
  const change = didWelch(await momentsByArm(tx, rows, sql`post - pre`), plan.confidence);
  if (change.kind === "estimate" && Math.min(change.n.treated, change.n.control) >= minimum) {
    return {
      kind: "estimate",
      value: change.estimate,
      interval: change.interval,
      n: change.n.treated + change.n.control,
    };
  }
  return { kind: "not-estimable", reason: "Too few people in both arms were observed before and after." };
}
