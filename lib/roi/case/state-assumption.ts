import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { assumptions, benefitLines } from "@/db/schema/money";
import { isChoosable } from "@/lib/access/choosing/is-choosable";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { outOfBounds } from "./assumption-bounds";
import { isSameStatement } from "./assumption-digest";
import { type StateAssumption, stateAssumptionInput } from "./case-input";
import { organisationKeys } from "./factor-words";
import { requireInitiative } from "./require-initiative";
import { suggestFactors } from "./suggestions";

/**
 * States what an assumption is: value, range, unit, source, owner, other values and a note. A signature stays with what it was of, so that it no
 * longer fits. Throws `not-found`, `invalid-input` (an owner who is not there, a key that is none, a share above one) and `conflict` where somebody else stated it first. A first
 * statement sent again is kept once.
 */
export const stateAssumption = command(
  "case.edit",
  async (tx, raw: Entry<StateAssumption>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, id, initiativeId, key, revision, ...input } = parseOrThrow(stateAssumptionInput, withEntryId(raw));
    await requireOwner(tx, orgId, input.ownerId);
    const stated = { ...input, source: input.source || null, note: input.note || null };
    if (id === null) {
      requireWithin(key, stated);
      const entry = { ...stated, id: entryId, initiativeId, key };
      const kept = await findEntry(tx, { orgId, userId }, trace, { table: assumptions, madeBy: "changedBy", entry });
      if (kept) return { id: kept.id };
      const row = await insert(tx, orgId, { ...entry, changedBy: userId });
      trace.subject = initiativeId ?? orgId;
      trace.detail = { change: "assumption stated", assumption: row.id, key, was: null, is: stated.value };
      return row;
    }
    const own = and(eq(assumptions.orgId, orgId), eq(assumptions.id, id));
    const [before] = await tx.select().from(assumptions).where(own).for("update");
    if (!before) throw new DomainError("not-found", "This assumption is not there any more");
    if (before.revision !== revision) throw elsewhere();
    requireWithin(before.key, stated);
    const origin = await originOf(tx, orgId, { before, stated });
    // Another note or owner is no other statement: whoever stated what is signed stays the one who may not sign it.
    const changedBy = isSameStatement(before, stated) ? before.changedBy : userId;
    await tx
      .update(assumptions)
      .set({ ...stated, origin, changedBy, changedAt: new Date(), revision: sql`${assumptions.revision} + 1` })
      .where(own);
    trace.subject = before.initiativeId ?? orgId;
    trace.detail = {
      change: "assumption stated",
      assumption: id,
      key: before.key,
      was: before.value,
      is: stated.value,
      ...(before.ownerId !== stated.ownerId && { wasOf: before.ownerId, isOf: stated.ownerId }),
    };
    return { id };
  },
);

function requireWithin(key: string, stated: Pick<StateAssumption, "value" | "low" | "high" | "alternatives">) {
  const fields = outOfBounds(key, stated);
  if (fields) throw new DomainError("invalid-input", "Some fields need another look", fields);
}

const elsewhere = () =>
  new DomainError("conflict", "Somebody else has changed this assumption. Look again; nothing was changed");

async function insert(tx: Tx, orgId: string, row: Omit<typeof assumptions.$inferInsert, "orgId" | "origin">) {
  if (!organisationKeys.some((key) => key === row.key)) {
    throw new DomainError("invalid-input", "There is no assumption of this kind");
  }
  if (row.initiativeId) await requireInitiative(tx, orgId, row.initiativeId);
  const [stated] = await tx
    .insert(assumptions)
    .values({ ...row, orgId, origin: "stated" })
    .onConflictDoNothing()
    .returning({ id: assumptions.id });
  if (!stated) throw elsewhere();
  return stated;
}

async function requireOwner(tx: Tx, orgId: string, ownerId: string | null) {
  if (ownerId === null || (await isChoosable(tx, orgId, "assumption", ownerId))) return;
  throw new DomainError("invalid-input", "Some fields need another look", {
    ownerId: ["This user cannot answer for it"],
  });
}

type Change = {
  before: typeof assumptions.$inferSelect;
  stated: Pick<StateAssumption, "value" | "source">;
};

/** What is left as it was keeps where it came from, and what the data say is measured. */
async function originOf(tx: Tx, orgId: string, { before, stated }: Change): Promise<typeof before.origin> {
  if (before.value === stated.value && before.source === stated.source) return before.origin;
  if (before.lineId === null) return "stated";
  const [line] = await tx
    .select({ initiativeId: benefitLines.initiativeId, kpiId: benefitLines.kpiId, period: initiatives.period })
    .from(benefitLines)
    .innerJoin(
      initiatives,
      sql`${initiatives.orgId} = ${benefitLines.orgId} and ${initiatives.id} = ${benefitLines.initiativeId}`,
    )
    .where(and(eq(benefitLines.orgId, orgId), eq(benefitLines.id, before.lineId)));
  const suggested = line && (await suggestFactors(tx, orgId, line))[before.key];
  return suggested?.value === stated.value && suggested.source === stated.source ? suggested.origin : "stated";
}
