import "server-only";
import { and, eq } from "drizzle-orm";
import { contests } from "@/db/schema/development";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { requireInLine } from "@/lib/team/line";
import { type AnswerContest, answerContestInput } from "./contest-input";
import { strikeObservation } from "./strike-observation";

/**
 * Answers a contest of somebody in one's reporting line: the coach, or whoever they report to in turn. Upheld strikes the observation in
 * the same transaction. Throws `not-found` outside the line, `conflict` where it is closed already.
 */
export const answerContest = command("contest.answer", async (tx, raw: AnswerContest, viewer, trace): Promise<void> => {
  const { personId, id, decision, answer } = parseOrThrow(answerContestInput, raw);
  await requireInLine(tx, viewer, personId);
  const { orgId } = viewer;
  const one = and(eq(contests.orgId, orgId), eq(contests.personId, personId), eq(contests.id, id));
  const [contest] = await tx
    .select({ status: contests.status, observationId: contests.observationId })
    .from(contests)
    .where(one)
    .for("update");
  if (!contest) throw new DomainError("not-found", "This contest does not exist");
  if (contest.status !== "open") {
    const words = { upheld: "Somebody upheld it", declined: "Somebody declined it", withdrawn: "It was withdrawn" };
    throw new DomainError("conflict", `${words[contest.status]} in the meantime`);
  }
  if (decision === "upheld") await strikeObservation(tx, orgId, personId, contest.observationId);
  await tx
    .update(contests)
    .set({ status: decision, answer, answeredBy: viewer.userId, answeredAt: new Date() })
    .where(one);
  trace.subject = personId;
  trace.detail = { contest: id, observation: contest.observationId, change: decision };
});
