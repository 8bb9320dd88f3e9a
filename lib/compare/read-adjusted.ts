import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { momentsOf } from "@/lib/stats/moments";
import { doublyRobustDid, doublyRobustLevel } from "@/lib/stats/panel/doubly-robust-did";
import { welch } from "@/lib/stats/welch";
import { type AlikeRow, adjustmentOf, sampled } from "./adjust-for";
import type { Adjusted } from "./comparison";
import type { GroupName } from "./input";

/**
 * The first group against the second among people alike in tenure, role and (of a level) their value before: doubly robust, from
 * `compared_rows`. The people who lack one of them are left out, of the raw comparison beside it too. Null where fewer than `least` of a
 * group are left.
 */
export async function readAdjusted(
  tx: Tx,
  [one, other]: readonly [number, number],
  names: [GroupName, GroupName],
  isChange: boolean,
  least: number,
): Promise<Adjusted | null> {
  const { rows } = await tx.execute<AlikeRow & { everybody: number }>(sql`
    select (g = ${one}::int)::int as treated, y, tenure::float8 as tenure, baseline, role_id::text as role,
      (select count(*) from compared_rows where g in (${one}::int, ${other}::int))::int as everybody
    from (
      select *, row_number() over (partition by g order by md5(person_id::text)) as place from compared_rows
      where g in (${one}::int, ${other}::int)
    ) shuffled where place <= ${sampled / 2}::int`);
  const everybody = rows[0]?.everybody ?? 0;
  const words = { baseline: "the figure before", role: "role" };
  const found = adjustmentOf(rows, { withBaseline: !isChange, words });
  if (!found) return null;
  const { whole, covariates, adjustedFor } = found;
  const left = (flag: number) => whole.filter(({ treated }) => treated === flag).length;
  if (Math.min(left(0), left(1)) < least) return null;
  const arm = (flag: number) => momentsOf(whole.flatMap((row) => (row.treated === flag ? [row.y] : [])));
  const compared = { treated: whole.map(({ treated }) => treated), outcome: whole.map(({ y }) => y), covariates };
  return {
    names,
    adjustedFor,
    raw: welch({ treated: arm(1), control: arm(0) }),
    adjusted: isChange ? doublyRobustDid(compared) : doublyRobustLevel(compared),
    methodName: isChange ? "Difference-in-differences, doubly robust" : "Doubly robust, on those of the first group",
    left: rows.length - whole.length,
    sample: everybody > rows.length ? rows.length : null,
  };
}
