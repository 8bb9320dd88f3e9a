import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceFiles } from "@/db/schema/development";
import { behaviours } from "@/db/schema/taxonomy";
import { observations } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import { type Photo, photoDigest } from "./files/photo";
import { type ObservationInput, oldestDays } from "./input";
import { inLineOn } from "./line-on";
import { ofMember } from "./member-id";
import { requireWriter } from "./require-writer";
import { type Rating, writeRatings } from "./write-ratings";

const raterLock = 7_307;

export type Recorded = { outcome: "written" | "repeat" | "undone"; given: number };

/**
 * Records what a manager saw of one person, or of everybody a team behaviour was seen of, who reported to them on that day.
 * @throws DomainError `forbidden` for another user's queue or without a record as a person, `not-found` for somebody outside the line,
 * `invalid-input` for a day ahead or long ago and for what managers cannot see, `conflict` for the same id with other content, a retired
 * behaviour, and a second rating of the day
 */
export const recordObservation = query(
  "observation.record",
  async (tx, input: ObservationInput & { photo: Photo | null }, viewer): Promise<Recorded> => {
    const raterId = requireWriter(viewer, input.writtenBy);
    requireRecent(input.observedAt);
    const inLine = await inLineOn(tx, viewer.orgId, {
      managerId: raterId,
      people: input.people,
      day: dayOf(input.observedAt),
    });
    // Of a team, who had left by that day is left out; what was seen of the others stays true.
    const people = [...new Set(input.people)].filter((id) => inLine.has(id)).sort();
    if (people.length === 0) throw new DomainError("not-found", "Nobody of your reporting line on that day");

    const { photo, id, behaviourId, observedAt } = input;
    const { level, independent, accurate, consistent, note, artefact } = input;
    const said = { level, independent, accurate, consistent, note, artefact };
    const content = [input.people, behaviourId, observedAt, said, photo && photoDigest(photo)];
    const ratings = people.map(
      (personId): Rating => ({
        ...said,
        personId,
        behaviourId,
        observedAt,
        raterId,
        source: "manager",
        observationId: ofMember(id, personId, input.people.length),
      }),
    );
    const outcome = await writeRatings(tx, viewer, ratings, content);
    if (outcome !== "written") return { outcome, given: people.length };

    await requireSeeable(tx, viewer.orgId, input);
    await refuseSecond(tx, viewer, ratings);
    if (photo) await keepPhotos(tx, viewer, ratings, photo);
    const detail = { step: "record", observation: id, behaviour: behaviourId, file: photo !== null };
    await leaveTraces(tx, viewer, "observation.record", people, detail);
    return { outcome, given: people.length };
  },
);

function requireRecent(observedAt: Date): void {
  const age = Date.now() - observedAt.getTime();
  // A phone's clock may be a few minutes ahead.
  if (age < -5 * 60_000)
    throw new DomainError("invalid-input", "The day lies ahead", { observedAt: ["Choose a past day"] });
  if (age > oldestDays * 86_400_000) {
    const message = `It was seen more than ${oldestDays} days ago: too long to remember it well`;
    throw new DomainError("invalid-input", message, { observedAt: [`Choose one of the last ${oldestDays} days`] });
  }
}

async function requireSeeable(tx: Tx, orgId: string, { behaviourId, people }: ObservationInput): Promise<void> {
  const [behaviour] = await tx
    .select({ seenBy: behaviours.seenBy, ofTeam: behaviours.ofTeam, retiredAt: behaviours.retiredAt })
    .from(behaviours)
    .where(and(eq(behaviours.orgId, orgId), eq(behaviours.id, behaviourId)));
  if (!behaviour) throw new DomainError("not-found", "This behaviour no longer exists");
  if (behaviour.retiredAt) throw new DomainError("conflict", "This behaviour was retired. Observe one that is in use");
  if (!behaviour.seenBy.includes("manager"))
    throw new DomainError("invalid-input", "Managers cannot see this behaviour");
  if (people.length > 1 && !behaviour.ofTeam) {
    throw new DomainError("invalid-input", "This is seen of one person at a time");
  }
}

/** Two tabs, or two taps that made two ids: one rating of a behaviour per person, rater and day. */
async function refuseSecond(tx: Tx, { orgId }: Viewer, ratings: readonly Rating[]): Promise<void> {
  const [first] = ratings;
  if (!first) return;
  // A second tab of the same rater waits here, and then finds the first one's row.
  await tx.execute(sql`select pg_advisory_xact_lock(${raterLock}, hashtext(${first.raterId}))`);
  const others = await tx
    .select({ id: observations.observationId, observedAt: observations.observedAt, level: observations.level })
    .from(observations)
    .where(
      and(
        eq(observations.orgId, orgId),
        inArray(
          observations.personId,
          ratings.map((rating) => rating.personId),
        ),
        eq(observations.behaviourId, first.behaviourId),
        eq(observations.source, "manager"),
        sql`${observations.raterId} = ${first.raterId}`,
        isNull(observations.struckAt),
      ),
    );
  const own = new Set(ratings.map((rating) => rating.observationId));
  const same = others.find((one) => !own.has(one.id) && dayOf(one.observedAt) === dayOf(first.observedAt));
  if (!same) return;
  throw new DomainError(
    "conflict",
    `You rated this on that day already, with level ${same.level}. Change that one instead`,
  );
}

async function keepPhotos(tx: Tx, { orgId, userId }: Viewer, ratings: readonly Rating[], photo: Photo): Promise<void> {
  if (!userId) throw new DomainError("forbidden", "Only somebody signed in can add a file");
  await tx
    .insert(evidenceFiles)
    .values(
      ratings.map(({ personId, observationId }) => ({ orgId, personId, observationId, addedBy: userId, ...photo })),
    );
}
