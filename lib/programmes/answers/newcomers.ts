import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup } from "@/lib/access/privacy";
import { addDays } from "@/lib/days";
import { competence } from "@/lib/metrics/competence";
import { metricById } from "@/lib/metrics/dictionary";
import { addMonths, type Period, periodsBetween } from "@/lib/metrics/period";
import { personPeriods } from "@/lib/metrics/person-periods";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { welchEstimate } from "@/lib/stats/welch";
import type { Answer } from "./answer";

type Asked = { orgId: string; startsOn: string; asOf: string; roleIds: readonly string[]; minimum: number };
type Group = { isSince: boolean; n: number; mean: number; variance: number | null };

const monthsBefore = 12;
const fewest = 10;
const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

/**
 * Time to proficiency ("welch"): mean days of newcomers of these roles who began since the first day of the programme, less those of newcomers
 * followed to the end in the year before it; by the rule of `time_to_competence`. Nobody is told before they were followed to the end.
 */
export async function newcomersAnswer(tx: Tx, asked: Asked): Promise<Answer> {
  const { orgId, startsOn, asOf, roleIds, minimum } = asked;
  const metric = metricById("time_to_competence");
  if (!metric || roleIds.length === 0)
    return { kind: "cannot-tell", because: "The chain names no role that is on file." };
  const followed = await daysFollowed(tx, orgId, roleIds);
  const firstKnown = addMonths(monthOf(addDays(startsOn, followed)), 1);
  if (firstKnown > monthOf(asOf)) {
    const until = addDays(startsOn, followed);
    return {
      kind: "cannot-tell",
      because: `Newcomers are followed for ${followed} days, and nobody who began since the first day has been yet. The first are told after ${until}.`,
    };
  }
  const first = monthOf(startsOn);
  const periods: Period[] = [
    ...periodsBetween(addMonths(first, -monthsBefore), addMonths(first, -1), "month"),
    ...periodsBetween(firstKnown, monthOf(asOf), "month"),
  ];
  const place = sql`place.role_id = any(${sql.param([...roleIds])}::uuid[])`;
  const { rows } = await withoutLoops(tx, true, () =>
    tx.execute<Group>(sql`
      with ${personPeriods(orgId, periods, [metric], { place })}
      select starts >= ${firstKnown}::date as "isSince", count(*)::int as n, avg(days_to_competence)::float8 as mean,
        var_samp(days_to_competence)::float8 as variance
      from p where days_to_competence is not null group by 1`),
  );
  return compare(
    rows.find(({ isSince }) => isSince),
    rows.find(({ isSince }) => !isSince),
    minimum,
  );
}

function compare(since: Group | undefined, before: Group | undefined, minimum: number): Answer {
  if (!since || !before) {
    const when = since ? "in the year before" : "since the first day";
    return { kind: "cannot-tell", because: `No newcomer of these roles was followed to the end ${when}.` };
  }
  if (isSmallGroup(since.n, minimum) || isSmallGroup(before.n, minimum)) return { kind: "withheld", minimum };
  if (since.n < fewest || before.n < fewest) {
    return {
      kind: "cannot-tell",
      because: `${before.n} newcomers before and ${since.n} since are too few; it takes ${fewest} of each.`,
    };
  }
  const momentsOf = ({ n, mean, variance }: Group) => ({ n, mean, variance: variance ?? 0 });
  const result = welchEstimate("welch", { treated: momentsOf(since), control: momentsOf(before) }, 0.95);
  if (result.kind === "not-estimable") {
    return { kind: "cannot-tell", because: "Nothing differs between the newcomers, so no interval can be drawn." };
  }
  const [low, high] = result.interval;
  return {
    kind: "figure",
    method: result.method,
    grade: "D",
    verdict: high < 0 ? "better" : low > 0 ? "worse" : "no-difference",
    before: before.mean,
    since: since.mean,
    change: result.estimate,
    interval: result.interval,
    learners: since.n,
    others: null,
  };
}

async function daysFollowed(tx: Tx, orgId: string, roleIds: readonly string[]): Promise<number> {
  const { rows } = await tx.execute<{ days: number }>(sql`
    select max(coalesce((proficiency ->> 'days')::int, ${competence.days}::int))::int as days
    from roles where org_id = ${orgId} and id = any(${sql.param([...roleIds])}::uuid[])`);
  return rows[0]?.days ?? competence.days;
}
