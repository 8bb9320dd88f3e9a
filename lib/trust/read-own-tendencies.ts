import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readPrepared } from "@/lib/prepared/read-prepared";
import { isTold, type Told } from "@/lib/prepared/told";
import { query } from "@/lib/server/tenant-access";
import { findingsOfRaters } from "./findings-of-raters";
import { leastFor } from "./judge-raters";
import type { OwnTendencies } from "./own-tendencies";

/** `own` is null where the viewer rated nobody, and where there is no answer yet (`told`). */
export type ToldTendencies = { own: OwnTendencies | null; told: Told };

/**
 * How the viewer rates, over the last twelve months and beside others who rated the same people. For themselves alone: of the findings about
 * everybody only their own leave this function. Null where they are tied to nobody, or rated nobody in that time. Needs `team.read`.
 */
export const readOwnTendencies = query("team.read", async (tx, _: null, viewer): Promise<ToldTendencies | null> => {
  const { orgId, personId, userId } = viewer;
  if (!personId) return null;
  const { told, answer } = await readPrepared(tx, orgId, findingsOfRaters, { months: 12 });
  if (!answer) return isTold(told) ? null : { own: null, told };
  const { window, minimum } = answer;
  const given = answer.given[personId];
  if (!given) return null;
  const calibrations = await readCalibrationsFor(tx, orgId, userId);
  return {
    own: { window, ...given, calibrations, least: leastFor(minimum), figures: answer.told[personId] ?? [] },
    told,
  };
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
