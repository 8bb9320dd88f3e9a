import type { Arms } from "@/lib/stats/estimate";
import { kaplanMeier, type SurvivalCurve } from "@/lib/stats/survival/kaplan-meier";
import { lifeTableOf } from "@/lib/stats/survival/life-table";
import { type Estimator, type Outcome, refused } from "./estimator";
import type { EventTimes } from "./event-times-sql";

type Compared = { times: EventTimes; confidence: number; n: Arms<number> };

/** A method on everybody's time until the event; refuses an arm that nobody is watched in. */
export function survivalMethod(method: string, compare: (compared: Compared) => Outcome): Estimator {
  return {
    method,
    async estimate({ plan, eventTimes }) {
      const times = await eventTimes();
      if ("reason" in times) return refused(method, times.reason);
      const n = { treated: times.arms.treated.time.length, control: times.arms.control.time.length };
      if (n.treated === 0 || n.control === 0) return refused(method, "no-comparison", n);
      const outcome = compare({ times, confidence: plan.confidence, n });
      if (outcome.kind !== "estimate") return { ...outcome, n };
      return { ...outcome, detail: { ...outcome.detail, leftOut: times.leftOut } };
    },
  };
}

/** The curve of each arm, and the longest time up to which both are known; null where there is none. */
export function curvesOf({ arms }: EventTimes): { curves: Arms<SurvivalCurve>; horizon: number } | null {
  const treated = kaplanMeier(lifeTableOf(arms.treated));
  const control = kaplanMeier(lifeTableOf(arms.control));
  if (treated.kind !== "curve" || control.kind !== "curve") return null;
  const lasts = [treated, control].map(({ steps }) => {
    const last = steps.at(-1);
    return { time: last?.time ?? 0, over: last?.survival === 0 };
  });
  const open = lasts.filter(({ over }) => !over);
  const horizon =
    open.length > 0 ? Math.min(...open.map(({ time }) => time)) : Math.max(...lasts.map(({ time }) => time));
  return horizon > 0 ? { curves: { treated, control }, horizon } : null;
}
