import type { kpis } from "@/db/schema/work";
import { dictionary } from "./dictionary";
import type { Category, Metric } from "./metric";

export type KpiDefinition = Pick<
  typeof kpis.$inferSelect,
  "id" | "code" | "name" | "layer" | "family" | "unit" | "direction" | "kind"
> &
  Partial<Pick<typeof kpis.$inferSelect, "domain">>;

/** A KPI called as a figure the scorecard computes itself is told apart from it. */
const ownNames = new Set(dictionary.map(({ name }) => name.toLowerCase()));

const categoryOf: Record<string, Category> = { talent: "talent", leading: "adoption" };

/** The metric of an imported KPI, as `measures` computes it. Ratios whose unit is a share are shown in per cent. */
export function kpiMetric(kpi: KpiDefinition): Metric {
  const asRatio = kpi.kind === "ratio" || kpi.kind === "rate";
  const isShare = kpi.kind === "ratio" && /^share\b/.test(kpi.unit ?? "share");
  return {
    id: `kpi:${kpi.id}`,
    category: categoryOf[kpi.layer ?? ""] ?? "operational",
    name: ownNames.has(kpi.name.toLowerCase()) ? `${kpi.name} (KPI)` : kpi.name,
    question: layerQuestion[kpi.layer ?? ""] ?? "Did the work change?",
    unit: isShare ? "share" : (kpi.unit ?? ""),
    direction: kpi.direction,
    kind: asRatio ? "ratio" : "mean",
    source: `imported KPI ${kpi.code}${kpi.unit && isShare ? `, ${kpi.unit}` : ""}${kpi.domain ? `; of ${kpi.domain}` : ""}`,
    numerator: {
      sql: "null",
      words: asRatio ? "the KPI's numerator, summed over people" : "the mean of each person's values in the period",
    },
    denominator: {
      sql: "null",
      words: asRatio ? "the KPI's denominator, summed over people" : "people with a value in the period",
    },
    windowDays: kpi.layer === "talent" ? 180 : 0,
    remembers: false,
    grade: kpi.layer === "leading" ? "E" : "D",
    owner: "Owner of the KPI",
    kpi: { layer: kpi.layer, domain: kpi.domain ?? null },
  };
}

/** The same KPI where it is imported per team: teams take the place of people. */
export function teamKpiMetric(kpi: KpiDefinition): Metric {
  const metric = kpiMetric(kpi);
  const byTeam = ({ sql, words }: Metric["numerator"]) => ({
    sql,
    words: words.replace("people", "teams").replace("person", "team"),
  });
  return {
    ...metric,
    id: `team-kpi:${kpi.id}`,
    name: `${kpi.name}, by team`,
    source: `${metric.source}, a value per team`,
    numerator: byTeam(metric.numerator),
    denominator: byTeam(metric.denominator),
    counts: "teams",
  };
}

const layerQuestion: Record<string, string> = {
  leading: "Is the groundwork laid?",
  in_work: "Did the work itself change?",
  business: "Did the business move?",
  talent: "Did careers move?",
};
