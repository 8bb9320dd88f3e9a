import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import type { Bounds } from "@/lib/access/scope";

/** Groups of people that are left out one at a time. */
const jackknifeGroups = 40;

/**
 * Fills the temporary tables of this transaction, from the ratings of the span by others (never of oneself, never one taken back) of people who stood
 * in the bounds in that month:
 *
 * - `trust_ratings`: a rating. `unit` is the quarter: same person, behaviour and unit are looked at together. `rest` is the level less the mean of
 *   the behaviour, `latest` marks a rater's last word on a unit, `typed` when it was entered where that is known to the minute, `part` a group of people.
 * - `trust_pairs`: the last words of two different people on the same unit, once from each side.
 */
export async function createRatings(tx: Tx, orgId: string, bounds: Bounds, span: Span): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.trust_ratings, pg_temp.trust_pairs`);
  await tx.execute(sql`
    create temporary table trust_ratings on commit drop as
    with seen as (
      select o.person_id, o.behaviour_id, o.source, o.rater_id, o.observed_at as at, o.level, m.site_id, m.role_id,
        date_trunc('quarter', o.observed_at at time zone 'UTC')::date as unit,
        case when o.entered_at is not null then o.entered_at
          when (o.observed_at at time zone 'UTC')::time <> time '00:00' then o.observed_at end as typed,
        row_number() over (partition by o.person_id, o.behaviour_id, o.source, o.rater_id,
          date_trunc('quarter', o.observed_at at time zone 'UTC') order by o.observed_at desc, o.observation_id desc) = 1 as latest
      from observations o
      join person_months m on m.org_id = ${orgId} and m.person_id = o.person_id
        and m.month = date_trunc('month', o.observed_at at time zone 'UTC')::date
      where o.org_id = ${orgId} and o.struck_at is null and ${isSeen}
        and o.observed_at >= ${span.start}::timestamp at time zone 'UTC' and o.observed_at < ${span.end}::timestamp at time zone 'UTC'
        and ${within(bounds)}
    )
    select seen.*, level - avg(level) over (partition by behaviour_id) as rest,
      mod(('x' || substr(md5(person_id::text), 1, 7))::bit(28)::int, ${jackknifeGroups}) as part
    from seen`);
  await tx.execute(sql`analyze trust_ratings`);
  await tx.execute(sql`
    create temporary table trust_pairs on commit drop as
    select a.rater_id as rater, a.person_id, a.behaviour_id, a.unit, a.at, a.site_id, a.level, b.rater_id as other, b.level as other_level
    from trust_ratings a
    join trust_ratings b on b.person_id = a.person_id and b.behaviour_id = a.behaviour_id and b.unit = a.unit and b.rater_id <> a.rater_id
    where a.latest and b.latest and a.rater_id is not null`);
  await tx.execute(sql`analyze trust_pairs`);
}

/** By somebody else, or by a system; a person nobody is named for cannot be told from the one rated. */
const isSeen = sql`(o.source = 'system' or (o.source in ('manager', 'peer') and o.rater_id <> o.person_id))`;

function within(bounds: Bounds): SQL {
  if (bounds.kind === "units") return sql`m.unit_id = any(${sql.param(bounds.unitIds)}::uuid[])`;
  if (bounds.kind === "line") return sql`false`;
  return sql`true`;
}

/** So many months up to that of the last rating by others; null before there is one. */
export async function readTrustSpan(tx: Tx, orgId: string, months: number): Promise<Span | null> {
  const { rows } = await tx.execute<{ start: string | null; end: string | null }>(sql`
    select (date_trunc('month', last) + interval '1 month')::date::text as end,
      (date_trunc('month', last) + interval '1 month' - make_interval(months => ${months}))::date::text as start
    from (select max(observed_at at time zone 'UTC') as last from observations o
      where o.org_id = ${orgId} and struck_at is null and source <> 'self') newest`);
  const found = rows[0];
  return found?.start && found.end ? { start: found.start, end: found.end } : null;
}

/** With so many ratings on file it takes a second or more to look at those of a year. */
const manyRatings = 50_000;

export async function hasManyRatings(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ large: boolean }>(sql`
    select exists (select from observations where org_id = ${orgId} offset ${manyRatings}) as large`);
  return rows[0]?.large ?? false;
}
