import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import { addMonths } from "@/lib/metrics/period";
import { withoutLoops } from "@/lib/rollups/without-loops";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { jobsByPersonMonth } from "@/lib/work/figures/jobs-sql";
import { jointMomentsSql } from "@/lib/work/figures/joint-moments-sql";
import { type WorkPeriod, workMonths } from "@/lib/work/figures/work-period";
import type { FrictionSignal } from "./propose";
import { type Recheck, recheckOf } from "./recheck";

export type SolvedPoint = { id: string; roleId: string; taskId: string; signal: FrictionSignal; solvedOn: string };

type Row = {
  id: string;
  n: number;
  months: number;
  jobs: number;
  means: number[];
  covariance: number[][];
};

const counts: Record<FrictionSignal, [count: string, of: string]> = {
  wrong: ["wrong", "known"],
  escalated: ["escalated", "known"],
  assisted: ["assisted", "assisted_known"],
  asked: ["asked", "jobs"],
};
const columns = ["a1", "b1", "a0", "b0"];

/**
 * Whether what was solved shows up again in production: the same signal in the full months since, against the six months before. Each
 * person counts once, with their jobs on both sides. Points without work events on one side are left out.
 */
export async function readRecheck(
  tx: Tx,
  question: { orgId: string; bounds: Bounds; period: WorkPeriod; minimum: number },
  points: readonly SolvedPoint[],
): Promise<Map<string, Recheck>> {
  if (points.length === 0) return new Map();
  const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
  const first = points.map(({ solvedOn }) => monthOf(solvedOn)).toSorted()[0] ?? question.period.start;
  const span = { start: addMonths(first, -workMonths), end: question.period.end };
  const taskIds = [...new Set(points.map(({ taskId }) => taskId))];
  const rows = sql.join(
    points.map(
      ({ id, roleId, taskId, signal, solvedOn }) =>
        sql`(${id}::uuid, ${roleId}::uuid, ${taskId}::uuid, ${signal}, ${monthOf(solvedOn)}::date)`,
    ),
    sql`, `,
  );
  const picked = (at: 0 | 1) =>
    sql.join(
      Object.entries(counts).map(([signal, names]) => sql`when ${signal} then ${sql.raw(`j.${names[at]}`)}`),
      sql` `,
    );
  const changes = sql`
    with points (id, role_id, task_id, signal, solved) as (values ${rows}),
    jobs as materialized (${jobsByPersonMonth({ ...question, period: span, roleId: null, taskIds })}),
    told as (
      select p.id, j.person_id, j.month, j.month > p.solved as after,
        (case p.signal ${picked(0)} end)::float8 as a, (case p.signal ${picked(1)} end)::float8 as b
      from points p join jobs j on j.role_id = p.role_id and j.task_id = p.task_id
      where j.month <> p.solved and j.month >= p.solved - make_interval(months => ${workMonths}::int)
    ),
    per as (
      select id, person_id, coalesce(sum(a) filter (where after), 0) as a1, coalesce(sum(b) filter (where after), 0) as b1,
        coalesce(sum(a) filter (where not after), 0) as a0, coalesce(sum(b) filter (where not after), 0) as b0
      from told group by 1, 2
    )
    select p.id, count(*)::int as n, sum(b1)::int as jobs,
      (select count(distinct t.month)::int from told t where t.id = p.id and t.after and t.b > 0) as months,
      ${jointMomentsSql(columns)}
    from per p where a1 + b1 + a0 + b0 > 0 group by p.id`;
  const { rows: found } = await withoutLoops(tx, true, () => tx.execute<Row>(changes));
  return new Map(
    found.map(({ id, n, months, jobs, means, covariance }): [string, Recheck] => {
      const moments: JointMoments = { n, means, covariance };
      return [id, isSmallGroup(n, question.minimum) ? { verdict: "withheld" } : recheckOf(moments, { months, jobs })];
    }),
  );
}
