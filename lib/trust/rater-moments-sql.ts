import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What the ratings of one rater say of one question: a mean over the people rated, with its error. Null where it has none. */
export type RaterMoments = {
  rater: string;
  people: number;
  ratings: number;
  estimate: number;
  error: number | null;
  df: number;
};

/** Of the differences to what others said of the same people. `overlap`: how much the same others are met again (0 to 1). */
export type SeverityMoments = {
  rater: string;
  people: number;
  ratings: number;
  mean: number;
  variance: number | null;
  overlap: number;
};

/**
 * Each person rated counts once: the mean difference of the rater's level to the mean of the others on the same unit. `overlap` is the mean, over pairs of
 * people, of the product of the shares the same other rater has in both.
 */
export async function readSeverity(tx: Tx): Promise<SeverityMoments[]> {
  const { rows } = await tx.execute<SeverityMoments>(sql`
    with units as (
      select rater, person_id, behaviour_id, unit, min(level) - avg(other_level) as gap, count(*) as others
      from trust_pairs group by 1, 2, 3, 4
    ), persons as (
      select rater, person_id, avg(gap) as gap, count(*)::int as ratings from units group by 1, 2
    ), shares as (
      select p.rater, p.person_id, p.other, sum(1.0 / u.others) / min(n.ratings) as share
      from trust_pairs p join units u using (rater, person_id, behaviour_id, unit) join persons n using (rater, person_id)
      group by 1, 2, 3
    ), met as (
      select rater, sum(total * total) as all_pairs, sum(squares) as own_pairs
      from (select rater, other, sum(share) as total, sum(share * share) as squares from shares group by 1, 2) each group by 1
    )
    select rater::text, count(*)::int as people, sum(ratings)::int as ratings, avg(gap)::float8 as mean, var_samp(gap)::float8 as variance,
      case when count(*) > 1 then ((min(all_pairs) - min(own_pairs)) / (count(*) * (count(*) - 1)))::float8 else 1 end as overlap
    from persons join met using (rater) group by rater order by rater`);
  return rows;
}

/** A mean over people of a figure of rater and person, and its t error. */
async function readMeans(tx: Tx, perPerson: SQL): Promise<RaterMoments[]> {
  const { rows } = await tx.execute<RaterMoments>(sql`
    with persons as (${perPerson})
    select rater::text, count(*)::int as people, sum(ratings)::int as ratings, avg(figure)::float8 as estimate,
      (stddev_samp(figure) / sqrt(count(*)))::float8 as error, (count(*) - 1)::int as df
    from persons group by rater order by rater`);
  return rows;
}

/** The rater's level less that of systems on the same unit. */
export const readSystemGap = (tx: Tx): Promise<RaterMoments[]> =>
  readMeans(
    tx,
    sql`
    select h.rater_id as rater, h.person_id, avg(h.level - s.level) as figure, count(*) as ratings
    from trust_ratings h
    join (select person_id, behaviour_id, unit, avg(level) as level from trust_ratings where source = 'system' group by 1, 2, 3) s
      using (person_id, behaviour_id, unit)
    where h.latest and h.rater_id is not null group by 1, 2`,
  );

/**
 * Within people: the slope of `value` on `x` when each person's means are taken out, error summed by person (CR1: G / (G - 1)), t with G - 1.
 */
async function readSlopes(tx: Tx, rows: SQL): Promise<RaterMoments[]> {
  const found = await tx.execute<RaterMoments>(sql`
    with ratings as (${rows}),
    persons as (
      select rater, person_id, count(*) as ratings, regr_sxy(value, x) as sxy, regr_sxx(value, x) as sxx
      from ratings group by 1, 2 having regr_sxx(value, x) > 1e-9
    ), slopes as (
      select *, sum(sxy) over (partition by rater) / sum(sxx) over (partition by rater) as slope from persons
    )
    select rater::text, count(*)::int as people, sum(ratings)::int as ratings, min(slope)::float8 as estimate,
      case when count(*) > 1 then (sqrt(sum((sxy - slope * sxx) ^ 2) * count(*) / (count(*) - 1)) / sum(sxx))::float8 end as error,
      (count(*) - 1)::int as df
    from slopes group by rater order by rater`);
  return found.rows;
}

const years = (at: SQL) => sql`(extract(epoch from ${at}) / 31557600.0)::float8`;

/** How the difference to others on the same unit moves over time, in levels a year. */
export const readDrift = (tx: Tx): Promise<RaterMoments[]> =>
  readSlopes(
    tx,
    sql`
    select rater, person_id, min(level) - avg(other_level) as value, ${years(sql`min(at)`)} as x
    from trust_pairs group by rater, person_id, behaviour_id, unit`,
  );

/** Days at the end of a quarter in which somebody may hurry. */
const lastDays = 10;

/**
 * Ratings of the last days of a quarter less those of other days, of the same people; what the behaviour usually gets, and the straight line of all
 * ratings over time, taken off before. With `whole` over all raters together, people as the clusters.
 */
export const readQuarterEnd = (tx: Tx, whole = false): Promise<RaterMoments[]> =>
  readSlopes(
    tx,
    sql`
    select ${whole ? sql`'all'` : sql`rater_id`} as rater, person_id,
      rest - (select coalesce(sum(sxy) / nullif(sum(sxx), 0), 0) from (
        select regr_sxy(rest, ${years(sql`at`)}) as sxy, regr_sxx(rest, ${years(sql`at`)}) as sxx from trust_ratings
        where rater_id is not null group by person_id, rater_id) line) * ${years(sql`at`)} as value,
      ((unit + interval '3 months')::date - (at at time zone 'UTC')::date <= ${lastDays})::int as x
    from trust_ratings where rater_id is not null`,
  );

/** How ratings by people move against those of systems on the same unit over time, in levels a year: over all raters together. */
export const readInflation = (tx: Tx): Promise<RaterMoments[]> =>
  readSlopes(
    tx,
    sql`
    select 'all' as rater, person_id, human - system as value, ${years(sql`at`)} as x from trust_units where human is not null and system is not null`,
  );
