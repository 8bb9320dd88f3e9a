"use client";
import { removeRateAction } from "@/lib/roi/case/actions";
import type { Rate } from "@/lib/roi/case/rates";
import { ConfirmRemoval } from "./confirm-removal";

/** Takes a rate away. */
export function RemoveRate({ rate: { id, rate }, name }: { rate: Pick<Rate, "id" | "rate">; name: string }) {
  return (
    <ConfirmRemoval
      what={name}
      says="Costs of its days go by the rate before it, or are left out of the sums where there is none."
      remove={removeRateAction}
      input={{ id, rate }}
    />
  );
}
