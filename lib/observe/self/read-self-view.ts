import "server-only";
import { sql } from "drizzle-orm";
import { dayOf } from "@/lib/days";
import { readNeedsSeenBy } from "@/lib/observe/read-candidates";
import { query } from "@/lib/server/tenant-access";

export type SelfLine = {
  behaviourId: string;
  statement: string;
  skill: string;
  anchors: (string | null)[];
  own: { level: number; on: string } | null;
  /** What managers, peers and systems saw; null where nobody did. */
  others: { level: number; ratings: number; on: string } | null;
};

type Seen = { behaviourId: string; isOwn: boolean; mean: number; last: number; ratings: number; on: string };

/** What the viewer's role asks for, what they say of themselves and, apart from it, what others saw. Null without a record as a person. */
export const readSelfView = query(
  "review.hand-in",
  async (tx, _: null, { orgId, personId }): Promise<SelfLine[] | null> => {
    if (!personId) return null;
    const needs = await readNeedsSeenBy(tx, orgId, [personId], dayOf(new Date()), null);
    const { rows } = await tx.execute<Seen>(sql`
      select behaviour_id as "behaviourId", source = 'self' as "isOwn", avg(level) as mean, count(*)::int as ratings,
        (array_agg(level order by observed_at desc, observation_id))[1] as last,
        (max(observed_at) at time zone 'UTC')::date::text as on
      from observations where org_id = ${orgId} and person_id = ${personId} and struck_at is null group by 1, 2`);
    const find = (behaviourId: string, isOwn: boolean) =>
      rows.find((row) => row.behaviourId === behaviourId && row.isOwn === isOwn);
    return needs
      .map(({ behaviourId, statement, skill, anchors }) => {
        const [own, others] = [find(behaviourId, true), find(behaviourId, false)];
        return {
          behaviourId,
          statement,
          skill,
          anchors: anchors ?? [],
          own: own ? { level: own.last, on: own.on } : null,
          others: others ? { level: others.mean, ratings: others.ratings, on: others.on } : null,
        };
      })
      .sort((a, b) => a.skill.localeCompare(b.skill) || a.statement.localeCompare(b.statement));
  },
);
