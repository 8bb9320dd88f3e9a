import "server-only";
import type { Tx } from "@/db/client";
import { decisions } from "@/db/schema/decisions";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type RecordDecision, recordDecisionInput } from "./decision-input";
import type { EvidenceSnapshot } from "./evidence-snapshot";
import { takeSnapshot } from "./take-snapshot";

/**
 * Records a decision with the evidence as it stands now, whoever may say later that it was known. Throws `invalid-input` by field (a day of
 * decision to come, a review before it) and `not-found` (no such initiative). The same sent again is kept once.
 */
export async function recordDecision(viewer: Viewer, raw: Entry<RecordDecision>): Promise<{ id: string }> {
  authorise(viewer.roles, "decision.record");
  const input = parseOrThrow(recordDecisionInput, withEntryId(raw));
  requireDays(input, new Date().toISOString().slice(0, 10));
  return keep(viewer, { ...input, evidence: await takeSnapshot(viewer, input.initiativeId) });
}

/** A decision that is part of something else, which leaves the trace. */
export async function insertDecision(
  tx: Tx,
  { orgId, userId }: Pick<Viewer, "orgId" | "userId">,
  { input, evidence }: Kept,
): Promise<{ id: string }> {
  const [row] = await tx
    .insert(decisions)
    .values({ ...input, orgId, evidence, recordedBy: userId })
    .returning({ id: decisions.id });
  if (!row) throw new Error("The decision was not written");
  return row;
}

type Kept = { input: Omit<RecordDecision, "entryId"> & { id?: string }; evidence: EvidenceSnapshot };

type Recorded = RecordDecision & { evidence: EvidenceSnapshot };

const keep = command(
  "decision.record",
  async (tx, { entryId, evidence, ...said }: Recorded, { orgId, userId }, trace): Promise<{ id: string }> => {
    const input = { ...said, id: entryId };
    const kept = await findEntry(tx, { orgId, userId }, trace, {
      table: decisions,
      madeBy: "recordedBy",
      entry: input,
    });
    if (kept) return { id: kept.id };
    const row = await insertDecision(tx, { orgId, userId }, { input, evidence });
    const { claim } = evidence;
    trace.subject = row.id;
    trace.detail = {
      change: "recorded",
      kind: input.kind,
      initiative: input.initiativeId,
      grade: claim?.kind === "claimed" ? claim.grade : null,
    };
    return row;
  },
);

function requireDays({ decidedOn, reviewOn }: RecordDecision, today: string): void {
  const fields: Record<string, string[]> = {};
  if (decidedOn > today) fields.decidedOn = ["Choose a day that has come"];
  if (reviewOn !== null && reviewOn <= decidedOn) fields.reviewOn = ["Choose a day after the decision"];
  if (Object.keys(fields).length > 0) throw new DomainError("invalid-input", "Some fields need another look", fields);
}
