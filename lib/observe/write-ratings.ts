import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { eventIds, observations } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { eventKinds } from "@/lib/intake/facts/event-kinds";
import { holdReferenced } from "@/lib/intake/facts/hold-referenced";
import { pendObserved } from "@/lib/intake/jobs/pend-observed";
import { readTaxonomyVersion } from "@/lib/skills/read-taxonomy-version";

export type Rating = Pick<
  typeof observations.$inferSelect,
  | "personId"
  | "observationId"
  | "observedAt"
  | "behaviourId"
  | "level"
  | "raterId"
  | "independent"
  | "accurate"
  | "consistent"
  | "note"
  | "artefact"
> & { source: "manager" | "peer" | "self" };

/** Stands in `event_ids` for an observation that was taken back: what sent it may send it again, and nothing comes of it. */
export const undone = "00000000-0000-0000-0000-000000000000";

/**
 * Writes ratings once: the ids decide, as they do for files. All of them are new, or all were written before with the same content.
 * Rollups follow by a job of the same transaction (see `pendObserved`).
 * @param content what the ids stand for; the same ids with other content are a conflict
 * @returns "repeat" where they were there already, "undone" where they were taken back meanwhile
 * @throws DomainError `conflict`, and `not-found` where a person or behaviour is gone or the behaviour retired
 */
export async function writeRatings(
  tx: Tx,
  viewer: Viewer,
  ratings: readonly Rating[],
  content: unknown,
): Promise<"written" | "repeat" | "undone"> {
  const { orgId } = viewer;
  const digest = digestOf(content);
  const added = await tx
    .insert(eventIds)
    .values(
      ratings.map((rating) => ({
        orgId,
        kind: eventKinds.observations.kind,
        eventId: rating.observationId,
        personId: rating.personId,
        occurredAt: rating.observedAt,
        digest,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: eventIds.eventId });
  if (added.length < ratings.length) {
    // Somebody joined the team since it was first sent: no id stands for a rating that was never written.
    await forget(
      tx,
      orgId,
      added.map(({ id }) => id),
    );
    return standing(tx, orgId, ratings, digest);
  }

  await holdSubjects(tx, orgId, ratings);
  const taxonomyVersion = await readTaxonomyVersion(tx, orgId);
  const entered = { orgId, taxonomyVersion, enteredBy: viewer.userId, enteredAt: new Date() };
  await tx.insert(observations).values(ratings.map((rating) => ({ ...rating, ...entered })));
  await pendObserved(tx, orgId, ratings);
  return "written";
}

async function forget(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = inArray(eventIds.eventId, [...ids]);
  await tx
    .delete(eventIds)
    .where(and(eq(eventIds.orgId, orgId), eq(eventIds.kind, eventKinds.observations.kind), these));
}

/** The md5 of what was said, in the shape of a uuid, as the intake has it. */
function digestOf(content: unknown): string {
  const hash = createHash("md5").update(JSON.stringify(content)).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join("-");
}

async function standing(tx: Tx, orgId: string, ratings: readonly Rating[], digest: string) {
  const { rows } = await tx.execute<{ digest: string }>(sql`
    select distinct digest::text from event_ids where org_id = ${orgId} and kind = ${eventKinds.observations.kind}
      and event_id = any(${sql.param(ratings.map((rating) => rating.observationId))}::text[])`);
  const digests = rows.map((row) => row.digest);
  if (digests.includes(undone)) return "undone";
  if (digests.length === 1 && digests[0] === digest) return "repeat";
  throw new DomainError("conflict", "Another observation was sent under the same id. Look at both and keep one");
}

async function holdSubjects(tx: Tx, orgId: string, ratings: readonly Rating[]): Promise<void> {
  const ids = (of: "personId" | "behaviourId") => [...new Set(ratings.map((rating) => rating[of]))];
  const lost = await holdReferenced(tx, orgId, [
    { table: "people", ids: sql`select unnest(${sql.param(ids("personId"))}::uuid[])` },
    { table: "behaviours", ids: sql`select unnest(${sql.param(ids("behaviourId"))}::uuid[])` },
  ]);
  if (lost.length > 0) throw new DomainError("not-found", "This person or behaviour no longer exists");
}
