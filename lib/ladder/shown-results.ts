import type { Ladder } from "@/lib/evaluation/ladder/ladder";
import type { EvaluationResult, MethodResult } from "@/lib/evaluation/result";
import { type Rule, verdictOf } from "./measure-verdict";

type Facts = Pick<EvaluationResult, "results"> & { ladder: Pick<Ladder, "rungs"> };

/**
 * Results that may be shown beside each other: without those of KPIs which too few people of an arm have, whatever the method. A KPI the ladder
 * knows is judged as there; of another one, the method that counts most says how many people they are.
 */
export function shownResults({ results, ladder }: Facts, rule: Rule): MethodResult[] {
  const measures = ladder.rungs.flatMap((rung) => rung.measures).filter(({ source }) => source === "kpi");
  const isWithheld = (kpi: string): boolean => {
    const measure = measures.find(({ id }) => id === kpi);
    if (measure) return verdictOf(measure, rule) === "withheld";
    const own = results.filter((result) => result.kpi === kpi);
    return (["treated", "control"] as const).some((side) => {
      const people = Math.max(...own.map(({ n }) => n[side]));
      return people > 0 && people < rule.minimum;
    });
  };
  const withheld = new Set([...new Set(results.map(({ kpi }) => kpi))].filter(isWithheld));
  return results.filter(({ kpi }) => !withheld.has(kpi));
}
