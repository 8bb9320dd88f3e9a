"use client";
import { removeCostAction } from "@/lib/roi/case/actions";
import type { LedgerRow } from "@/lib/roi/case/read-ledger";
import { ConfirmRemoval } from "./confirm-removal";

/** Takes a cost that was entered here out of the ledger. */
export function RemoveCost({ cost: { id, revision, item } }: { cost: Pick<LedgerRow, "id" | "revision" | "item"> }) {
  return (
    <ConfirmRemoval
      what={item}
      says="The figures change at once. What it was stays in the audit log."
      remove={removeCostAction}
      input={{ id, revision }}
    />
  );
}
