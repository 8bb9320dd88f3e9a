"use client";
import { removeRateAction } from "@/lib/roi/case/actions";
import { ConfirmRemoval } from "./confirm-removal";

/** Takes a rate away. */
export function RemoveRate({ id, name }: { id: string; name: string }) {
  return (
    <ConfirmRemoval
      what={name}
      says="Costs of its days go by the rate before it, or are left out of the sums where there is none."
      remove={removeRateAction}
      input={{ id }}
    />
  );
}
