"use client";
import { removeLineAction } from "@/lib/roi/case/actions";
import { ConfirmRemoval } from "./confirm-removal";

/** Takes a benefit line out of the case. */
export function RemoveLine({ id, title }: { id: string; title: string }) {
  return (
    <ConfirmRemoval
      what={title}
      says="Its assumptions and their signatures go with it. Results that were computed before stay as they were."
      remove={removeLineAction}
      input={{ id }}
    />
  );
}
