import "server-only";
import { and, eq } from "drizzle-orm";
import { managerActions } from "@/db/schema/development";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type RemoveSupport, removeSupportInput } from "./support-input";

/** Takes something one logged oneself off the log again. Throws `not-found` for what others logged. */
export const removeSupport = command("support.log", async (tx, raw: RemoveSupport, viewer, trace): Promise<void> => {
  const { personId, id } = parseOrThrow(removeSupportInput, raw);
  if (!viewer.userId) throw new DomainError("not-found", "You logged nothing of that id");
  const removed = await tx
    .delete(managerActions)
    .where(
      and(
        eq(managerActions.orgId, viewer.orgId),
        eq(managerActions.personId, personId),
        eq(managerActions.id, id),
        eq(managerActions.loggedBy, viewer.userId),
      ),
    )
    .returning({ kind: managerActions.kind });
  const [one] = removed;
  if (!one) throw new DomainError("not-found", "You logged nothing of that id");
  trace.subject = personId;
  trace.detail = { action: id, kind: one.kind, change: "removed" };
});
