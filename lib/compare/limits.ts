import type { Condition } from "@/lib/access/group-rule";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";

type Facts = {
  metric: Pick<Metric, "name" | "windowDays" | "category">;
  isChange: boolean;
  conditions: readonly (readonly Condition[])[];
  period: Period;
  earlier: Period;
  /** First days of the windows of use. */
  starts: readonly string[];
  complete: boolean;
  /** People left out of the adjusted comparison. */
  left: number;
  minimum: number;
};

/** What the data of this comparison cannot say, in sentences. */
export function limitsOf({
  metric,
  isChange,
  conditions,
  period,
  earlier,
  starts,
  complete,
  left,
  minimum,
}: Facts): string[] {
  const byUse = conditions.flat().some(({ kind }) => kind === "exposed" || kind === "unexposed");
  const [first] = starts.toSorted();
  const ever = conditions
    .flat()
    .some((one) => (one.kind === "exposed" || one.kind === "unexposed") && one.window === "ever");
  const days = first ? (Date.parse(period.end) - Date.parse(first)) / 86_400_000 : null;
  return [
    ...(complete ? [] : ["The data cover only part of the period."]),
    ...(byUse && !isChange && first !== undefined && first >= period.start
      ? ["Use and outcome fall in the same period, so the outcome may have come before the use."]
      : []),
    ...(isChange && (ever || (first !== undefined && first < earlier.end))
      ? ["Some people used it before the earlier period ended, so their change holds only part of what followed it."]
      : []),
    ...(metric.category === "adoption" || metric.category === "activity"
      ? byUse
        ? ["The figure counts learning and so do the groups: they differ by how they are made."]
        : ["The figure shows use, not effect."]
      : []),
    ...(metric.windowDays > 0 && days !== null && days < metric.windowDays
      ? [`Too early to tell: this outcome needs ${metric.windowDays} days after the use to show.`]
      : []),
    ...(left > 0
      ? [
          `${left < minimum ? `Fewer than ${minimum}` : left} people lack what is adjusted for and are in the unadjusted comparison only.`,
        ]
      : []),
  ];
}
