import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople, withheldGroups } from "@/lib/access/privacy";
import { addMonths } from "@/lib/metrics/period";
import { query } from "@/lib/server/tenant-access";
import { type Circle, readCircles } from "./circles";
import type { SignalDefinition } from "./definition";
import type { PreviewSignal } from "./signal-input";
import { signalRatings } from "./signal-sql";

export type SignalPreview = {
  /** First and last month looked at, as YYYY-MM. */
  from: string;
  to: string;
  /** The first month whose jobs count where the rule looks at the last so many of them, as YYYY-MM; else null. */
  jobsSince: string | null;
  minimum: number;
  /** People rated at least once; null where they are fewer than the minimum, and then nothing else is said. */
  people: number | null;
  /** People who did such work, or have such values, and were never rated, because there was too little; null where withheld. */
  tooLittle: number | null;
  /** Ratings by level, each with its share; null where too few people are behind it. */
  levels: { level: number; ratings: number | null }[];
  /** Month by month: people rated and their mean level; null where withheld. */
  months: { month: string; people: number | null; level: number | null }[];
  agreement: SignalAgreement | null;
  circles: Circle[];
};

/** Beside ratings of the same behaviour of the same person by managers, within 45 days. */
export type SignalAgreement = {
  people: number;
  pairs: number;
  /** Shares of pairs with the same level, and within one. */
  same: number;
  near: number;
  /** Mean of the signal's level less the manager's. */
  difference: number;
};

const monthsBack = 12;
/** So long before the first month jobs are looked for, where a rule looks at the last so many: not through all history for a preview. */
const monthsBefore = 12;

/**
 * What a rule would have said of the last twelve months that are over: nothing is written. Counts and means alone, withheld where fewer
 * people than the minimum are behind them.
 */
export const previewSignal = query(
  "evidence.rule",
  async (tx, input: PreviewSignal, { orgId }): Promise<SignalPreview> => {
    const { behaviourId, definition } = input;
    const until = `${new Date().toISOString().slice(0, 7)}-01`;
    const from = addMonths(until, -monthsBack);
    const months = { from, until, jobsSince: addMonths(from, -monthsBefore) };
    await tx.execute(sql`drop table if exists pg_temp.signal_preview`);
    await tx.execute(sql`
    create temporary table signal_preview on commit drop as
    ${signalRatings(orgId, { ...definition, least: 1 }, months)}`);
    const enough = sql`n >= ${definition.least}::int`;

    const { rows: totals } = await tx.execute<{ people: number; seen: number; minimum: number }>(sql`
    select count(distinct person_id) filter (where ${enough})::int as people, count(distinct person_id)::int as seen,
      (select minimum_group_size from organisations where id = ${orgId}) as minimum
    from signal_preview`);
    const { people = 0, seen = 0, minimum: setting = 0 } = totals[0] ?? {};
    const minimum = minimumPeople(setting);
    const base = {
      from: months.from.slice(0, 7),
      to: addMonths(until, -1).slice(0, 7),
      jobsSince: definition.source === "work" && definition.window.by === "jobs" ? months.jobsSince.slice(0, 7) : null,
      minimum,
      circles: await readCircles(tx, orgId, input),
    };
    if (people < minimum)
      return { ...base, people: people === 0 ? 0 : null, tooLittle: null, levels: [], months: [], agreement: null };
    const unrated = seen - people;
    return {
      ...base,
      people,
      tooLittle: unrated > 0 && unrated < minimum ? null : unrated,
      levels: await readLevels(tx, enough, setting, definition),
      months: await readMonths(tx, enough, minimum),
      agreement: await readAgreement(tx, orgId, { behaviourId, enough, minimum }),
    };
  },
);

async function readLevels(tx: Tx, enough: SQL, setting: number, { bands, otherwise }: SignalDefinition) {
  const { rows } = await tx.execute<{ level: number; ratings: number; people: number }>(sql`
    select level, count(*)::int as ratings, count(distinct person_id)::int as people from signal_preview where ${enough} group by 1`);
  const withheld = withheldGroups(
    rows.map(({ level, people }) => ({ id: String(level), people })),
    setting,
  );
  return [...bands.map(({ level }) => level), otherwise].map((level) => {
    const found = rows.find((row) => row.level === level);
    return { level, ratings: withheld.has(String(level)) ? null : (found?.ratings ?? 0) };
  });
}

async function readMonths(tx: Tx, enough: SQL, minimum: number): Promise<SignalPreview["months"]> {
  const { rows } = await tx.execute<{ month: string; people: number; level: number }>(sql`
    select month::text, count(*)::int as people, avg(level)::float8 as level from signal_preview where ${enough} group by 1 order by 1`);
  return rows.map((row) => (row.people < minimum ? { month: row.month, people: null, level: null } : row));
}

type Pairs = { behaviourId: string; enough: SQL; minimum: number };

async function readAgreement(
  tx: Tx,
  orgId: string,
  { behaviourId, enough, minimum }: Pairs,
): Promise<SignalAgreement | null> {
  const { rows } = await tx.execute<SignalAgreement>(sql`
    with pairs as (
      select s.person_id, s.level - o.level as difference
      from signal_preview s
      join observations o on o.org_id = ${orgId} and o.person_id = s.person_id and o.behaviour_id = ${behaviourId}
        and o.source = 'manager' and o.struck_at is null
        and (o.observed_at at time zone 'UTC')::date between (s.month + interval '1 month')::date - 46 and (s.month + interval '1 month')::date + 44
      where ${enough}
    )
    select count(distinct person_id)::int as people, count(*)::int as pairs, avg((abs(difference) < 0.5)::int)::float8 as same,
      avg((abs(difference) < 1.5)::int)::float8 as near, avg(difference)::float8 as difference from pairs`);
  const [found] = rows;
  return found && found.people >= minimum ? found : null;
}
