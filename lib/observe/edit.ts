import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { observations } from "@/db/schema/work";
import { pendObserved } from "@/lib/intake/jobs/pend-observed";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import type { editInput } from "./input";
import { noSuchObservation, requireMendable } from "./require-mendable";

const fields = ["level", "independent", "accurate", "consistent", "note", "artefact"] as const;

/**
 * Changes an observation within the hours in which whoever entered it may. The audit log says which fields were changed, not what they
 * said: evidence stays with the person and their coach. What the phone sent stays known under its id, so that a repeat is one.
 * @throws DomainError `not-found`, `conflict` (see `requireMendable`)
 */
export const editObservation = query(
  "observation.record",
  async (tx, input: z.output<typeof editInput>, viewer): Promise<void> => {
    const { personId, observationId, ...said } = input;
    const { orgId } = viewer;
    const thisOne = and(
      eq(observations.orgId, orgId),
      eq(observations.personId, personId),
      eq(observations.observationId, observationId),
    );
    const [row] = await tx.select().from(observations).where(thisOne).for("update");
    if (!row) throw noSuchObservation();
    await requireMendable(tx, viewer, row);
    const changed = fields.filter((field) => row[field] !== said[field]);
    if (changed.length === 0) return;
    await tx.update(observations).set(said).where(thisOne);
    await pendObserved(tx, orgId, [row]);
    const detail = { step: "edit", observation: observationId, behaviour: row.behaviourId, changed };
    await leaveTrace(tx, viewer, "observation.record", { subject: personId, detail });
  },
);
