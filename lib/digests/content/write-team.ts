import { sql } from "drizzle-orm";
import { roundOf } from "@/lib/observe/read-round";
import { query } from "@/lib/server/tenant-access";
import { readOwedContests } from "@/lib/team/contests/read-owed-contests";
import { coachIdOf } from "@/lib/team/line";
import { counted, type WriteSection, waits } from "./section-news";

type Counts = { observations: number; contests: number; overdue: number; reviews: number };

/** How much waits for a manager. Numbers only: nobody's evidence is looked at, and no name leaves. Null without an employee record. */
const readTeamCounts = query("team.read", async (tx, _: null, viewer): Promise<Counts | null> => {
  const { orgId, userId } = viewer;
  const coachId = coachIdOf(viewer);
  if (!coachId || !userId) return null;
  const round = await roundOf(tx, { orgId, userId, personId: coachId });
  const contests = await readOwedContests(tx, orgId, coachId);
  const { rows } = await tx.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from artefact_reviews
    where org_id = ${orgId} and reviewer_id = ${coachId} and status = 'waiting'`);
  return {
    observations: round.cards.filter(({ answered }) => answered === null).length,
    contests: contests.length,
    overdue: contests.filter(({ isOverdue }) => isOverdue).length,
    reviews: rows[0]?.waiting ?? 0,
  };
});

/**
 * What waits for a manager this week, by number. Where others read it, only what the manager owes by themselves: of a small team even the number of
 * contests or of work handed in would tell whose they are.
 */
export const writeTeam: WriteSection = async ({ viewer, othersRead, formats }) => {
  const counts = await readTeamCounts(viewer, null);
  const { observations, contests, overdue, reviews } = counts ?? {
    observations: 0,
    contests: 0,
    overdue: 0,
    reviews: 0,
  };
  const say = (count: number, one: string, many: string, href: string) =>
    count > 0 ? [waits(counted(formats, count, one, many), href)] : [];
  return {
    title: "My team",
    href: "/team",
    items: [
      ...say(observations, "observation is due this week", "observations are due this week", "/team/observe"),
      ...say(
        othersRead ? 0 : contests,
        `contested rating waits for an answer${overdue ? ", and is overdue" : ""}`,
        `contested ratings wait for an answer${overdue ? `, ${formats.number(overdue)} of them overdue` : ""}`,
        "/team",
      ),
      ...say(
        othersRead ? 0 : reviews,
        "piece of work waits for your review",
        "pieces of work wait for your review",
        "/reviews",
      ),
    ],
    none: counts
      ? othersRead
        ? "No observation is due. What else waits stands on the page, for you alone."
        : "Nothing waits for you."
      : "Your sign-in is not tied to an employee record, so you have no team here.",
  };
};
