import "server-only";
import { and, eq } from "drizzle-orm";
import { contests } from "@/db/schema/development";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type WithdrawContest, withdrawContestInput } from "./contest-input";

/** Takes one's own contest back. Throws `not-found`, and `conflict` once it was answered. */
export const withdrawContest = command(
  "contest.open",
  async (tx, raw: WithdrawContest, viewer, trace): Promise<void> => {
    const { id } = parseOrThrow(withdrawContestInput, raw);
    const { orgId, personId } = viewer;
    if (!personId) throw new DomainError("not-found", "You have no such contest");
    const own = and(eq(contests.orgId, orgId), eq(contests.personId, personId), eq(contests.id, id));
    const [contest] = await tx.select({ status: contests.status }).from(contests).where(own).for("update");
    if (!contest) throw new DomainError("not-found", "You have no such contest");
    if (contest.status !== "open") throw new DomainError("conflict", "This contest is closed already");
    await tx.update(contests).set({ status: "withdrawn", answeredAt: new Date() }).where(own);
    trace.subject = personId;
    trace.detail = { contest: id, change: "withdrawn" };
  },
);
