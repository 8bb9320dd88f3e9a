import { type SQL, sql } from "drizzle-orm";
import type { Occasion } from "@/lib/evaluation/estimator";
import type { Evidence } from "./evidence-sql";
import type { TransferTable } from "./ladder";
import { passMark } from "./pass-mark";

type Row = TransferTable["cells"] & {
  activity_id: string | null;
  people: number;
  passed: number;
  cut: number;
  median: number;
};

/** A pass mark divides people only where it does: at least this share on either side. */
const leastShare = 0.1;

/**
 * Those of the treated with a score and a value of the primary KPI at follow-up, by both: above the pass mark (where at least a tenth lie on
 * either side, else above the median) and better than the median at work; over all activities and by each. By time over all alone, since activities
 * take as long as they take: faster than the median. Reads `evaluation_learning` and the `evaluation_panel` of the primary KPI.
 */
export async function readTransfer({ tx, kpi, panel }: Occasion, evidence: Evidence): Promise<TransferTable[]> {
  if (panel.unit === "team") return [];
  const work = { post: panel.log ? sql`p.post_raw` : sql`p.post`, isUp: kpi.direction === "up" };
  // All together first, then activity by activity as the chain is read.
  const placeOf = ({ activity_id }: Row) => evidence.activities.findIndex(({ id }) => id === activity_id);
  const tables: TransferTable[] = [];
  for (const by of ["score", "time"] as const) {
    const { rows } = await tx.execute<Row>(tableOf(by, work));
    rows.sort((left, right) => placeOf(left) - placeOf(right));
    for (const { activity_id, people, passed, cut, median, ...cells } of rows) {
      const sides = [cells.strong_good + cells.strong_poor, cells.weak_good + cells.weak_poor];
      if (people === 0 || sides.includes(0)) continue;
      const activity = evidence.activities.find(({ id }) => id === activity_id);
      const kind = by === "score" && divides(passed, people) ? "pass_mark" : "median";
      tables.push({
        activity: activity?.name ?? null,
        behaviour: activity?.behaviour ?? null,
        by,
        cut: { kind, value: cut },
        median,
        cells,
      });
    }
  }
  // Of one activity the whole and the part are the same table.
  const parts = tables.filter(({ activity }) => activity !== null).length;
  return parts === 1 ? tables.filter(({ activity, by }) => activity !== null || by === "time") : tables;
}

const divides = (passed: number, people: number) =>
  passed >= leastShare * people && passed <= (1 - leastShare) * people;

function tableOf(by: TransferTable["by"], { post, isUp }: { post: SQL; isUp: boolean }): SQL {
  const [value, strong] =
    by === "score"
      ? [sql`score`, sql`case when m.divides then value >= ${passMark}::float8 else value > m.middle end`]
      : [sql`seconds`, sql`value < m.middle`];
  const good = isUp ? sql`post > m.median` : sql`post < m.median`;
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})::int`;
  return sql`
    with each as (
      select l.n, ${by === "score" ? sql`l.activity_id` : sql`null::uuid as activity_id`}, avg(${value} order by ${value}) as value
      from evaluation_learning l where l.arm = 'treated' and l.${value} is not null
      group by ${by === "score" ? sql`grouping sets ((l.n), (l.n, l.activity_id))` : sql`l.n`}
    ), both_known as (
      select e.activity_id, e.value::float8 as value, ${post} as post from each e join evaluation_panel p on p.n = e.n where p.post is not null
    ), m as (
      select activity_id, count(*)::int as people, ${count(sql`value >= ${passMark}::float8`)} as passed,
        percentile_cont(0.5) within group (order by value) as middle, percentile_cont(0.5) within group (order by post) as median,
        count(*) filter (where value >= ${passMark}::float8) between ${leastShare}::float8 * count(*) and ${1 - leastShare}::float8 * count(*) as divides
      from both_known group by activity_id
    )
    select m.activity_id, m.people, m.passed, m.median,
      ${by === "score" ? sql`case when m.divides then ${passMark}::float8 else m.middle end` : sql`m.middle`} as cut,
      ${count(sql`${strong} and ${good}`)} as strong_good, ${count(sql`${strong} and not (${good})`)} as strong_poor,
      ${count(sql`not (${strong}) and ${good}`)} as weak_good, ${count(sql`not (${strong}) and not (${good})`)} as weak_poor
    from m join both_known b on b.activity_id is not distinct from m.activity_id
    group by m.activity_id, m.people, m.passed, m.middle, m.median, m.divides`;
}
