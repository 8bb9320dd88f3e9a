import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople, withheldGroups } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import { grouped } from "@/lib/grouped";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { agreementOf, meanOf, pairRow } from "./agree";
import { createUnits, type KeyedPatterns, readPair, readPatterns, readSiteGaps } from "./agreement-sql";
import { findRaters } from "./find-raters";
import type { Finding } from "./judge-raters";
import { createRatings, readTrustSpan } from "./ratings-sql";
import { readWhole } from "./read-whole";
import {
  type AgreementRow,
  type DetectorSummary,
  detectorIds,
  leastRatings,
  type RaterRow,
  type SiteRow,
  type SourcePair,
  type Trust,
  type TrustMonth,
} from "./trust";
import { type MonthMean, readCounts, readMonthMeans, readNames } from "./whole-sql";

const pairs = ["manager_peer", "manager_system", "peer_system"] as const satisfies SourcePair[];

/** The people whose ratings are looked at, over how many months up to the last one, and whether raters may be named. */
export type TrustQuestion = { bounds: Bounds; months: number; named: boolean };

/**
 * How far ratings can be trusted. Ratings of oneself and those taken back are not looked at. Figures under the minimum of people are withheld; raters
 * are named with at least the minimum of different people rated and `leastRatings`.
 */
export async function computeTrust(tx: Tx, orgId: string, { bounds, months, named }: TrustQuestion): Promise<Trust> {
  const window = await readTrustSpan(tx, orgId, months);
  if (!window) return { kind: "empty" };
  const { minimum: setting, asOf, dataVersion } = await readFreshness(tx, orgId);
  const minimum = minimumPeople(setting);
  await createRatings(tx, orgId, bounds, window);
  await createUnits(tx, orgId);
  const counts = await readCounts(tx);
  if (counts.people === 0) return { kind: "empty" };
  if (isSmallGroup(counts.people, minimum)) return { kind: "withheld", minimum };

  const names = await readNames(tx, orgId);
  const [overall] = await readPatterns(tx, "all");
  const found = await findRaters(tx, minimum);
  const raters = named ? await nameRaters(tx, orgId, found.findings, minimum) : null;
  const pairRows = [];
  for (const pair of pairs) pairRows.push(pairRow(pair, await readPair(tx, pair), minimum));
  const rowsOf = (keyed: readonly KeyedPatterns[]): AgreementRow[] =>
    keyed
      .map(({ key, ...one }) => ({
        id: key,
        name: names.get(key)?.name ?? "",
        skill: names.get(key)?.skill ?? null,
        agreement: agreementOf(one, minimum),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    kind: "shown",
    window,
    minimum,
    counts,
    overall: agreementOf(overall, minimum),
    pairs: pairRows.filter((row) => row !== null),
    behaviours: rowsOf(await readPatterns(tx, "behaviour")),
    skills: rowsOf(await readPatterns(tx, "skill")),
    sites: await readSites(tx, names, minimum),
    detectors: summed(found.findings, raters ? 1 : minimum),
    severitySpread: raters || counts.raters >= minimum ? found.spread : null,
    raters,
    whole: await readWhole(tx, orgId, window, minimum),
    months: monthsOf(await readMonthMeans(tx), minimum),
    asOf,
    dataVersion,
  };
}

async function readSites(tx: Tx, names: ReadonlyMap<string, { name: string }>, minimum: number): Promise<SiteRow[]> {
  const { rows } = await tx.execute<{ id: string; people: number }>(sql`
    select coalesce(site_id::text, '') as id, count(distinct person_id)::int as people from trust_ratings group by 1`);
  const withheld = withheldGroups(rows, minimum);
  const patterns = new Map((await readPatterns(tx, "site")).map((one) => [one.key, one]));
  const gaps = new Map((await readSiteGaps(tx)).map((one) => [one.key, one]));
  return rows
    .map(({ id, people }): SiteRow => {
      const isWithheld = withheld.has(id);
      const gap = gaps.get(id);
      return {
        id,
        name: names.get(id)?.name ?? "No site",
        people: isWithheld ? 0 : people,
        withheld: isWithheld,
        agreement: isWithheld ? { kind: "withheld" } : agreementOf(patterns.get(id), minimum),
        gap: isWithheld || !gap || gap.people < minimum ? null : meanOf(gap),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Under `least` raters nothing is said: who may not see them by name may not work one out either. */
function summed(findings: readonly Finding[], least: number): DetectorSummary[] {
  return detectorIds.map((detector) => {
    const own = findings.filter((one) => one.detector === detector);
    const told = own.filter(({ status }) => status !== "cannot-tell").length;
    const looked = told >= least ? told : 0;
    const standOut = looked === 0 ? 0 : own.filter(({ status }) => status === "look").length;
    const status = looked === 0 ? "cannot-tell" : standOut > 0 ? "look" : "fine";
    return { detector, status, looked, standOut, tooFew: own.length - told };
  });
}

/** Raters with enough people and ratings, by name, those who stand out most first. */
async function nameRaters(tx: Tx, orgId: string, findings: readonly Finding[], minimum: number): Promise<RaterRow[]> {
  const { rows } = await tx.execute<{ id: string; name: string; people: number; ratings: number }>(sql`
    select p.id::text, coalesce(p.name, p.employee_id) as name, count(distinct r.person_id)::int as people, count(*)::int as ratings
    from trust_ratings r join people p on p.org_id = ${orgId} and p.id = r.rater_id group by 1, 2`);
  const byRater = grouped(findings, ({ rater }) => rater);
  return rows
    .filter(({ people, ratings }) => people >= minimum && ratings >= leastRatings)
    .map((row) => ({ ...row, figures: (byRater.get(row.id) ?? []).map(({ rater: _, ...figure }) => figure) }))
    .map((row) => ({ row, standing: row.figures.filter(({ status }) => status === "look").length }))
    .toSorted((a, b) => b.standing - a.standing || a.row.name.localeCompare(b.row.name))
    .map(({ row }) => row);
}

function monthsOf(found: readonly MonthMean[], minimum: number): TrustMonth[] {
  const of = (month: string, system: boolean) => {
    const one = found.find((row) => row.month === month && row.system === system);
    return one && one.people >= minimum ? meanOf(one) : null;
  };
  return [...new Set(found.map(({ month }) => month))].map((month) => ({
    month,
    people: of(month, false),
    systems: of(month, true),
  }));
}
