import { isSmallGroup } from "@/lib/access/privacy";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";

/** A KPI of the people of a role in the period and in the six months before; observed, not an effect. */
export type KpiNow =
  | { kind: "none" }
  | { kind: "withheld" }
  | {
      kind: "figure";
      people: number;
      now: number;
      /** Null where there are no values from before, or of fewer people than the minimum. */
      before: number | null;
      /** Of now less before; null where it cannot be told. */
      change: [number, number] | null;
    };

/** @param moments of what each person did: (sum now, of now, sum before, of before); `now` and `before` count people with values on a side */
export function kpiNow(moments: JointMoments, sides: { now: number; before: number }, minimum: number): KpiNow {
  const [a1 = 0, b1 = 0, a0 = 0, b0 = 0] = moments.means;
  if (sides.now === 0 || b1 === 0) return { kind: "none" };
  if (isSmallGroup(sides.now, minimum)) return { kind: "withheld" };
  const figure = { kind: "figure", people: sides.now, now: a1 / b1 } as const;
  if (b0 === 0 || isSmallGroup(sides.before, minimum)) return { ...figure, before: null, change: null };
  const change = ratioOfSumsChange(moments);
  return { ...figure, before: a0 / b0, change: change.kind === "figure" ? change.interval : null };
}
