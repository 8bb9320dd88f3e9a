import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { jobsByPersonMonth } from "./jobs-sql";
import type { WorkPeriod } from "./work-period";

/** What can go wrong in a task: `wrong` counts errors and reopened jobs, `asked` requests for help. */
export const signals = ["wrong", "escalated", "assisted", "asked"] as const;
export type Signal = (typeof signals)[number];

/**
 * Sums over people of a signal's numerator a and denominator b in one task, of their squares and products, and of their products with the
 * person's numerator A and denominator B in all tasks of the role.
 */
export type SignalSums = Record<"a" | "b" | "aa" | "bb" | "ab" | "aA" | "aB" | "bA" | "bB", number>;
/** The same of all tasks of a role together, over the people whose denominator is not zero. */
export type RoleSums = Record<"n" | "A" | "B" | "AA" | "BB" | "AB", number>;

export type TaskSums = {
  roleId: string;
  taskId: string;
  people: number;
  /** People who asked for help about it; `jobs` may be none of theirs. */
  askers: number;
  jobs: number;
  minutesN: number;
  minutes: number;
  /** People whose minutes, value are known. */
  minutesPeople: number;
  valueN: number;
  value: number;
  valuePeople: number;
  /** People with five jobs of known outcome and help or more, and those of them who do it right, alone. */
  tried: number;
  alone: number;
  /** `n`: people with a job in which the signal is known. */
  signals: Record<Signal, SignalSums & { n: number }>;
};

export type RoleTotals = {
  roleId: string;
  people: number;
  /** Months in which somebody of the role had a job on file. */
  personMonths: number;
  jobs: number;
  signals: Record<Signal, RoleSums>;
};

/**
 * `small`: tasks done by fewer people than the minimum, which are in no sum, so that nothing can be taken from a total. A signal known of so few in
 * a task is in no sum either.
 */
export type WorkSums = { tasks: TaskSums[]; roles: RoleTotals[]; small: { roleId: string; taskId: string }[] };

type Question = { orgId: string; bounds: Bounds; period: WorkPeriod; roleId: string | null; minimum: number };

/**
 * Everything figures of tasks are made of, in one pass over the work events and help requests of the period. A job belongs to the role of
 * its task, and where a task has none to the role its person had in that month. Of one role where `roleId` names it.
 *
 * Able alone: of the jobs whose outcome is known nine in ten are right, of those where help is known at most one in ten had any.
 */
export async function readTaskSums(tx: Tx, question: Question): Promise<WorkSums> {
  const per = sql`
    with every as materialized (${jobsByPersonMonth(question)}),
    sizes as materialized (
      select role_id, task_id, count(distinct person_id) filter (where jobs > 0) >= ${minimumPeople(question.minimum)} as is_big
      from every group by role_id, task_id
    ),
    placed as materialized (select e.* from every e join sizes using (role_id, task_id) where is_big),
    per as materialized (
      select role_id, task_id, person_id, sum(jobs) as jobs, sum(known) as known, sum(wrong) as wrong, sum(escalated) as escalated,
        sum(ok) as ok, sum(assisted) as assisted, sum(assisted_known) as assisted_known, sum(asked) as asked,
        sum(minutes_n) as minutes_n, sum(minutes) as minutes, sum(value_n) as value_n, sum(value) as value
      from placed group by role_id, task_id, person_id
    ),
    said as (
      select p.role_id, p.task_id, p.person_id, s.signal, s.a::float8 as a, s.b::float8 as b,
        count(*) filter (where s.b > 0) over (partition by p.role_id, p.task_id, s.signal) as people
      from per p cross join lateral (values
        ('wrong', p.wrong, p.known), ('escalated', p.escalated, p.known), ('assisted', p.assisted, p.assisted_known), ('asked', p.asked, p.jobs)
      ) s (signal, a, b)
    ),
    told as materialized (
      select role_id, task_id, person_id, signal, a, b, sum(a) over person as "A", sum(b) over person as "B",
        row_number() over person = 1 as is_first
      from said where people >= ${minimumPeople(question.minimum)}
      window person as (partition by role_id, person_id, signal)
    )`;
  const sums = sql`
    ${per},
    by_signal as (
      select t.role_id, t.task_id, json_object_agg(t.signal, json_build_object('n', t.n, 'a', t.a, 'b', t.b, 'aa', t.aa, 'bb', t.bb, 'ab', t.ab,
        'aA', t."aA", 'aB', t."aB", 'bA', t."bA", 'bB', t."bB")) as signals
      from (
        select t.role_id, t.task_id, t.signal, count(*) filter (where t.b > 0) as n, sum(t.a) as a, sum(t.b) as b, sum(t.a * t.a) as aa, sum(t.b * t.b) as bb, sum(t.a * t.b) as ab,
          sum(t.a * t."A") as "aA", sum(t.a * t."B") as "aB", sum(t.b * t."A") as "bA", sum(t.b * t."B") as "bB"
        from told t where t."B" > 0 group by 1, 2, 3
      ) t group by 1, 2
    ),
    by_task as (
      select p.role_id as "roleId", p.task_id as "taskId", count(*) filter (where p.jobs > 0)::int as people,
        count(*) filter (where p.asked > 0)::int as askers, sum(p.jobs)::int as jobs,
        sum(p.minutes_n)::int as "minutesN", sum(p.minutes)::float8 as minutes,
        count(*) filter (where p.minutes_n > 0)::int as "minutesPeople", count(*) filter (where p.value_n > 0)::int as "valuePeople", sum(p.value_n)::int as "valueN", sum(p.value)::float8 as value,
        count(*) filter (where p.known >= 5 and p.assisted_known >= 5)::int as tried,
        count(*) filter (where p.known >= 5 and p.assisted_known >= 5 and p.ok >= 0.9 * p.known and p.assisted <= 0.1 * p.assisted_known)::int as alone
      from per p group by 1, 2
    ),
    role_signals as (
      select role_id, json_object_agg(signal, json_build_object('n', n, 'A', "A", 'B', "B", 'AA', "AA", 'BB', "BB", 'AB', "AB")) as signals
      from (
        select role_id, signal, count(*) as n, sum("A") as "A", sum("B") as "B", sum("A" * "A") as "AA", sum("B" * "B") as "BB",
          sum("A" * "B") as "AB" from told where is_first and "B" > 0 group by 1, 2
      ) w group by 1
    ),
    by_role as (
      select role_id as "roleId", count(distinct person_id) filter (where jobs > 0)::int as people,
        count(distinct (person_id, month)) filter (where jobs > 0)::int as "personMonths", sum(jobs)::int as jobs
      from placed group by 1
    )
    select (select json_agg(json_build_object('roleId', t."roleId", 'taskId', t."taskId", 'people', t.people, 'askers', t.askers, 'jobs', t.jobs,
        'minutesN', t."minutesN", 'minutes', t.minutes, 'minutesPeople', t."minutesPeople", 'valuePeople', t."valuePeople", 'valueN', t."valueN", 'value', t.value, 'tried', t.tried, 'alone', t.alone, 'signals', s.signals))
        from by_task t left join by_signal s on s.role_id = t."roleId" and s.task_id = t."taskId") as tasks,
      (select json_agg(json_build_object('roleId', r."roleId", 'people', r.people, 'personMonths', r."personMonths", 'jobs', r.jobs, 'signals', s.signals))
        from by_role r left join role_signals s on s.role_id = r."roleId") as roles,
      (select json_agg(json_build_object('roleId', role_id, 'taskId', task_id)) from sizes where not is_big) as small`;
  type Sums = { [Part in keyof WorkSums]: WorkSums[Part] | null };
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Sums>(sums));
  return {
    tasks: (rows[0]?.tasks ?? []).map((task) => ({ ...task, signals: { ...noSignals(emptySums), ...task.signals } })),
    roles: (rows[0]?.roles ?? []).map((role) => ({ ...role, signals: { ...noSignals(emptyRole), ...role.signals } })),
    small: rows[0]?.small ?? [],
  };
}

const emptySums: SignalSums & { n: number } = { n: 0, a: 0, b: 0, aa: 0, bb: 0, ab: 0, aA: 0, aB: 0, bA: 0, bB: 0 };
const emptyRole: RoleSums = { n: 0, A: 0, B: 0, AA: 0, BB: 0, AB: 0 };
const noSignals = <Sums>(empty: Sums): Record<Signal, Sums> => ({
  wrong: empty,
  escalated: empty,
  assisted: empty,
  asked: empty,
});
