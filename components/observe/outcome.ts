import type { PublicError } from "@/lib/errors";

export type Outcome =
  | { kind: "taken" }
  | { kind: "refused"; reason: string }
  | { kind: "later" }
  | { kind: "signed-out" };

/** What the server's answer means for an entry of the queue. Only what sending again cannot mend is a refusal. */
export function outcomeOf(status: number, error: PublicError | null): Outcome {
  if (status >= 200 && status < 300) return { kind: "taken" };
  if (status === 401) return { kind: "signed-out" };
  // Said by a proxy on the way, never by a hotel's page; what waits behind it must not wait for ever.
  if (status === 413)
    return { kind: "refused", reason: error?.message ?? "The picture is too large. Send it without one" };
  if (status === 408 || status === 425 || status === 429 || status >= 500 || !error) return { kind: "later" };
  const fields = Object.values(error.fields).flatMap((messages) => messages ?? []);
  return { kind: "refused", reason: [error.message, ...fields].join(". ") };
}

/** Milliseconds until the next try after so many that failed: 2, 4, 8 seconds and so on, five minutes at most, a little apart by `chance`. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = 5 * 60_000;
  return Math.round(Math.min(longest, 2_000 * 2 ** Math.max(0, failures - 1)) * (0.8 + 0.4 * chance));
}
