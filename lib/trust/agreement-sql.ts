import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RatingPattern } from "@/lib/stats/agreement/rating-patterns";
import type { SourcePair } from "./trust";

/** Units (same person, behaviour and quarter) that two or more rated, as patterns, by what they are told apart by. */
export type KeyedPatterns = { key: string; people: number; patterns: RatingPattern[] };

/** Fills `trust_units`: one row per unit with how often each level was given, and the mean level of each source. Needs `trust_ratings`. */
export async function createUnits(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.trust_units`);
  const at = (level: number) => sql`count(*) filter (where l = ${level})::int`;
  const mean = (source: string) => sql`avg(level) filter (where source = ${source})`;
  await tx.execute(sql`
    create temporary table trust_units on commit drop as
    select person_id, behaviour_id, (select skill_id from behaviours where org_id = ${orgId} and id = behaviour_id) as skill_id, unit, min(part) as part, max(site_id::text)::uuid as site_id, min(at) as at, count(*)::int as raters,
      array[${at(1)}, ${at(2)}, ${at(3)}, ${at(4)}, ${at(5)}] as counts,
      ${mean("manager")} as manager, ${mean("peer")} as peer, ${mean("system")} as system,
      avg(level) filter (where source <> 'system') as human
    from (select *, least(5, greatest(1, round(level)))::int as l from trust_ratings where latest) words
    group by person_id, behaviour_id, unit`);
  await tx.execute(sql`analyze trust_units`);
}

const keys = {
  all: sql`'all'`,
  behaviour: sql`u.behaviour_id::text`,
  skill: sql`u.skill_id::text`,
  site: sql`coalesce(u.site_id::text, '')`,
} as const satisfies Record<string, SQL>;

export async function readPatterns(tx: Tx, by: keyof typeof keys): Promise<KeyedPatterns[]> {
  const { rows } = await tx.execute<{ key: string; part: number; counts: number[]; units: number; people: number }>(sql`
    with units as materialized (select ${keys[by]} as key, part, counts, person_id from trust_units u where raters > 1),
    sizes as (select key, count(distinct person_id)::int as people from units group by 1)
    select key, part, counts, count(*)::int as units, min(people) as people
    from units join sizes using (key) group by 1, 2, 3 order by 1, 2, 3`);
  const found = new Map<string, KeyedPatterns>();
  for (const { key, part, counts, units, people } of rows) {
    const one = found.get(key) ?? { key, people, patterns: [] };
    one.patterns.push({ counts, units, group: `${part}` });
    found.set(key, one);
  }
  return [...found.values()];
}

/** Levels of two sources on the same unit, as a table. */
export type PairCounts = { group: string; first: number; second: number; units: number };

/** A mean over people with its t error. */
export type PersonMean = { people: number; mean: number; error: number | null };

const sources: Record<SourcePair, [SQL, SQL]> = {
  manager_peer: [sql`manager`, sql`peer`],
  manager_system: [sql`manager`, sql`system`],
  peer_system: [sql`peer`, sql`system`],
};

export async function readPair(tx: Tx, pair: SourcePair): Promise<{ counts: PairCounts[]; gap: PersonMean }> {
  const [first, second] = sources[pair];
  const whole = (level: SQL) => sql`least(5, greatest(1, round(${level})))::int`;
  const { rows } = await tx.execute<PairCounts>(sql`
    select part::text as group, ${whole(first)} as first, ${whole(second)} as second, count(*)::int as units
    from trust_units where ${first} is not null and ${second} is not null group by 1, 2, 3 order by 1, 2, 3`);
  const [gap] = await readGaps(tx, sql`'all'`, sql`${first} - ${second}`);
  return { counts: rows, gap: gap ?? { people: 0, mean: 0, error: null } };
}

/** Means of a difference within units: each person counts once. */
async function readGaps(tx: Tx, key: SQL, gap: SQL): Promise<(PersonMean & { key: string })[]> {
  const { rows } = await tx.execute<PersonMean & { key: string }>(sql`
    select key, count(*)::int as people, avg(gap)::float8 as mean, (stddev_samp(gap) / sqrt(count(*)))::float8 as error
    from (select ${key} as key, person_id, avg(${gap}) as gap from trust_units u where ${gap} is not null group by 1, 2) persons
    group by key order by key`);
  return rows;
}

/** Ratings by people less those of systems, by site. */
export const readSiteGaps = (tx: Tx) => readGaps(tx, keys.site, sql`human - system`);
