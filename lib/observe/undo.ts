import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { contests, evidenceFiles } from "@/db/schema/development";
import { eventIds, observations } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/days";
import { eventKinds } from "@/lib/intake/facts/event-kinds";
import { pendObserved } from "@/lib/intake/jobs/pend-observed";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import type { undoInput, undoOwnInput } from "./input";
import { inLineOn } from "./line-on";
import { ofMember } from "./member-id";
import { requireMendable } from "./require-mendable";
import { requireOwnRecord, requireWriter } from "./require-writer";
import { undone } from "./write-ratings";

/**
 * Takes back what a phone sent under an id, within the hours in which it may be mended. One that has not arrived yet is taken back, too:
 * should it arrive later, nothing comes of it.
 */
export const undoObservation = query(
  "observation.record",
  async (tx, input: z.output<typeof undoInput>, viewer): Promise<void> => {
    const managerId = requireWriter(viewer, input.writtenBy);
    const day = dayOf(new Date());
    const inLine = await inLineOn(tx, viewer.orgId, { managerId, people: input.people, day });
    const ids = new Map(input.people.map((person) => [ofMember(input.id, person, input.people.length), person]));
    const found = await takeBack(tx, viewer, [...ids.keys()], [...ids.values()]);
    const early = [...ids].filter(([id, person]) => !found.has(id) && inLine.has(person));
    if (early.length === 0) return;
    await tx
      .insert(eventIds)
      .values(
        early.map(([eventId, personId]) => ({
          orgId: viewer.orgId,
          kind: eventKinds.observations.kind,
          eventId,
          personId,
          occurredAt: new Date(),
          digest: undone,
        })),
      )
      .onConflictDoNothing();
  },
);

/** As `undoObservation`, for one rating in the list of what was entered lately. */
export const undoOwn = query(
  "observation.record",
  async (tx, { personId, observationId }: z.output<typeof undoOwnInput>, viewer): Promise<void> => {
    requireOwnRecord(viewer);
    await takeBack(tx, viewer, [observationId], [personId]);
  },
);

/** @returns the ids that were there */
async function takeBack(tx: Tx, viewer: Viewer, ids: string[], people: string[]): Promise<Set<string>> {
  const { orgId, userId } = viewer;
  if (!userId) return new Set();
  // What somebody else entered is as good as not there: whether it is, is not the viewer's to know.
  const these = and(
    eq(observations.orgId, orgId),
    inArray(observations.personId, people),
    inArray(observations.observationId, ids),
    eq(observations.enteredBy, userId),
    eq(observations.source, "manager"),
  );
  const rows = await tx.select().from(observations).where(these).for("update");
  for (const row of rows) await requireMendable(tx, viewer, row);
  if (rows.length === 0) return new Set();
  const own = rows.map((row) => row.observationId);
  await tx.delete(observations).where(these);
  await tx
    .delete(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.orgId, orgId),
        inArray(evidenceFiles.personId, people),
        inArray(evidenceFiles.observationId, own),
      ),
    );
  await tx
    .update(eventIds)
    .set({ digest: undone })
    .where(
      and(eq(eventIds.orgId, orgId), eq(eventIds.kind, eventKinds.observations.kind), inArray(eventIds.eventId, own)),
    );
  // Closed ones: while one is open nothing is taken back. An answer about nothing helps nobody; the log keeps that there was one.
  const closed = await tx
    .delete(contests)
    .where(and(eq(contests.orgId, orgId), inArray(contests.personId, people), inArray(contests.observationId, own)))
    .returning({ personId: contests.personId, on: contests.observationId, id: contests.id, status: contests.status });
  await pendObserved(tx, orgId, rows);
  for (const { personId, observationId, behaviourId } of rows) {
    const contested = closed.filter((one) => one.personId === personId && one.on === observationId);
    const detail = {
      step: "undo",
      observation: observationId,
      behaviour: behaviourId,
      ...(contested.length > 0 && { contests: contested.map(({ id, status }) => ({ contest: id, change: status })) }),
    };
    await leaveTraces(tx, viewer, "observation.record", [personId], detail);
  }
  return new Set(rows.map((row) => row.observationId));
}
