import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyComments } from "@/db/schema/taxonomy-versions";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type AddComment, addCommentInput, type SettleComment, settleCommentInput } from "./input";

/**
 * Writes a comment on a node that is in force, retired or in a draft; the same sent again is written once.
 * @throws DomainError `not-found` where there is no such node
 */
export const addComment = command(
  "skill.comment",
  async (tx, raw: Entry<AddComment>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, nodeId, text } = parseOrThrow(addCommentInput, withEntryId(raw));
    await requireNode(tx, orgId, nodeId);
    const entry = { id: entryId, nodeId, text };
    const kept = await findEntry(tx, { orgId, userId }, trace, {
      table: taxonomyComments,
      madeBy: "writtenBy",
      entry,
    });
    if (kept) return { id: kept.id };
    const [comment] = await tx
      .insert(taxonomyComments)
      .values({ ...entry, orgId, writtenBy: userId })
      .returning({ id: taxonomyComments.id });
    if (!comment) throw new Error("The comment was not written");
    trace.subject = nodeId;
    trace.detail = { step: "write" };
    return comment;
  },
);

/** Settles a comment, or opens it again. As it is already is as good. @throws DomainError `not-found` */
export const settleComment = command(
  "skill.comment",
  async (tx, raw: SettleComment, { orgId, userId }, trace): Promise<void> => {
    const { commentId, settled } = parseOrThrow(settleCommentInput, raw);
    const same = and(eq(taxonomyComments.orgId, orgId), eq(taxonomyComments.id, commentId));
    const [comment] = await tx.select().from(taxonomyComments).where(same).for("update");
    if (!comment) throw new DomainError("not-found", "This comment does not exist");
    trace.subject = comment.nodeId;
    trace.detail = { step: settled ? "settle" : "open again" };
    if ((comment.settledAt !== null) === settled) return;
    await tx
      .update(taxonomyComments)
      .set(settled ? { settledBy: userId, settledAt: new Date() } : { settledBy: null, settledAt: null })
      .where(same);
  },
);

async function requireNode(tx: Tx, orgId: string, nodeId: string): Promise<void> {
  const { rows } = await tx.execute<{ known: boolean }>(sql`
    select exists (
      select from roles where org_id = ${orgId} and id = ${nodeId}
      union all select from tasks where org_id = ${orgId} and id = ${nodeId}
      union all select from skills where org_id = ${orgId} and id = ${nodeId}
      union all select from behaviours where org_id = ${orgId} and id = ${nodeId}
      union all select from role_skills where org_id = ${orgId} and id = ${nodeId}
      union all select from draft_nodes where org_id = ${orgId} and node_id = ${nodeId}
    ) as known`);
  if (!rows[0]?.known) throw new DomainError("not-found", "What you comment on is not there");
}
