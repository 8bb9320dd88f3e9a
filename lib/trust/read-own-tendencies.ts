import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { readStamp } from "@/lib/scorecard/read-stamp";
import { query } from "@/lib/server/tenant-access";
import { createUnits } from "./agreement-sql";
import { findRaters } from "./find-raters";
import { type Finding, leastFor } from "./judge-raters";
import type { OwnTendencies } from "./own-tendencies";
import { createRatings, readTrustSpan } from "./ratings-sql";

const months = 12;

type Found = { window: OwnTendencies["window"]; minimum: number; findings: Finding[] };
/** Of everybody, so that the second manager who asks need not wait; only one's own leave this file. */
const kept = keepRecent<Found>(20);

/**
 * How the viewer rates, over the last twelve months and beside others who rated the same people. For themselves alone. Null where they are tied to nobody or
 * rated nobody in that time. Needs `team.read`.
 */
export async function readOwnTendencies(viewer: Viewer): Promise<OwnTendencies | null> {
  const { personId, orgId } = viewer;
  if (!personId) return null;
  const key = JSON.stringify([orgId, await readStamp(viewer, null)]);
  const known = kept.get(key) ?? (await computeFindings(viewer, null));
  if (!known) return null;
  const { window, minimum, findings } = kept.keep(key, known);
  const own = await readOwn(viewer, { window, personId });
  if (own.ratings === 0) return null;
  const figures = findings.filter(({ rater }) => rater === personId).map(({ rater: _, ...figure }) => figure);
  return { window, ...own, least: leastFor(minimum), figures };
}

const computeFindings = query("team.read", async (tx, _: null, { orgId }): Promise<Found | null> => {
  const window = await readTrustSpan(tx, orgId, months);
  if (!window) return null;
  const minimum = minimumPeople((await readFreshness(tx, orgId)).minimum);
  await createRatings(tx, orgId, { kind: "everybody" }, window);
  await createUnits(tx, orgId);
  return { window, minimum, findings: (await findRaters(tx, minimum)).findings };
});

type Asked = { window: OwnTendencies["window"]; personId: string };

const readOwn = query("team.read", async (tx, { window, personId }: Asked, { orgId, userId }) => {
  const { rows } = await tx.execute<{ people: number; ratings: number }>(sql`
    select count(distinct person_id)::int as people, count(*)::int as ratings from observations
    where org_id = ${orgId} and rater_id = ${personId} and person_id <> ${personId} and source in ('manager', 'peer') and struck_at is null
      and observed_at >= ${window.start}::timestamp at time zone 'UTC' and observed_at < ${window.end}::timestamp at time zone 'UTC'`);
  const { people = 0, ratings = 0 } = rows[0] ?? {};
  return { people, ratings, calibrations: await readCalibrationsFor(tx, orgId, userId) };
});

async function readCalibrationsFor(tx: Tx, orgId: string, userId: string | null) {
  const { rows } = await tx.execute<OwnTendencies["calibrations"][number]>(sql`
    select c.id::text, c.title, c.closes_on::text as "closesOn", r.user_id is not null as rated, c.closes_on >= current_date as open
    from calibrations c left join (select distinct calibration_id, user_id from calibration_ratings where org_id = ${orgId}) r
      on r.calibration_id = c.id and r.user_id = ${userId}
    where c.org_id = ${orgId} and c.opens_on <= current_date and (c.closes_on >= current_date or r.user_id is not null)
    order by c.closes_on desc limit 5`);
  return rows;
}
