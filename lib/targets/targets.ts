import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { metricTargets } from "@/db/schema/targets";
import { DomainError } from "@/lib/errors";
import { findMetric } from "@/lib/metrics/find-metric";
import type { Metric } from "@/lib/metrics/metric";
import { metricKey } from "@/lib/metrics/metric-key";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { targetSubject } from "./read-meanwhile";
import { type SetTarget, setTargetInput } from "./target-input";

/**
 * Sets what the organisation wants a figure to be, in the figure's stored unit (shares 0 to 1), or takes it away. Throws
 * `not-found` on an unknown metric, `invalid-input` on a share outside 0 to 1 and on a figure of which neither more nor less is better,
 * `conflict` where the target does not stand as `basedOn` says any more.
 */
export const setTarget = command("target.set", async (tx, raw: SetTarget, { orgId }, trace): Promise<void> => {
  const { metric: id, target, basedOn } = parseOrThrow(setTargetInput, raw);
  const key = metricKey(id);
  const metric = await findMetric(tx, orgId, key);
  if (!metric) throw new DomainError("not-found", "There is no such figure");
  requireFit(metric, target);
  const same = and(eq(metricTargets.orgId, orgId), eq(metricTargets.metric, key));
  const [before] = await tx.select().from(metricTargets).where(same).for("update");
  if ((before?.target ?? null) !== basedOn) throw changedMeanwhile();
  if (target === null) await tx.delete(metricTargets).where(same);
  else if (before) await tx.update(metricTargets).set({ target }).where(same);
  else {
    const { rowCount } = await tx.insert(metricTargets).values({ orgId, metric: key, target }).onConflictDoNothing();
    if (!rowCount) throw changedMeanwhile();
  }
  trace.subject = targetSubject(key);
  trace.detail = { metric: key, from: basedOn, to: target };
});

const changedMeanwhile = () =>
  new DomainError("conflict", "Somebody else has changed this target meanwhile. Nothing of yours was saved");

/** The target of each metric that has one; of a KPI also under the id it has where its values come per team. */
export async function readTargets(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.select().from(metricTargets);
  return new Map(
    rows.flatMap(({ metric, target }) =>
      metric.startsWith("kpi:")
        ? [[metric, target] as const, [`team-${metric}`, target] as const]
        : [[metric, target] as const],
    ),
  );
}

function requireFit(metric: Metric, target: number | null): void {
  if (target === null) return;
  if (metric.direction === "none") {
    const why = "Neither more nor less of this is better, so it cannot have a target";
    throw new DomainError("invalid-input", why, { target: [why] });
  }
  if (metric.unit === "share" && (target < 0 || target > 1)) {
    throw new DomainError("invalid-input", "A share lies between 0 and 100%", { target: ["Between 0 and 100%"] });
  }
}
