import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clusterOf } from "@/lib/evaluation/clusters-sql";
import type { Plan } from "@/lib/evaluation/plan";

/** Columns of `evaluation_ladder`; those that end in `_pre` and `_post` belong together. */
const peopleColumns = [
  "used",
  "completed",
  "quiz",
  "confidence",
  "level_pre",
  "level_post",
  "level_after",
  "self_pre",
  "self_post",
  "self_after",
  "independent_pre",
  "independent_post",
  "accurate_pre",
  "accurate_post",
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/**
 * Fills `evaluation_ladder` from `evaluation_learning` and `evaluation_observed`: n, arm and cluster of everybody in an arm, and per person
 * whether they used and finished anything (0 or 1), mean score and confidence (null: none), mean level over the behaviours rated in both
 * windows (`_pre`, `_post`) and over all rated after (`_after`), by others and by themselves apart, and the share of others' ratings that
 * were independent and accurate. Returns how many people have each.
 */
export async function createPeopleMeasures(tx: Tx, plan: Plan): Promise<Record<PeopleColumn, number>> {
  await tx.execute(sql`drop table if exists pg_temp.evaluation_ladder`);
  await tx.execute(sql`
    create temporary table evaluation_ladder on commit drop as
    select m.n, m.arm, ${clusterOf(plan, { level: "person" })} as cluster, (l.n is not null)::int::float8 as used,
      coalesce(l.completed, 0)::float8 as completed, l.quiz, l.confidence,
      o.level_pre, o.level_post, o.level_after, o.self_pre, o.self_post, o.self_after,
      o.independent_pre, o.independent_post, o.accurate_pre, o.accurate_post
    from evaluation_members m
    left join (
      select n, max((verb in ('completed', 'passed'))::int) as completed, avg(score) as quiz,
        avg(confidence) as confidence
      from evaluation_learning group by n
    ) l on l.n = m.n
    left join (
      select n, ${paired("pre", "not own")} as level_pre, ${paired("post", "not own")} as level_post, ${after("not own")} as level_after,
        ${paired("pre", "own")} as self_pre, ${paired("post", "own")} as self_post, ${after("own")} as self_after,
        ${share("independent", "before")} as independent_pre, ${share("independent", "after")} as independent_post,
        ${share("accurate", "before")} as accurate_pre, ${share("accurate", "after")} as accurate_post
      from (
        select n, behaviour_id, own, avg(level) filter (where part = 'before') as pre,
          avg(level) filter (where part = 'after') as post,
          ${counted("independent", "before")}, ${counted("independent", "after")}, ${counted("accurate", "before")}, ${counted("accurate", "after")}
        from evaluation_observed where part is not null group by n, behaviour_id, own
      ) each group by n
    ) o on o.n = m.n
    where m.arm is not null order by m.n`);
  const counts = peopleColumns.map((column) => sql`count(${sql.raw(column)})::int as ${sql.raw(column)}`);
  const { rows } = await tx.execute<Record<PeopleColumn, number>>(
    sql`select ${sql.join(counts, sql`, `)} from evaluation_ladder`,
  );
  return rows[0] ?? (Object.fromEntries(peopleColumns.map((column) => [column, 0])) as Record<PeopleColumn, number>);
}

const paired = (column: "pre" | "post", whose: "own" | "not own") =>
  sql.raw(`avg(${column} order by pre, post) filter (where ${whose} and pre is not null and post is not null)`);
const after = (whose: "own" | "not own") => sql.raw(`avg(post order by post) filter (where ${whose})`);

type Part = "before" | "after";
type Kind = "independent" | "accurate";

/** How many ratings of a behaviour say it, and how many of these say yes. */
const counted = (kind: Kind, part: Part) =>
  sql.raw(
    `sum(${kind}) filter (where part = '${part}') as ${kind}_${part}, count(${kind}) filter (where part = '${part}') as ${kind}_${part}_n`,
  );
const share = (kind: Kind, part: Part) =>
  sql.raw(
    `sum(${kind}_${part}) filter (where not own) / nullif(sum(${kind}_${part}_n) filter (where not own), 0)::float8`,
  );
