import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "@/lib/evaluation/plan";
import { inWindow, type Windows } from "@/lib/evaluation/windows";
import { meantBy } from "@/lib/skills/former-words";

type Named = { id: string; name: string; behaviour: string | null };
/** What of the chain is on file: activities with a code or title the plan names, behaviours with a statement it names, now or before they were reworded. */
export type Evidence = { activities: Named[]; behaviours: Named[] };

/**
 * Fills `evaluation_learning` (own acts of people in an arm on the chain's activities, from their exposure to the end of follow-up; the
 * control arm from the first exposure on) and `evaluation_observed` (ratings of the chain's behaviours; `part` is `before` or `after`
 * inside a window): one pass over each table of facts, restricted to people, days and what the chain names. In the order of person and
 * time, so that what is added up from them has the same digits in whatever order the facts came in.
 */
export async function createEvidence(tx: Tx, plan: Plan, windows: Windows): Promise<Evidence> {
  const evidence = await readNamed(tx, plan);
  await tx.execute(sql`drop table if exists pg_temp.evaluation_learning`);
  await tx.execute(
    sql`create temporary table evaluation_learning on commit drop as ${learning(plan, windows, evidence)}`,
  );
  await tx.execute(sql`drop table if exists pg_temp.evaluation_observed`);
  await tx.execute(
    sql`create temporary table evaluation_observed on commit drop as ${observed(plan, windows, evidence)}`,
  );
  return evidence;
}

async function readNamed(tx: Tx, { orgId, chain }: Plan): Promise<Evidence> {
  const [codes = [], statements = []] = [chain.activities, chain.behaviours];
  const activities = sql`
    select a.id, coalesce(a.title, a.code) as name, b.statement as behaviour
    from activities a left join behaviours b on b.org_id = a.org_id and b.id = a.behaviour_id
    where a.org_id = ${orgId} and (a.code in ${codes} or a.title in ${codes}) order by a.code collate "C"`;
  // A plan keeps the words it was registered with; a behaviour that has been reworded or merged since is still meant by them.
  const behaviours = sql`
    select b.id, b.statement as name, b.statement as behaviour from behaviours b
    where b.org_id = ${orgId} and (b.statement in ${statements} or b.id in (
      select f.id from (${meantBy(orgId, "behaviour")}) f where f.name in ${statements}))
    order by b.statement collate "C"`;
  return {
    activities: codes.length > 0 ? (await tx.execute<Named>(activities)).rows : [],
    behaviours: statements.length > 0 ? (await tx.execute<Named>(behaviours)).rows : [],
  };
}

const among = (column: SQL, named: readonly Named[]) =>
  named.length > 0 ? sql`${column} in ${named.map(({ id }) => id)}` : sql`false`;
const start = (day: string | null) => sql`(${day}::timestamp at time zone 'UTC')`;
const end = (day: string | null) => sql`((${day}::date + 1)::timestamp at time zone 'UTC')`;

/** Bounds of the facts to read, so that only the months in question are opened; an end that is null is open. */
function between(column: SQL, from: string | null, to: string | null): SQL {
  const low = from === null ? sql`true` : sql`${column} >= ${start(from)}`;
  return to === null ? low : sql`${low} and ${column} < ${end(to)}`;
}

function learning(plan: Plan, { firstExposure, followUp }: Windows, { activities }: Evidence): SQL {
  const first = firstExposure ?? followUp?.from ?? null;
  const since = sql`case when m.arm = 'treated' then coalesce(m.exposure, ${first}::date) else ${first}::date end`;
  return sql`
    select m.n, m.arm, e.activity_id, (e.occurred_at at time zone 'UTC')::date as day, e.verb, e.confidence, e.seconds, e.before_task_id,
      case when e.verb not in ('rated', 'certified') then e.score end as score
    from evaluation_members m join learning_events e on e.person_id = m.person_id
    where e.org_id = ${plan.orgId} and ${among(sql`e.activity_id`, activities)} and e.verb not in ('nudged', 'assigned')
      and m.arm is not null and ${between(sql`e.occurred_at`, first, followUp?.to ?? null)}
      and e.occurred_at >= (${since})::timestamp at time zone 'UTC'
    order by m.n, e.occurred_at, e.event_id collate "C"`;
}

function observed(plan: Plan, { baseline, followUp }: Windows, { behaviours }: Evidence): SQL {
  const day = sql`(o.observed_at at time zone 'UTC')::date`;
  const begun = sql`(m.arm = 'control' or m.exposure is null or ${day} >= m.exposure)`;
  return sql`
    select m.n, o.behaviour_id, ${day} as day, o.level, o.source = 'self' as own, o.independent::int::float8 as independent,
      o.accurate::int::float8 as accurate,
      case when ${inWindow(day, followUp)} and ${begun} then 'after' when ${inWindow(day, baseline)} then 'before' end as part
    from evaluation_members m join observations o on o.person_id = m.person_id
    where o.org_id = ${plan.orgId} and o.struck_at is null and ${among(sql`o.behaviour_id`, behaviours)}
      and (m.arm is not null or ${plan.design === "phased"})
      and ${between(sql`o.observed_at`, baseline?.from ?? null, followUp?.to ?? null)}
    order by m.n, o.observed_at, o.observation_id collate "C"`;
}
