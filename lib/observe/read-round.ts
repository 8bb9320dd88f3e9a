import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dayOf } from "@/lib/days";
import { readRules } from "@/lib/evidence/read-rules";
import { query } from "@/lib/server/tenant-access";
import { arrangeRound } from "./arrange-round";
import { type Asked, readNeeds, readRatings, readReports, readSkips } from "./read-candidates";
import type { Round } from "./round";
import { mondayOf } from "./week";

/** What to observe today and how much of the week's budget is used; null for somebody without a record as a person. */
export const readRound = query("observation.record", async (tx, _: null, viewer): Promise<Round | null> => {
  const { orgId, userId, personId } = viewer;
  if (!userId || !personId) return null;
  return roundOf(tx, { orgId, userId, personId });
});

type Who = { orgId: string; userId: string; personId: string };

/** As `readRound`, for a job that asks for a manager. */
export async function roundOf(tx: Tx, { orgId, userId, personId }: Who): Promise<Round> {
  const day = dayOf(new Date());
  const reports = await readReports(tx, orgId, personId, day);
  const people = reports.map((report) => report.personId);
  const asked: Asked = { people, raterId: personId, userId, monday: mondayOf(day), day };
  const { rules } = await readRules(tx, orgId);
  const needs = await readNeeds(tx, orgId, people, day);
  const ratings = await readRatings(tx, orgId, asked);
  const skips = await readSkips(tx, orgId, asked);
  const elsewhere = await countElsewhere(tx, orgId, asked);
  return arrangeRound({ reports, needs, ratings, skips, rules }, userId, day, elsewhere);
}

/** Ratings this manager entered since Monday about people who do not report to them directly. */
async function countElsewhere(tx: Tx, orgId: string, { people, userId, monday }: Asked): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(distinct (person_id, behaviour_id, observed_at))::int as n from observations
    where org_id = ${orgId} and observed_at >= ${monday}::timestamp - interval '15 days' and entered_by = ${userId}
      and source = 'manager' and entered_at >= ${monday}::timestamp at time zone 'UTC'
      and person_id <> all(${sql.param([...people])}::uuid[])`);
  return rows[0]?.n ?? 0;
}
