import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { contests } from "@/db/schema/development";
import { observations } from "@/db/schema/work";
import { DomainError } from "@/lib/errors";
import { readRules } from "@/lib/evidence/read-rules";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type OpenContest, openContestInput } from "./contest-input";

/**
 * Contests what was observed of oneself; an answer is owed within the days the rules of evidence say. Throws `not-found` for an
 * observation of somebody else or none, `conflict` for a struck one or one contested already.
 * @returns its id and the last day on which the answer is in time ("YYYY-MM-DD", UTC)
 */
export const openContest = command(
  "contest.open",
  async (tx, raw: OpenContest, viewer, trace): Promise<{ id: string; dueOn: string }> => {
    const { observationId, reason } = parseOrThrow(openContestInput, raw);
    const { orgId, personId } = viewer;
    const own = personId
      ? and(
          eq(observations.orgId, orgId),
          eq(observations.personId, personId),
          eq(observations.observationId, observationId),
        )
      : sql`false`;
    // Held until the end, so that two clicks make one contest.
    const [observation] = await tx
      .select({ struckAt: observations.struckAt })
      .from(observations)
      .where(own)
      .for("update");
    if (!observation || !personId) throw new DomainError("not-found", "There is no such observation of you");
    if (observation.struckAt)
      throw new DomainError("conflict", "This observation was struck already: it counts nowhere");
    const open = await tx.$count(
      contests,
      and(
        eq(contests.orgId, orgId),
        eq(contests.personId, personId),
        eq(contests.observationId, observationId),
        eq(contests.status, "open"),
      ),
    );
    if (open > 0) throw new DomainError("conflict", "You contest this observation already; an answer is owed to you");
    const { rules } = await readRules(tx, orgId);
    const [opened] = await tx
      .insert(contests)
      .values({
        orgId,
        personId,
        observationId,
        reason,
        dueOn: sql`(now() at time zone 'UTC')::date + ${rules.answerDays}::int`,
      })
      .returning({ id: contests.id, dueOn: contests.dueOn });
    if (!opened) throw new Error("The contest was not kept");
    trace.subject = personId;
    trace.detail = { contest: opened.id, observation: observationId, due: opened.dueOn };
    return opened;
  },
);
