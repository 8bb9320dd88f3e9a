import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { readRules } from "@/lib/evidence/read-rules";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import { readContests } from "./contests/contest-rows";
import type { Contest } from "./contests/contest-shape";
import { coachIdOf, type LinePerson, readLinePerson } from "./line";
import { readSentNudges, type SentNudge } from "./nudges/read-sent-nudges";
import { type GoodLook, readGoodLooks } from "./person/read-good-looks";
import { type LevelMonth, readLevelSeries } from "./person/read-level-series";
import { readStandings } from "./person/read-standings";
import { readTimeline } from "./person/read-timeline";
import type { SkillStanding } from "./person/skill-standing";
import type { Timeline } from "./person/timeline";
import { readSkillChoices } from "./read-skill-choices";
import { readSupport, type Support } from "./support-log/read-support";

export type Report = {
  person: LinePerson;
  standings: SkillStanding[];
  looks: GoodLook[];
  series: LevelMonth[];
  timeline: Timeline;
  contests: (Contest & { coachRated: boolean })[];
  nudges: SentNudge[];
  support: Support[];
  nudging: EvidenceRules["nudging"];
  skills: { id: string; name: string }[];
  /** The viewer, to tell what they logged themselves. */
  viewerId: string | null;
};

const shownObservations = 60;

/**
 * The evidence of one person of the viewer's line; the look leaves an audit row the person sees on their page. Null for everybody else,
 * whether or not they exist.
 */
export const readReport = query("team.read", async (tx, personId: string, viewer): Promise<Report | null> => {
  const coachId = coachIdOf(viewer);
  if (!coachId || !z.uuid().safeParse(personId).success) return null;
  const { orgId } = viewer;
  const person = await readLinePerson(tx, orgId, coachId, personId);
  if (!person) return null;
  await leaveTrace(tx, viewer, "person.read", { subject: personId, detail: { page: "team/person" } });
  const contests = await readContests(tx, orgId, sql`c.person_id = ${personId}`);
  return {
    person,
    standings: (await readStandings(tx, orgId, [personId])).get(personId) ?? [],
    looks: await readGoodLooks(tx, orgId, personId),
    series: await readLevelSeries(tx, orgId, personId),
    timeline: await readTimeline(tx, orgId, personId, shownObservations),
    contests: contests.map(({ raterId, personId: _, ...contest }) => ({
      ...contest,
      coachRated: raterId === person.coachId,
    })),
    nudges: await readSentNudges(tx, orgId, sql`n.person_id = ${personId}`),
    support: await readSupport(tx, orgId, sql`m.person_id = ${personId}`),
    nudging: (await readRules(tx, orgId)).rules.nudging,
    skills: await readSkillChoices(tx, orgId, [personId]),
    viewerId: viewer.userId,
  };
});
