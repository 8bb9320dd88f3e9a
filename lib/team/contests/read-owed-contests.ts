import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readLineAmong } from "@/lib/team/line";
import { readContests } from "./contest-rows";
import type { Contest } from "./contest-shape";

/** An open contest that waits for the viewer, or for a coach below them. */
export type OwedContest = Contest & {
  personId: string;
  person: string;
  /** Who coaches the person, and owes the answer first. */
  coach: string;
  isOwn: boolean;
  /** The coach contested is the one who rated: whoever they report to may answer instead. */
  coachRated: boolean;
};

/**
 * Open contests of a manager's line: those of direct reports, and further down those overdue or about a rating by the coach themselves,
 * which somebody else had better judge.
 */
export async function readOwedContests(tx: Tx, orgId: string, coachId: string): Promise<OwedContest[]> {
  const contested = sql`select person_id from contests where org_id = ${orgId} and status = 'open'`;
  const people = new Map((await readLineAmong(tx, orgId, coachId, contested)).map((one) => [one.personId, one]));
  const found = await readContests(
    tx,
    orgId,
    sql`c.status = 'open' and c.person_id = any(${sql.param([...people.keys()])}::uuid[])`,
  );
  return found.flatMap(({ raterId, ...contest }) => {
    const person = people.get(contest.personId);
    if (!person) return [];
    const isOwn = person.depth === 1;
    const coachRated = raterId === person.coachId;
    if (!isOwn && !coachRated && !contest.isOverdue) return [];
    return [{ ...contest, person: person.name, coach: person.coach, isOwn, coachRated }];
  });
}
