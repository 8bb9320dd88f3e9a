import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ClusterArm } from "@/lib/stats/linear/adjusted-cr2";
import type { Occasion } from "./estimator";
import { jointMomentsByArm, jointMomentsByCluster, type PairedMoments } from "./joint-moments-sql";
import type { Window } from "./plan";
import type { Windows } from "./windows";

type TakeUp = { clusters: ClusterArm[] | null; arms: Record<"treated" | "control", PairedMoments> };

/**
 * Follow-up value and take-up (1 where the person was exposed before the follow-up ended) of everybody with a value, as assigned. Null where
 * no exposure is recorded, and where everybody did as assigned: then the effect of being offered is the effect of taking it up.
 */
export async function readTakeUp({ tx, panel, windows }: Occasion): Promise<TakeUp | null> {
  if (await didAsAssigned(tx, windows)) return null;
  const took = sql`${tookUp(windows.followUp)}::int::float8`;
  const people = sql`
    select p.arm, p.cluster, p.post, ${took} as took
    from evaluation_panel p join evaluation_members m on m.n = p.n where p.post is not null order by p.n`;
  const rows =
    panel.unit === "team"
      ? sql`select arm, cluster, avg(post) as post, avg(took) as took from (${people}) p group by arm, cluster order by cluster collate "C", arm`
      : people;
  const arms = await jointMomentsByArm(tx, rows, ["post", "took"]);
  return { arms, clusters: panel.clustered ? await jointMomentsByCluster(tx, rows, ["post", "took"]) : null };
}

async function didAsAssigned(tx: Tx, { followUp }: Windows): Promise<boolean> {
  const { rows } = await tx.execute<{ came: number; missed: number; leaked: number }>(sql`
    select count(*) filter (where arm = 'treated' and took)::int as came, count(*) filter (where arm = 'treated' and not took)::int as missed,
      count(*) filter (where arm = 'control' and took)::int as leaked
    from (select arm, ${tookUp(followUp)} as took from evaluation_members m) each`);
  const { came = 0, missed = 0, leaked = 0 } = rows[0] ?? {};
  return came === 0 || (missed === 0 && leaked === 0);
}

const tookUp = (followUp: Window | null) =>
  sql`(m.exposed_on is not null and m.exposed_on <= coalesce(${followUp?.to ?? null}::date, 'infinity'))`;
