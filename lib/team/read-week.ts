import "server-only";
import { sql } from "drizzle-orm";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import { readAsOf } from "./as-of";
import { type Questions, readQuestions } from "./coaching/read-questions";
import { type Suggestion, suggest } from "./coaching/suggest";
import { type OwedContest, readOwedContests } from "./contests/read-owed-contests";
import type { Depth } from "./depth";
import type { LinePerson } from "./line";
import { readStandings } from "./person/read-standings";
import { isSeen } from "./person/skill-standing";
import { readChosenLine } from "./read-chosen-line";

export type TeamWeek = {
  people: LinePerson[];
  /** Everybody who reports to the viewer, at whatever depth. */
  line: number;
  contests: OwedContest[];
  suggestions: Suggestion[];
  questions: Questions;
  /** Of these people, how many have any evidence that counts today of a needed skill. */
  withEvidence: number;
  /** The last day facts speak of. */
  asOf: string | null;
};

/**
 * What to see to this week. `depth` limits people to direct reports; contests further down that need the viewer are always there. Each
 * person shown reads on their own page that the viewer looked. Null for a manager without an employee record.
 */
export const readWeek = query("team.read", async (tx, depth: Depth, viewer): Promise<TeamWeek | null> => {
  const chosen = await readChosenLine(tx, viewer, depth);
  if (!chosen) return null;
  const { orgId } = viewer;
  const { coachId, size, people, ids } = chosen;
  const contests = await readOwedContests(tx, orgId, coachId);
  const standings = await readStandings(tx, orgId, ids);
  const asOf = await readAsOf(tx, orgId);
  const { rows } = await tx.execute<{ today: string }>(sql`select current_date::text as today`);
  const today = rows[0]?.today ?? "";
  const questions = await readQuestions(tx, orgId, ids, asOf ?? today);
  const members = people.map(({ personId, name }) => ({ personId, name, standings: standings.get(personId) ?? [] }));
  const looked = new Set([...ids, ...contests.map(({ personId }) => personId)]);
  await leaveTraces(tx, viewer, "person.read", [...looked], { page: "team" });
  return {
    people,
    line: size,
    contests,
    suggestions: suggest(members, questions.again, today),
    questions,
    withEvidence: members.filter((one) => one.standings.some((standing) => standing.isNeeded && isSeen(standing)))
      .length,
    asOf,
  };
});
