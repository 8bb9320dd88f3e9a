import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { query } from "@/lib/server/tenant-access";
import { medianRanks } from "@/lib/stats/median-interval";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import { type OfWork, type WorkQuestion, workReading } from "@/lib/work/figures/work-reading";
import { handOffs } from "./hand-offs-sql";
import { type Bottleneck, type PairSums, type TicketType, type TypeSums, ticketTypes } from "./ticket-types";

type Wait = { median: number; interval: [number, number] | null };
type Timed = Omit<TicketType, "bottleneck"> & { bottleneck: (Bottleneck & Wait) | null };
type Named = { name: string; role: string | null };

export type NamedType = Omit<Timed, "bottleneck"> & {
  bottleneck: (Bottleneck & Wait & { from: Named; to: Named }) | null;
};
export type TicketTypes = OfWork & { types: NamedType[] };

async function compute(tx: Tx, question: WorkQuestion): Promise<{ types: Timed[] }> {
  const ask = async <Row extends Record<string, unknown>>(statement: SQL) =>
    (await withoutLoops(tx, true, () => tx.execute<Row>(statement))).rows;
  const [types, pairs] = [await ask<TypeSums>(typeSums(question)), await ask<PairSums>(pairSums(question))];
  const found = ticketTypes(types, pairs, question.minimum);
  const named = found.flatMap(({ type, bottleneck }) => (bottleneck ? [{ type, ...bottleneck }] : []));
  const waits = named.length === 0 ? [] : await ask<Wait & { type: string }>(waitsAt(question, named));
  return {
    types: found.map(({ bottleneck, ...type }) => {
      const wait = waits.find((one) => one.type === type.type);
      const told = wait && { median: wait.median, interval: wait.interval };
      return { ...type, bottleneck: bottleneck && told ? { ...bottleneck, ...told } : null };
    }),
  };
}

const { read, preparation } = workReading<{ types: Timed[] }>("ticket-types/1", compute, { types: [] });
export const ticketTypesOfWork = preparation;

/** How each type of ticket goes and where its cases wait: those that lose most time first. Names are looked up each time. */
export async function readTicketTypes(viewer: Viewer): Promise<TicketTypes> {
  const { types, ...of } = await read(viewer);
  const ids = types.flatMap(({ bottleneck }) => (bottleneck ? [bottleneck.fromTaskId, bottleneck.toTaskId] : []));
  const names = await readTaskNames(viewer, [...new Set(ids)]);
  const nameOf = (id: string) => names.get(id) ?? { name: "A task of old", role: null };
  return {
    ...of,
    types: types.map(({ bottleneck, ...type }) => ({
      ...type,
      bottleneck: bottleneck && { ...bottleneck, from: nameOf(bottleneck.fromTaskId), to: nameOf(bottleneck.toTaskId) },
    })),
  };
}

const readTaskNames = query("work.read", async (tx, ids: readonly string[], { orgId }) => {
  const { rows } = await tx.execute<Named & { id: string }>(sql`
    select t.id, t.name, r.name as role from tasks t left join roles r on r.org_id = t.org_id and r.id = t.role_id
    where t.org_id = ${orgId} and t.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
});

/** By where people stood in the month of the job. */
function typeSums({ orgId, bounds, period }: WorkQuestion): SQL {
  const inTrouble = sql`e.outcome in ('error', 'reopened') and e.started_at <= e.completed_at and e.completed_at - e.started_at <= interval '1 day'`;
  return sql`
    select e.case_type as type, count(distinct e.person_id)::int as people, count(*)::int as jobs, count(distinct e.case_id)::int as cases,
      count(e.outcome)::int as known, count(distinct e.person_id) filter (where e.outcome is not null)::int as "knownPeople",
      count(*) filter (where e.outcome = 'error')::int as errors, count(*) filter (where e.outcome = 'reopened')::int as reopened,
      count(*) filter (where e.outcome = 'escalated')::int as escalated, count(e.assisted)::int as "assistedKnown",
      count(distinct e.person_id) filter (where e.assisted is not null)::int as "assistedPeople", count(*) filter (where e.assisted)::int as assisted,
      sum(extract(epoch from e.completed_at - e.started_at)::float8 / 3600) filter (where ${inTrouble}) as "troubleHours",
      count(distinct e.person_id) filter (where ${inTrouble})::int as "troublePeople"
    from work_events e
    join person_months m on m.org_id = ${orgId} and m.person_id = e.person_id
      and m.month = date_trunc('month', e.completed_at at time zone 'UTC')::date
    where e.org_id = ${orgId} and e.case_type is not null and e.completed_at >= ${period.start}::timestamp at time zone 'UTC'
      and e.completed_at < ${period.end}::timestamp at time zone 'UTC' and ${withinBounds(orgId, bounds)}
    group by 1`;
}

const pairSums = (question: WorkQuestion): SQL => sql`
  with ${handOffs(question)}
  select case_type as type, task_id as "fromTaskId", to_task as "toTaskId", count(*)::int as times, count(hours)::int as known, sum(hours) as hours,
    count(distinct person_id)::int as givers, count(distinct to_person)::int as takers,
    count(distinct person_id) filter (where hours is not null)::int as "timedGivers",
    count(distinct to_person) filter (where hours is not null)::int as "timedTakers"
  from handed where case_type is not null group by 1, 2, 3`;

/** The median wait of one hand-off per type, and the order statistics between which it lies with 95 % (`medianRanks`). */
function waitsAt(question: WorkQuestion, at: readonly (Bottleneck & { type: string })[]): SQL {
  const rows = at.map(({ type, fromTaskId, toTaskId, known }) => {
    const ranks = medianRanks(known);
    const place = (rank: number | undefined) => (rank === undefined ? null : (rank - 0.5) / known);
    return sql`(${type}, ${fromTaskId}::uuid, ${toTaskId}::uuid, ${place(ranks?.lower)}::float8, ${place(ranks?.upper)}::float8)`;
  });
  return sql`
    with ${handOffs(question)}, at (type, from_task, to_task, low, high) as (values ${sql.join(rows, sql`, `)})
    select a.type, percentile_cont(0.5) within group (order by h.hours) as median,
      case when a.low is not null then json_build_array(percentile_disc(coalesce(a.low, 0)) within group (order by h.hours),
        percentile_disc(coalesce(a.high, 1)) within group (order by h.hours)) end as interval
    from at a join handed h on h.case_type = a.type and h.task_id = a.from_task and h.to_task = a.to_task
    where h.hours is not null group by a.type, a.low, a.high`;
}
