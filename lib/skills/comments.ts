import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyComments } from "@/db/schema/taxonomy-versions";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type AddComment, addCommentInput, type SettleComment, settleCommentInput } from "./input";

/**
 * Writes a comment on a node that is in force, retired or in a draft. The same words by the same person within a minute are one comment.
 * @throws DomainError `not-found` where there is no such node
 */
export const addComment = command(
  "skill.comment",
  async (tx, raw: AddComment, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { nodeId, text } = parseOrThrow(addCommentInput, raw);
    await requireNode(tx, orgId, nodeId);
    trace.subject = nodeId;
    const [same] = await tx
      .select({ id: taxonomyComments.id })
      .from(taxonomyComments)
      .where(
        and(
          eq(taxonomyComments.orgId, orgId),
          eq(taxonomyComments.nodeId, nodeId),
          eq(taxonomyComments.text, text),
          sql`${taxonomyComments.writtenBy} is not distinct from ${userId}`,
          gt(taxonomyComments.writtenAt, sql`now() - interval '1 minute'`),
        ),
      )
      .orderBy(desc(taxonomyComments.writtenAt))
      .limit(1);
    trace.detail = { step: "write", ...(same && { repeated: true }) };
    if (same) return same;
    const [comment] = await tx
      .insert(taxonomyComments)
      .values({ orgId, nodeId, text, writtenBy: userId })
      .returning({ id: taxonomyComments.id });
    if (!comment) throw new Error("The comment was not written");
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
