import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyDrafts, taxonomyProposals } from "@/db/schema/taxonomy-versions";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { formatsFor } from "@/lib/format/formats";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { parseOrThrow } from "@/lib/server/public-error";
import { command, query } from "@/lib/server/tenant-access";
import { addComment } from "@/lib/skills/comments";
import { createDraft } from "@/lib/skills/drafts/create-draft";
import { discardDraft } from "@/lib/skills/drafts/hand-over";
import { type DismissProposal, dismissProposalInput, type TakeProposal, takeProposalInput } from "./input";
import type { Figures } from "./proposal";
import { figuresSentence, kindInWords, kindWords } from "./proposal-words";

/**
 * Takes a proposal into a draft, a new one unless one is named, and writes its figures as a comment on the node. What to change is left to a person. Throws `not-found`
 * (proposal or draft) and `conflict` where it was decided already or the draft is not open any more.
 */
export async function takeProposal(viewer: Viewer, raw: TakeProposal): Promise<{ draftId: string; nodeId: string }> {
  const { id, draftId: named } = parseOrThrow(takeProposalInput, raw);
  const { nodeId, kind, figures } = await readOpen(viewer, { id, draftId: named });
  const draftId = named ?? (await createDraft(viewer, { title: `From evidence: ${kindInWords(kind)}` })).id;
  try {
    await markTaken(viewer, { id, draftId });
  } catch (error) {
    // Somebody, or a second click, was faster: no empty draft is left behind.
    if (named === null) await discardDraft(viewer, { draftId });
    throw error;
  }
  const { locale, currency } = await readOrganisation(viewer);
  const sentence = figuresSentence(figures as Figures, formatsFor({ locale, currency }));
  await addComment(viewer, { nodeId, text: `From evidence. ${kindWords[kind].title}: ${sentence}` });
  return { draftId, nodeId };
}

/** Puts a proposal aside, with a reason. It comes back only when its figures change materially. Throws `not-found` and `conflict`. */
export const dismissProposal = command("skill.edit", async (tx, raw: DismissProposal, { orgId, userId }, trace) => {
  const { id, reason } = parseOrThrow(dismissProposalInput, raw);
  const { nodeId, kind } = await requireOpen(tx, orgId, id);
  await tx
    .update(taxonomyProposals)
    .set({ status: "dismissed", reason, decidedBy: userId, decidedAt: sql`now()` })
    .where(and(eq(taxonomyProposals.orgId, orgId), eq(taxonomyProposals.id, id)));
  trace.subject = nodeId;
  trace.detail = { step: "dismiss proposal", kind };
});

const markTaken = command(
  "skill.edit",
  async (tx, { id, draftId }: { id: string; draftId: string }, { orgId, userId }, trace) => {
    const { nodeId, kind } = await requireOpen(tx, orgId, id);
    await tx
      .update(taxonomyProposals)
      .set({ status: "taken", draftId, decidedBy: userId, decidedAt: sql`now()` })
      .where(and(eq(taxonomyProposals.orgId, orgId), eq(taxonomyProposals.id, id)));
    trace.subject = nodeId;
    trace.detail = { step: "take proposal", kind, draft: draftId };
  },
);

const readOpen = query("skill.edit", async (tx, { id, draftId }: { id: string; draftId: string | null }, { orgId }) => {
  const found = await requireOpen(tx, orgId, id);
  if (draftId !== null) {
    const [draft] = await tx
      .select({ status: taxonomyDrafts.status })
      .from(taxonomyDrafts)
      .where(and(eq(taxonomyDrafts.orgId, orgId), eq(taxonomyDrafts.id, draftId)));
    if (!draft) throw new DomainError("not-found", "There is no such draft");
    if (draft.status !== "open") throw new DomainError("conflict", "This draft is not open any more. Choose another");
  }
  return found;
});

async function requireOpen(tx: Tx, orgId: string, id: string) {
  const [found] = await tx
    .select({
      nodeId: taxonomyProposals.nodeId,
      kind: taxonomyProposals.kind,
      figures: taxonomyProposals.figures,
      status: taxonomyProposals.status,
    })
    .from(taxonomyProposals)
    .where(and(eq(taxonomyProposals.orgId, orgId), eq(taxonomyProposals.id, id)))
    .for("update");
  if (!found) throw new DomainError("not-found", "There is no such proposal");
  if (found.status !== "open")
    throw new DomainError("conflict", "This proposal was decided already. Load the page again");
  return found;
}
