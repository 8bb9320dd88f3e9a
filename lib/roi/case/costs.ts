import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { costs } from "@/db/schema/costs";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { postgresCode } from "@/lib/server/postgres-code";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import {
  type AddCost,
  addCostInput,
  type ChangeCost,
  changeCostInput,
  type RemoveCost,
  removeCostInput,
} from "./case-input";
import { requireInitiative } from "./require-initiative";

/** Enters a cost; the same sent again is entered once. Throws `not-found` for an initiative that is not there, `conflict` where the same item of that day is in the ledger already. */
export const addCost = command(
  "case.edit",
  async (tx, raw: Entry<AddCost>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, ...input } = parseOrThrow(addCostInput, withEntryId(raw));
    const entry = { ...input, id: entryId };
    const kept = await findEntry(tx, { orgId, userId }, trace, { table: costs, madeBy: "enteredBy", entry });
    if (kept) return { id: kept.id };
    await requireInitiative(tx, orgId, input.initiativeId);
    const [row] = await tx
      .insert(costs)
      .values({ ...entry, orgId, enteredBy: userId })
      .onConflictDoNothing()
      .returning({ id: costs.id });
    if (!row) throw twice();
    trace.subject = input.initiativeId;
    trace.detail = {
      change: "cost entered",
      cost: row.id,
      kind: input.kind,
      amount: input.amount,
      currency: input.currency,
    };
    return row;
  },
);

/** Changes a cost that was entered in the app. Throws `not-found`, and `conflict` where a file brought it or somebody else changed it. */
export const changeCost = command("case.edit", async (tx, raw: ChangeCost, { orgId, userId }, trace): Promise<void> => {
  const { id, revision, ...input } = parseOrThrow(changeCostInput, raw);
  const before = await lockOwn(tx, orgId, { id, revision });
  try {
    await tx
      .update(costs)
      .set({ ...input, enteredBy: userId, revision: sql`${costs.revision} + 1` })
      .where(and(eq(costs.orgId, orgId), eq(costs.id, id)));
  } catch (error) {
    if (postgresCode(error) === "23505") throw twice();
    throw error;
  }
  trace.subject = before.initiativeId;
  trace.detail = { change: "cost changed", cost: id, was: before.amount, is: input.amount, currency: input.currency };
});

/** Takes a cost that was entered in the app out of the ledger. Throws as `changeCost`. */
export const removeCost = command("case.edit", async (tx, raw: RemoveCost, { orgId }, trace): Promise<void> => {
  const input = parseOrThrow(removeCostInput, raw);
  const before = await lockOwn(tx, orgId, input);
  await tx.delete(costs).where(and(eq(costs.orgId, orgId), eq(costs.id, input.id)));
  trace.subject = before.initiativeId;
  trace.detail = {
    change: "cost removed",
    cost: input.id,
    item: before.item,
    kind: before.kind,
    was: before.amount,
    currency: before.currency,
    spentOn: before.spentOn,
    recurrence: before.recurrence,
    endsOn: before.endsOn,
    hours: before.hours,
  };
});

async function lockOwn(tx: Tx, orgId: string, { id, revision }: { id: string; revision: number }) {
  const [found] = await tx
    .select()
    .from(costs)
    .where(and(eq(costs.orgId, orgId), eq(costs.id, id)))
    .for("update");
  if (!found) throw new DomainError("not-found", "This cost is not there any more");
  if (found.batchId !== null) {
    throw new DomainError("conflict", "This cost came with a file. Correct it in the file and bring that in again");
  }
  if (found.revision !== revision) {
    throw new DomainError("conflict", "Somebody else has changed this cost. Look again; nothing was changed");
  }
  return found;
}

const twice = () =>
  new DomainError("conflict", "This item is in the ledger already", {
    item: ["The ledger holds an item of this name, kind and day already"],
  });
