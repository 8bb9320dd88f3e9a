import "server-only";
import { and, eq } from "drizzle-orm";
import { metricTargets } from "@/db/schema/targets";
import { type Meanwhile, readLastHand } from "@/lib/marks/meanwhile";
import { metricKey } from "@/lib/metrics/metric-key";
import { query } from "@/lib/server/tenant-access";
import type { SetTarget } from "./target-input";

/** How the audit log names the target of a figure, by its `metricKey`. */
export const targetSubject = (key: string) => `target ${key}`;

/** A target as it stands, in the figure's stored unit, and who touched it last. */
export const readMeanwhile = query(
  "target.set",
  async (tx, { metric }: Pick<SetTarget, "metric">, { orgId }): Promise<Meanwhile<number>> => {
    const key = metricKey(metric);
    const [standing] = await tx
      .select({ target: metricTargets.target })
      .from(metricTargets)
      .where(and(eq(metricTargets.orgId, orgId), eq(metricTargets.metric, key)));
    return { now: standing?.target ?? null, by: await readLastHand(tx, orgId, targetSubject(key)) };
  },
);
