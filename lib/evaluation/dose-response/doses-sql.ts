import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** One place per treated person with the values, in the order of the panel. */
export type Doses = {
  outcome: number[];
  uses: number[];
  minutes: number[];
  /** Of all uses, the share that says how long it took. */
  timed: number;
};

/**
 * How often and how long each of the treated used the activities of the chain, from their exposure to the end of the follow-up, beside their
 * change: `evaluation_learning` beside the `evaluation_panel` of the KPI. Null where nobody is left.
 */
export async function readDoses(tx: Tx): Promise<Doses | null> {
  const { rows } = await tx.execute<{ [Key in keyof Doses]: Doses[Key] | null }>(sql`
    select array_agg(p.post - p.pre order by p.n) as outcome, array_agg(coalesce(u.used, 0)::float8 order by p.n) as uses,
      array_agg(coalesce(u.seconds, 0)::float8 / 60 order by p.n) as minutes, sum(u.timed)::float8 / nullif(sum(u.used), 0)::float8 as timed
    from evaluation_panel p left join (
      select n, count(*) as used, count(seconds) as timed, sum(seconds) as seconds from evaluation_learning group by n
    ) u on u.n = p.n
    where p.arm = 'treated' and p.post - p.pre is not null`);
  const { outcome: values, uses, minutes, timed } = rows[0] ?? {};
  return values && uses && minutes ? { outcome: values, uses, minutes, timed: timed ?? 0 } : null;
}
