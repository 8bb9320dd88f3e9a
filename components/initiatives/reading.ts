import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";

type Read = Pick<Plan, "transform" | "design" | "confidence">;

/** How a difference up and one down are told, whether up is the good side, and where no difference lies. */
type Way = { up: string; down: string; upIsGood: boolean; none: number };

/**
 * What one method says of one KPI, without statistics: how much, which way, whether that is the good way, and whether chance is ruled out.
 * Says nothing of cause: that is for the grade.
 */
export function readingOf(result: MethodResult, kpi: PlanKpi, plan: Read, formats: Formats): string {
  const { estimate, ci, reason, detail } = result;
  if (estimate === null || ci === null) return reason ?? "Cannot be estimated.";
  const { value, range, unit } = effectScale(kpi, plan, detail);
  const way = wayOf(detail, kpi, plan.design);
  const [low, high] = range(ci);
  if (low <= way.none && high >= way.none) {
    const ends = formats.interval([low, high], unit).slice(1, -1);
    const measured = unit === "" || unit === "money" ? "" : ` ${unit}`;
    return `No ${plan.design === "before_after" ? "change" : "difference"} is shown: anything from ${ends}${measured} fits the data.`;
  }
  const rose = estimate > way.none;
  const turned: [number, number] = rose || way.none !== 0 ? [low, high] : [-high, -low];
  const size = formats.estimate(way.none === 0 ? Math.abs(value(estimate)) : value(estimate), turned, unit);
  const good = rose === way.upIsGood ? "better" : "worse";
  return `${size} ${rose ? way.up : way.down}, which is ${good}; ${chanceText(result, plan)}`;
}

function wayOf({ unit: own, of }: MethodResult["detail"], kpi: PlanKpi, design: Plan["design"]): Way {
  const good = kpi.direction === "up";
  const where = "where people were trained";
  // An event that should come more often should come sooner: later, and fewer with it, is then worse.
  if (own === "days") return { up: `later ${where}`, down: `sooner ${where}`, upIsGood: !good, none: 0 };
  if (own === "share" && of === "moved up") {
    return { up: `more moved up ${where}`, down: `fewer moved up ${where}`, upIsGood: good, none: 0 };
  }
  if (own === "share") {
    return {
      up: `more without the event ${where}`,
      down: `fewer without the event ${where}`,
      upIsGood: !good,
      none: 0,
    };
  }
  if (own === "ratio") {
    const times = of === "rates" ? `times as often ${where}` : `times as fast ${where}`;
    return { up: times, down: times, upIsGood: good, none: 1 };
  }
  const after = "after the start than before it";
  const beside = design === "before_after" ? after : where;
  return { up: `higher ${beside}`, down: `lower ${beside}`, upIsGood: good, none: 0 };
}

function chanceText({ role, detail }: MethodResult, { confidence }: Read): string {
  const { p_adjusted: adjusted, tests } = detail;
  if (typeof adjusted === "number" && adjusted > 1 - confidence) {
    return `with ${tests} secondary KPIs looked at, chance may have done that.`;
  }
  return role === "secondary" && typeof adjusted !== "number"
    ? "taken alone, chance is unlikely to do that."
    : "chance alone is unlikely to do that.";
}
