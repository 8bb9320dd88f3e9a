import "server-only";
import { and, eq, isNull, lte } from "drizzle-orm";
import { nudges } from "@/db/schema/development";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type FinishNudge, finishNudgeInput } from "./nudge-input";

/** Marks a nudge one was shown as done; a second time changes nothing. Throws `not-found` for one of others, or one not shown. */
export const finishNudge = command("nudge.done", async (tx, raw: FinishNudge, viewer, trace): Promise<void> => {
  const { id } = parseOrThrow(finishNudgeInput, raw);
  const { orgId, personId } = viewer;
  if (!personId) throw new DomainError("not-found", "There is no such nudge to you");
  const own = and(
    eq(nudges.orgId, orgId),
    eq(nudges.personId, personId),
    eq(nudges.id, id),
    eq(nudges.heldOut, false),
    lte(nudges.showFrom, new Date()),
  );
  if ((await tx.$count(nudges, own)) === 0) throw new DomainError("not-found", "There is no such nudge to you");
  await tx
    .update(nudges)
    .set({ doneAt: new Date() })
    .where(and(own, isNull(nudges.doneAt)));
  trace.subject = personId;
  trace.detail = { nudge: id };
});
