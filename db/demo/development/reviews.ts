import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { artefactReviews } from "@/db/schema/development";
import { behaviours } from "@/db/schema/taxonomy";
import { addDays } from "@/lib/days";
import { writeRatings } from "@/lib/observe/write-ratings";
import { demoReviews } from "./review-texts";

type Part = { personId: string; userId: string };
type Parts = { employee: Part; colleague: Part; last: string };

/**
 * Work handed to peers, with the answers of the time; what an answer says of a behaviour is an observation, written by the code of the
 * app. All of it before the data end: an observation afterwards would open a month nothing else speaks of.
 */
export async function addReviews(tx: Tx, orgId: string, { last, ...parts }: Parts): Promise<number> {
  const idOf = await readBehaviours(tx, orgId);
  let count = 0;
  for (const { author, reviewer, title, shows, rounds } of demoReviews) {
    const [from, to] = [parts[author], parts[reviewer]];
    const id = randomUUID();
    const behaviourIds = shows.map(idOf);
    for (const [index, { link, note, handedIn, answer }] of rounds.entries()) {
      const answeredAt = answer && at(addDays(last, -answer.daysAgo), 15);
      const round = index + 1;
      const about = {
        orgId,
        personId: from.personId,
        id,
        round,
        title,
        link,
        note,
        behaviourIds,
        reviewerId: to.personId,
      };
      const said = { status: answer?.status ?? "waiting", answer: answer?.words ?? null, answeredAt } as const;
      await tx.insert(artefactReviews).values({ ...about, ...said, handedInAt: at(addDays(last, -handedIn), 11) });
      count++;
      if (!answer || !answeredAt || answer.levels.length === 0) continue;
      const ratings = answer.levels.map((level, place) => ({
        personId: from.personId,
        raterId: to.personId,
        observedAt: answeredAt,
        source: "peer" as const,
        artefact: `/reviews/${from.personId}/${id}`,
        behaviourId: behaviourIds[place] ?? "",
        level,
        observationId: `review ${id} ${round} ${behaviourIds[place]}`,
        ...{ independent: null, accurate: null, consistent: null, note: null },
      }));
      const viewer = { orgId, userId: to.userId, personId: to.personId, roles: ["employee" as const], units: [] };
      await writeRatings(tx, viewer, ratings, [answer.status, ratings]);
    }
  }
  return count;
}

async function readBehaviours(tx: Tx, orgId: string): Promise<(statement: string) => string> {
  const wanted = [...new Set(demoReviews.flatMap(({ shows }) => shows))];
  const rows = await tx
    .select({ id: behaviours.id, statement: behaviours.statement })
    .from(behaviours)
    .where(and(eq(behaviours.orgId, orgId), inArray(behaviours.statement, wanted)));
  const ids = new Map(rows.map(({ id, statement }) => [statement, id]));
  return (statement) => {
    const id = ids.get(statement);
    if (!id) throw new Error(`The demo's taxonomy lacks “${statement}”`);
    return id;
  };
}

const at = (day: string, hour: number) => new Date(Date.parse(day) + hour * 3_600_000);
