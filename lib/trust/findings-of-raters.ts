import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import type { Preparation } from "@/lib/prepared/preparation";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { createUnits } from "./agreement-sql";
import { findRaters } from "./find-raters";
import { createRatings, hasManyRatings, readTrustSpan } from "./ratings-sql";
import type { RaterFigure } from "./trust";

type Given = { people: number; ratings: number };
type Found = {
  window: { start: string; end: string };
  minimum: number;
  /** By rater: only what can be told of them. */
  told: Record<string, RaterFigure[]>;
  /** Of every rater the different people they rated and how often. */
  given: Record<string, Given>;
};

/** How every rater rates beside others, over so many months. Null before anybody was rated. Nobody is given more of it than what is their own. */
export const findingsOfRaters: Preparation<{ months: number }, Found | null> = {
  name: "findings-of-raters/2",
  isLarge: hasManyRatings,
  compute: async (tx, orgId, { months }) => {
    const window = await readTrustSpan(tx, orgId, months);
    if (!window) return null;
    const minimum = minimumPeople((await readFreshness(tx, orgId)).minimum);
    await createRatings(tx, orgId, { kind: "everybody" }, window);
    await createUnits(tx, orgId);
    const told: Found["told"] = {};
    for (const { rater, ...figure } of (await findRaters(tx, minimum)).findings) {
      if (figure.status !== "cannot-tell") told[rater] = [...(told[rater] ?? []), figure];
    }
    return { window, minimum, told, given: await readGiven(tx) };
  },
};

async function readGiven(tx: Tx): Promise<Found["given"]> {
  const { rows } = await tx.execute<Given & { rater: string }>(sql`
    select rater_id::text as rater, count(distinct person_id)::int as people, count(*)::int as ratings
    from trust_ratings where rater_id is not null group by 1`);
  return Object.fromEntries(rows.map(({ rater, ...given }) => [rater, given]));
}
