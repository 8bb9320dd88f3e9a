import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RaterMoments } from "./rater-moments-sql";

/** How widely a rater's levels lie on units that others rated too, beside one other's (Pitman 1939, Morgan 1939). */
export type RangeMoments = {
  rater: string;
  people: number;
  ratings: number;
  ownDeviation: number;
  otherDeviation: number;
  /** Sum over units of (sum less its mean) x (difference less its mean): below zero where the rater's spread is smaller. */
  score: number;
  /** Of that sum; a person in a quarter is an occasion, and these are the clusters. */
  occasions: number;
  error: number | null;
  /** How often the rater gave each level, 1 to 5, over all their ratings. */
  levels: number[];
};

export async function readRange(tx: Tx): Promise<RangeMoments[]> {
  const { rows } = await tx.execute<RangeMoments>(sql`
    with one as (
      select distinct on (rater, person_id, behaviour_id, unit) rater, person_id, unit, level, other_level
      from trust_pairs order by rater, person_id, behaviour_id, unit, md5(other::text || unit::text)
    ), centred as (
      select *, level + other_level - avg(level + other_level) over w as total, level - other_level - avg(level - other_level) over w as gap
      from one window w as (partition by rater)
    ), occasions as (
      select rater, person_id, unit, sum(total * gap) as score from centred group by 1, 2, 3
    ), scores as (
      select rater, count(distinct person_id)::int as people, count(*)::int as occasions, sum(score) as score, sqrt(sum(score * score)) as error
      from occasions group by 1
    ), spreads as (
      select rater, count(*)::int as ratings, stddev_samp(level) as own, stddev_samp(other_level) as other from one group by 1
    ), used as (
      select rater_id, array_agg(n order by l) as levels from (
        select r.rater_id, l, count(*) filter (where least(5, greatest(1, round(t.level))) = l)::int as n
        from (select distinct rater_id from trust_ratings where rater_id is not null) r
        cross join generate_series(1, 5) l join trust_ratings t on t.rater_id = r.rater_id group by 1, 2) each group by 1
    )
    select rater::text, people, occasions, ratings, coalesce(own, 0)::float8 as "ownDeviation", coalesce(other, 0)::float8 as "otherDeviation",
      score::float8, error::float8, levels
    from scores join spreads using (rater) join used on used.rater_id = rater order by rater`);
  return rows;
}

/**
 * How much a person's behaviours differ in a rater's eyes: the standard deviation over behaviours of the rater's last words on a person in a quarter (less what
 * each behaviour usually gets), a mean over people, less the same mean of all other raters. Only where at least three behaviours were rated.
 */
export async function readHalo(tx: Tx): Promise<RaterMoments[]> {
  const { rows } = await tx.execute<RaterMoments>(sql`
    with spreads as (
      select rater_id as rater, person_id, unit, stddev_samp(rest) as spread, count(*) as ratings
      from trust_ratings where latest and rater_id is not null group by 1, 2, 3 having count(*) > 2
    ), persons as (
      select rater, person_id, avg(spread) as spread, sum(ratings) as ratings from spreads group by 1, 2
    ), raters as (
      select rater, count(*)::int as people, sum(ratings)::int as ratings, sum(spread) as total, var_samp(spread) as variance from persons group by 1
    ), whole as (select count(*) as people, sum(spread) as total, var_samp(spread) as variance from persons)
    select r.rater::text, r.people, r.ratings, (r.total / r.people - (w.total - r.total) / (w.people - r.people))::float8 as estimate,
      sqrt(w.variance * (1.0 / r.people + 1.0 / (w.people - r.people)))::float8 as error, (w.people - 2)::int as df
    from raters r cross join whole w where w.people > r.people order by r.rater`);
  return rows;
}

/** Sittings: ratings entered with at most two minutes between them, at least eight of them, about at least two people. */
export type SittingMoments = {
  rater: string;
  people: number;
  ratings: number;
  sittings: number;
  alike: number;
  ratingsAlike: number;
};

export async function readSittings(tx: Tx): Promise<SittingMoments[]> {
  const { rows } = await tx.execute<SittingMoments>(sql`
    with steps as (
      select rater_id as rater, person_id, behaviour_id, level, typed,
        (coalesce(typed - lag(typed) over w > interval '2 minutes', true))::int as starts
      from trust_ratings where rater_id is not null and typed is not null window w as (partition by rater_id order by typed, person_id, behaviour_id)
    ), numbered as (
      select *, sum(starts) over (partition by rater order by typed, person_id, behaviour_id rows unbounded preceding) as sitting from steps
    ), sittings as (
      select rater, sitting, count(*) as ratings, min(level) = max(level) as alike from numbered
      group by 1, 2 having count(*) >= 8 and count(distinct person_id) > 1
    ), seen as (select rater, count(distinct person_id)::int as people, count(*)::int as ratings from steps group by 1)
    select seen.rater::text, seen.people, seen.ratings, count(s.rater)::int as sittings, count(*) filter (where s.alike)::int as alike,
      coalesce(sum(s.ratings) filter (where s.alike), 0)::int as "ratingsAlike"
    from seen left join sittings s on s.rater = seen.rater group by 1, 2, 3 order by 1`);
  return rows;
}
