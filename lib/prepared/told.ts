/** How an answer about the whole organisation is told: from facts as they stand, from older ones, or not yet. */
export type Told =
  | { kind: "current" }
  /** Facts have changed since `computedAt`; the worker computes it anew. */
  | { kind: "older"; computedAt: Date }
  /** The worker computes it for the first time. */
  | { kind: "preparing" }
  /** The worker could not compute it; it tries again once facts change. */
  | { kind: "failed" };

/** Whether there is an answer. */
export const isTold = (told: Told): boolean => told.kind === "current" || told.kind === "older";

const order = ["failed", "preparing", "older", "current"] as const;

/** How a page that rests on several answers tells them: as the one that is furthest behind. */
export function toldOf(first: Told, ...others: Told[]): Told {
  return others.reduce((worst, one) => {
    if (worst.kind === "older" && one.kind === "older") return one.computedAt < worst.computedAt ? one : worst;
    return order.indexOf(one.kind) < order.indexOf(worst.kind) ? one : worst;
  }, first);
}
