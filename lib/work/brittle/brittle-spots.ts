import type { HandOff } from "@/lib/work/workflows/read-hand-offs";

export type BrittleReason =
  | { kind: "slow-hand-off"; to: string; toRole: string | null; median: number; usual: number }
  | { kind: "rests-on-few"; requests: number }
  | { kind: "keeps-coming"; requests: number; again: number }
  | { kind: "escalated"; share: number; rest: number }
  | { kind: "process" }
  | { kind: "came-back"; statement: string };

export type BrittleSpot = { taskId: string; task: string; role: string | null; reasons: BrittleReason[] };

/** A task and one thing that makes it brittle, before they are put together. */
export type Sign = Omit<BrittleSpot, "reasons"> & { reason: BrittleReason };

/** A hand-off is slow from so many hours on, where it takes so many times what others take. */
const slow = { hours: 8, times: 3 };

/** Hand-offs after which cases wait long: eight hours or more, and three times the middle one of the others. */
export function slowHandOffs(handOffs: readonly HandOff[]): Sign[] {
  const timed = handOffs.flatMap((one) => (one.median === null ? [] : [{ ...one, median: one.median }]));
  return timed.flatMap((one) => {
    const others = timed.filter((other) => other !== one).map(({ median }) => median);
    const usual = middle(others);
    if (usual === null || one.median < slow.hours || one.median < slow.times * usual) return [];
    const { fromTaskId: taskId, from: task, fromRole: role, to, toRole, median } = one;
    return [{ taskId, task, role, reason: { kind: "slow-hand-off", to, toRole, median, usual } }];
  });
}

/** Where the way of working breaks first: each task with all that makes it brittle, those with most first. */
export function brittleSpots(signs: readonly Sign[]): BrittleSpot[] {
  const spots = new Map<string, BrittleSpot>();
  for (const { reason, ...where } of signs) {
    const spot = spots.get(where.taskId) ?? { ...where, reasons: [] };
    const isKnown = spot.reasons.some((other) => JSON.stringify(other) === JSON.stringify(reason));
    if (!isKnown) spot.reasons.push(reason);
    spots.set(where.taskId, spot);
  }
  const kinds = ({ reasons }: BrittleSpot) => new Set(reasons.map(({ kind }) => kind)).size;
  return [...spots.values()].toSorted(
    (left, right) =>
      kinds(right) - kinds(left) || right.reasons.length - left.reasons.length || (left.task < right.task ? -1 : 1),
  );
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
