import type { CheckStatus } from "@/lib/evaluation/checks/check";
import type { Headline } from "@/lib/evaluation/headline";
import type { Grade } from "@/lib/evaluation/result";

/** What one evaluation said. */
export type Stated = {
  evaluatedAt: Date;
  grade: Grade;
  headline: Headline;
  checks: { id: string; status: CheckStatus }[];
};

type Turn<Value> = { before: Value; now: Value };

export type WhatMoved = {
  before: Stated;
  now: Stated;
  /** Of the headline, from before to now; null where either has no figure that may be shown or the methods differ. */
  moved: { by: number; low: number; high: number } | null;
  /** Null where the grade stayed. */
  grade: Turn<Grade> | null;
  /** Checks whose status is another one; null where a check was or is not there. */
  checks: (Turn<CheckStatus | null> & { id: string })[];
  /** The method that leads is another one. */
  method: Turn<string> | null;
  /** Nothing a reader would see is different, to the last digit. */
  same: boolean;
};

/** Compares two evaluations of one plan. Where either may not be shown, nothing of either is compared. */
export function whatMoved(before: Stated, now: Stated): WhatMoved {
  const nothing = { before, now, moved: null, grade: null, checks: [], method: null };
  const [old, fresh] = [before.headline, now.headline];
  if (old.kind === "withheld" || fresh.kind === "withheld") return { ...nothing, same: false };
  const estimated = old.kind === "estimate" && fresh.kind === "estimate";
  const method = estimated && old.method !== fresh.method ? { before: old.method, now: fresh.method } : null;
  const moved =
    estimated && !method
      ? {
          by: fresh.value - old.value,
          low: fresh.interval[0] - old.interval[0],
          high: fresh.interval[1] - old.interval[1],
        }
      : null;
  const grade = before.grade === now.grade ? null : { before: before.grade, now: now.grade };
  const statusOf = ({ checks }: Stated, id: string) => checks.find((check) => check.id === id)?.status ?? null;
  const ids = new Set([...before.checks, ...now.checks].map(({ id }) => id));
  const checks = [...ids]
    .map((id) => ({ id, before: statusOf(before, id), now: statusOf(now, id) }))
    .filter((turn) => turn.before !== turn.now);
  const still = moved ? moved.by === 0 && moved.low === 0 && moved.high === 0 : !estimated && old.kind === fresh.kind;
  return { before, now, moved, grade, checks, method, same: still && !method && !grade && checks.length === 0 };
}
