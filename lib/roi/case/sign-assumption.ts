import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { assumptionSignatures, assumptions } from "@/db/schema/money";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { assumptionDigest, signedContent } from "./assumption-digest";
import { type SignAssumption, signAssumptionInput } from "./case-input";

/**
 * Signs an assumption as it stands, declines it, or withdraws what was signed. What is signed is a digest of value, range, unit, source, other
 * values and owner. Throws `not-found`, `forbidden` for whoever owns it or stated it as it stands (two pairs of eyes), and `conflict` where it was changed since it
 * was seen, holds nothing to sign, or nothing is signed that could be withdrawn. The same sent again is kept once.
 */
export const signAssumption = command(
  "assumption.sign",
  async (tx, raw: Entry<SignAssumption>, { orgId, userId }, trace): Promise<void> => {
    const { entryId, id, revision, kind, note } = parseOrThrow(signAssumptionInput, withEntryId(raw));
    const entry = { id: entryId, assumptionId: id, kind, note: note || null };
    const kept = await findEntry(tx, { orgId, userId }, trace, {
      table: assumptionSignatures,
      madeBy: "signedBy",
      entry,
    });
    if (kept) return;
    const [found] = await tx
      .select()
      .from(assumptions)
      .where(and(eq(assumptions.orgId, orgId), eq(assumptions.id, id)))
      .for("update");
    if (!found) throw new DomainError("not-found", "This assumption is not there any more");
    if (userId === null) throw new DomainError("forbidden", "Only somebody who is signed in can sign");
    if (found.revision !== revision) {
      throw new DomainError("conflict", "It was changed since you opened it. Look again; nothing was signed");
    }
    const digest = assumptionDigest(found);
    if (kind === "withdrawn") {
      const [newest] = await tx
        .select({ kind: assumptionSignatures.kind })
        .from(assumptionSignatures)
        .where(and(eq(assumptionSignatures.orgId, orgId), eq(assumptionSignatures.assumptionId, id)))
        .orderBy(desc(assumptionSignatures.signedAt), desc(assumptionSignatures.id))
        .limit(1);
      if (!newest || newest.kind === "withdrawn") {
        throw new DomainError("conflict", "Nothing stands signed that could be withdrawn");
      }
    } else {
      if (found.ownerId === userId || found.changedBy === userId) {
        const why = found.ownerId === userId ? "You answer for this assumption" : "You stated this value";
        throw new DomainError("forbidden", `${why}, so somebody else has to sign it`);
      }
      if (found.value === null && found.alternatives.length === 0) {
        throw new DomainError("conflict", "Nobody has stated a value yet, so there is nothing to sign");
      }
      if (kind === "signed" && !found.source) {
        throw new DomainError("conflict", "Nobody has said where the value comes from. State its source first");
      }
    }
    await tx.insert(assumptionSignatures).values({
      ...entry,
      orgId,
      digest,
      stated: { ...signedContent(found) },
      signedBy: userId,
      // The clock, not the transaction's start: two in one transaction are told apart.
      signedAt: new Date(),
    });
    trace.subject = found.initiativeId ?? orgId;
    trace.detail = { change: `assumption ${kind}`, assumption: id, key: found.key, value: found.value, digest };
  },
);
