import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { readRules } from "@/lib/evidence/read-rules";
import { query } from "@/lib/server/tenant-access";
import { readContests } from "./contests/contest-rows";
import type { Contest } from "./contests/contest-shape";
import { type OwnNudge, readOwnNudges } from "./nudges/read-own-nudges";
import { type GoodLook, readGoodLooks } from "./person/read-good-looks";
import { type LevelMonth, readLevelSeries } from "./person/read-level-series";
import { readStandings } from "./person/read-standings";
import { readTimeline } from "./person/read-timeline";
import type { SkillStanding } from "./person/skill-standing";
import type { Timeline } from "./person/timeline";
import { readSupport, type Support } from "./support-log/read-support";

export type OwnDevelopment = {
  role: string | null;
  /** Who answers contests first; null where no manager is on record, or they left. */
  coach: string | null;
  /** The coach's own manager, who may answer as well. */
  above: string | null;
  answerDays: number;
  standings: SkillStanding[];
  looks: GoodLook[];
  series: LevelMonth[];
  timeline: Timeline;
  contests: Contest[];
  nudges: OwnNudge[];
  support: Support[];
};

/** What counts can be contested, so there are more than a page shows at once. */
const shownObservations = 300;

/** The viewer's own skills and what speaks of them. Null for somebody without an employee record. Marks nudges as seen. */
export const readOwnDevelopment = query("self.read", async (tx, _: null, viewer): Promise<OwnDevelopment | null> => {
  const { orgId, personId } = viewer;
  if (!personId) return null;
  const known = await tx.$count(people, and(eq(people.orgId, orgId), eq(people.id, personId)));
  if (known === 0) return null;
  const place = await readPlace(tx, orgId, personId);
  const { rules } = await readRules(tx, orgId);
  const own = await readContests(tx, orgId, sql`c.person_id = ${personId}`);
  return {
    ...place,
    answerDays: rules.answerDays,
    standings: (await readStandings(tx, orgId, [personId])).get(personId) ?? [],
    looks: await readGoodLooks(tx, orgId, personId),
    series: await readLevelSeries(tx, orgId, personId),
    timeline: await readTimeline(tx, orgId, personId, shownObservations),
    contests: own.map(({ personId: _person, raterId: _rater, ...contest }) => contest),
    nudges: await readOwnNudges(tx, orgId, personId),
    support: await readSupport(tx, orgId, sql`m.person_id = ${personId}`),
  };
});

async function readPlace(tx: Tx, orgId: string, personId: string) {
  const { rows } = await tx.execute<Pick<OwnDevelopment, "role" | "coach" | "above">>(sql`
    with now as (
      select person_id, manager_id, role_id from employments
      where org_id = ${orgId} and starts_on <= current_date and (ends_on is null or ends_on > current_date)
    )
    select r.name as role, coalesce(c.name, c.employee_id) as coach, coalesce(a.name, a.employee_id) as above
    from now
    left join roles r on r.org_id = ${orgId} and r.id = now.role_id
    left join people c on c.org_id = ${orgId} and c.id = now.manager_id
    left join now up on up.person_id = now.manager_id
    left join people a on a.org_id = ${orgId} and a.id = up.manager_id
    where now.person_id = ${personId}`);
  return rows[0] ?? { role: null, coach: null, above: null };
}
