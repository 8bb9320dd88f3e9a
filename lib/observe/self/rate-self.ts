import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { observations } from "@/db/schema/work";
import { dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { pendObserved } from "@/lib/intake/jobs/pend-observed";
import { level } from "@/lib/observe/input";
import { readNeedsSeenBy } from "@/lib/observe/read-candidates";
import { requireOwnRecord } from "@/lib/observe/require-writer";
import { writeRatings } from "@/lib/observe/write-ratings";
import { leaveTrace, query } from "@/lib/server/tenant-access";

export const rateSelfInput = z.object({ behaviourId: z.uuid(), level });

/**
 * What somebody says of themselves: kept as of source `self`, which never counts as seen. Once a day per behaviour; again on the same
 * day changes it.
 * @throws DomainError `not-found` for what the own role does not ask for
 */
export const rateSelf = query(
  "review.hand-in",
  async (tx, input: z.output<typeof rateSelfInput>, viewer): Promise<void> => {
    const personId = requireOwnRecord(viewer);
    const { orgId } = viewer;
    const observedAt = new Date();
    const day = dayOf(observedAt);
    const needs = await readNeedsSeenBy(tx, orgId, [personId], day, null);
    if (!needs.some((need) => need.behaviourId === input.behaviourId)) {
      throw new DomainError("not-found", "Your role does not ask for this");
    }
    const observationId = `self ${personId} ${input.behaviourId} ${day}`;
    const [changed] = await tx
      .update(observations)
      .set({ level: input.level, enteredAt: observedAt })
      .where(
        and(
          eq(observations.orgId, orgId),
          eq(observations.personId, personId),
          eq(observations.observationId, observationId),
        ),
      )
      .returning();
    if (changed) await pendObserved(tx, orgId, [changed]);
    else {
      const said = { independent: null, accurate: null, consistent: null, note: null, artefact: null };
      const rating = {
        ...input,
        ...said,
        personId,
        observationId,
        observedAt,
        raterId: personId,
        source: "self" as const,
      };
      await writeRatings(tx, viewer, [rating], ["self", day]);
    }
    await leaveTrace(tx, viewer, "observation.self", { subject: personId, detail: { behaviour: input.behaviourId } });
  },
);
