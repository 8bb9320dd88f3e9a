import { isSmallGroup, minimumPeople, withheldGroups } from "@/lib/access/privacy";
import { wilsonInterval } from "@/lib/stats/newcombe";
import type { TransferCount, TransferFacts, Transferred } from "./transfer";

type Counted = Pick<TransferCount, "passed" | "seen" | "applied">;

const sumOf = (counts: readonly Counted[]): Counted => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  seen: counts.reduce((sum, { seen }) => sum + seen, 0),
  applied: counts.reduce((sum, { applied }) => sum + applied, 0),
});

export const transferKey = ({ roleId, siteId }: { roleId: string; siteId: string }): string => `${roleId} ${siteId}`;

/**
 * What may be told of a course everywhere: not of fewer than the minimum, nor of people who differ by fewer than that from another group of the
 * skill (of another course, of those prepared for it or certified), because one could be taken from the other; of two such courses the smaller is withheld.
 */
export function tellWhole(facts: TransferFacts, courseId: string, minimum: number): Transferred {
  return told(closeCounts(ofItsSkill(facts, courseId), courseId, null, minimum), minimum);
}

/** The same by role and site, by `transferKey`: also not where the total less the others would tell a place. All withheld where the course is. */
export function tellPlaces(facts: TransferFacts, courseId: string, minimum: number): Map<string, Transferred> {
  const near = ofItsSkill(facts, courseId);
  const own = near.counts.filter(({ groupId }) => groupId === courseId);
  const isWhole = tellWhole(facts, courseId, minimum).kind !== "withheld";
  const refused = own.filter((count) => closeCounts(near, courseId, transferKey(count), minimum) === null);
  const hidden = withheldGroups(
    own.map((count) => ({ id: transferKey(count), people: count.passed })),
    minimum,
    new Set(refused.map(transferKey)),
  );
  const unseen = withheldGroups(
    own.map((count) => ({ id: transferKey(count), people: count.seen })),
    minimum,
    hidden,
  );
  return new Map(
    own.map((count) => {
      const key = transferKey(count);
      if (!isWhole || hidden.has(key)) return [key, { kind: "withheld" }];
      return [key, unseen.has(key) ? { kind: "few", passed: count.passed } : told(count, minimum)];
    }),
  );
}

function told(counted: Counted | null, minimum: number): Transferred {
  if (!counted || counted.passed === 0) return { kind: "withheld" };
  const { passed, seen, applied } = counted;
  if (isSmallGroup(passed, minimum)) return { kind: "withheld" };
  if (isSmallGroup(seen, minimum)) return { kind: "few", passed };
  return { kind: "told", passed, seen, applied, interval: wilsonInterval({ n: passed, events: applied }) };
}

type OfSkill = Pick<TransferFacts, "counts" | "shared">;

/** Groups of the skill of a course: the others are never compared with it, and with thousands of places they are most. */
function ofItsSkill({ courses, counts, shared }: TransferFacts, courseId: string): OfSkill {
  const skillId = courses.find(({ id }) => id === courseId)?.skillId;
  return {
    counts: counts.filter((count) => count.skillId === skillId),
    shared: shared.filter((one) => one.skillId === skillId),
  };
}

/** The counts of a course at a place (all where null); null where another group is too close to it. */
function closeCounts(
  { counts, shared }: OfSkill,
  courseId: string,
  place: string | null,
  minimum: number,
): Counted | null {
  // Who is prepared is told of the whole only (`readDataMap`), who is certified by role and site as well (`readMap`).
  const here = counts.filter((count) =>
    place === null ? true : transferKey(count) === place && count.kind !== "prepared",
  );
  const own = here.filter(({ groupId }) => groupId === courseId);
  if (own.length === 0) return null;
  const mine = sumOf(own);
  for (const other of new Set(here.map(({ groupId }) => groupId))) {
    if (other === courseId) continue;
    const theirs = here.filter(({ groupId }) => groupId === other);
    const both = shared
      .filter((one) => (place === null || transferKey(one) === place) && isPair(one, courseId, other))
      .reduce((sum, { people }) => sum + people, 0);
    const size = sumOf(theirs).passed;
    const apart = mine.passed + size - 2 * both;
    const isSmaller = mine.passed < size || (mine.passed === size && courseId < other);
    const yields = theirs[0]?.kind !== "course" || isSmaller;
    if (apart > 0 && apart < minimumPeople(minimum) && yields) return null;
  }
  return mine;
}

const isPair = ({ one, other }: { one: string; other: string }, a: string, b: string) =>
  (one === a && other === b) || (one === b && other === a);
