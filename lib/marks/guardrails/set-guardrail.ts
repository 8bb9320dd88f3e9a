import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { guardrails } from "@/db/schema/scorecard-marks";
import { DomainError } from "@/lib/errors";
import { findMetric } from "@/lib/metrics/find-metric";
import type { Metric } from "@/lib/metrics/metric";
import { metricKey } from "@/lib/metrics/metric-key";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import {
  type GuardrailSide,
  type RemoveGuardrail,
  removeGuardrailInput,
  type SetGuardrail,
  setGuardrailInput,
} from "./input";
import { guardrailSubject } from "./read-meanwhile";

const ofSide = (orgId: string, { metric, side }: GuardrailSide) =>
  and(eq(guardrails.orgId, orgId), eq(guardrails.metric, metric), eq(guardrails.side, side));

/**
 * Sets the bound of a figure on one side, in the figure's stored unit (shares 0 to 1), or moves it. Throws `not-found` on an unknown metric,
 * `invalid-input` on a share outside 0 to 1 and on a bound that with the one of the other side leaves no room between them, `conflict` where the
 * guardrail does not stand as `basedOn` says any more.
 */
export const setGuardrail = command(
  "guardrail.set",
  async (tx, raw: SetGuardrail, { orgId, userId }, trace): Promise<void> => {
    const input = parseOrThrow(setGuardrailInput, raw);
    const { side, bound, because } = input;
    const key = metricKey(input.metric);
    const own = { metric: key, side };
    const metric = await findMetric(tx, orgId, key);
    if (!metric) throw new DomainError("not-found", "There is no such figure");
    requireFit(metric, bound);
    await requireRoom(tx, orgId, { ...own, bound });
    const before = await requireAsRead(tx, orgId, { ...own, basedOn: input.basedOn });
    const set = { bound, because, setBy: userId };
    const { rowCount } = before
      ? await tx.update(guardrails).set(set).where(ofSide(orgId, own))
      : await tx
          .insert(guardrails)
          .values({ ...own, ...set, orgId })
          .onConflictDoNothing();
    if (!rowCount) throw changedMeanwhile();
    trace.subject = guardrailSubject(own);
    trace.detail = { ...own, from: before?.bound ?? null, to: bound };
  },
);

/** Takes a guardrail away. Throws `conflict` where it does not stand as `basedOn` says any more. */
export const removeGuardrail = command(
  "guardrail.set",
  async (tx, raw: RemoveGuardrail, { orgId }, trace): Promise<void> => {
    const { metric, side, basedOn } = parseOrThrow(removeGuardrailInput, raw);
    const own = { metric: metricKey(metric), side };
    await requireAsRead(tx, orgId, { ...own, basedOn });
    await tx.delete(guardrails).where(ofSide(orgId, own));
    trace.subject = guardrailSubject(own);
    trace.detail = { ...own, from: basedOn.bound, to: null };
  },
);

const changedMeanwhile = () =>
  new DomainError("conflict", "Somebody else has changed this guardrail meanwhile. Nothing of yours was saved");

async function requireAsRead(
  tx: Tx,
  orgId: string,
  { basedOn, ...own }: Pick<SetGuardrail, "metric" | "side" | "basedOn">,
) {
  const [before] = await tx.select().from(guardrails).where(ofSide(orgId, own)).for("update");
  if (before?.bound !== basedOn?.bound || before?.because !== basedOn?.because) throw changedMeanwhile();
  return before;
}

function requireFit({ unit }: Metric, bound: number): void {
  if (unit !== "share" || (bound >= 0 && bound <= 1)) return;
  throw new DomainError("invalid-input", "A share lies between 0 and 100%", { bound: ["Between 0 and 100%"] });
}

/** Where the two bounds of a figure leave no room between them, one of them would always be crossed. */
async function requireRoom(
  tx: Tx,
  orgId: string,
  { metric, side, bound }: Pick<SetGuardrail, "metric" | "side" | "bound">,
): Promise<void> {
  const across = side === "above" ? "below" : "above";
  const [other] = await tx
    .select()
    .from(guardrails)
    .where(ofSide(orgId, { metric, side: across }));
  if (!other || (side === "above" ? other.bound < bound : bound < other.bound)) return;
  const why = "With the bound on the other side this leaves no room: one of the two would always be crossed";
  throw new DomainError("invalid-input", why, { bound: [why] });
}
