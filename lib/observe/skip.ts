import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { observationSkips } from "@/db/schema/development";
import { behaviours } from "@/db/schema/taxonomy";
import type { Viewer } from "@/lib/access/viewer";
import { addDays, dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import { oldestDays, type SkipInput, type undoSkipInput } from "./input";
import { inLineOn } from "./line-on";
import { requireWriter } from "./require-writer";

/**
 * Notes that a manager could not see a behaviour on a day, so that it is not asked of them again for a while. The same again changes the
 * reason at most.
 * @throws DomainError `not-found` for nobody of the line or a behaviour that is gone, `invalid-input` for a day ahead or long ago
 */
export const skipObservation = query("observation.record", async (tx, input: SkipInput, viewer): Promise<void> => {
  const people = await peopleOf(tx, input, viewer);
  const today = dayOf(new Date());
  if (input.on > addDays(today, 1) || input.on < addDays(today, -oldestDays)) {
    throw new DomainError("invalid-input", "Choose a day of the last two weeks", { on: ["Choose a recent day"] });
  }
  const known = await tx.$count(
    behaviours,
    and(eq(behaviours.orgId, viewer.orgId), eq(behaviours.id, input.behaviourId)),
  );
  if (known === 0) throw new DomainError("not-found", "This behaviour no longer exists");
  const { behaviourId, on: skippedOn, why, writtenBy: skippedBy } = input;
  await tx
    .insert(observationSkips)
    .values(people.map((personId) => ({ orgId: viewer.orgId, personId, behaviourId, skippedBy, skippedOn, why })))
    .onConflictDoUpdate({
      target: [
        observationSkips.orgId,
        observationSkips.personId,
        observationSkips.behaviourId,
        observationSkips.skippedBy,
        observationSkips.skippedOn,
      ],
      set: { why },
    });
  await leaveTraces(tx, viewer, "observation.record", people, { step: "skip", behaviour: behaviourId });
});

/** Takes a skip back; one that is not there is taken back already. */
export const undoSkip = query(
  "observation.record",
  async (tx, input: z.output<typeof undoSkipInput>, viewer): Promise<void> => {
    const people = await peopleOf(tx, input, viewer);
    await tx
      .delete(observationSkips)
      .where(
        and(
          eq(observationSkips.orgId, viewer.orgId),
          inArray(observationSkips.personId, people),
          eq(observationSkips.behaviourId, input.behaviourId),
          eq(observationSkips.skippedBy, input.writtenBy),
          eq(observationSkips.skippedOn, input.on),
        ),
      );
    await leaveTraces(tx, viewer, "observation.record", people, { step: "undo skip", behaviour: input.behaviourId });
  },
);

async function peopleOf(tx: Tx, input: z.output<typeof undoSkipInput>, viewer: Viewer): Promise<string[]> {
  const managerId = requireWriter(viewer, input.writtenBy);
  const inLine = await inLineOn(tx, viewer.orgId, { managerId, people: input.people, day: input.on });
  const people = [...new Set(input.people)].filter((id) => inLine.has(id)).sort();
  if (people.length === 0) throw new DomainError("not-found", "Nobody of your reporting line on that day");
  return people;
}
