import type { Tile } from "./scorecard";

/** Which figures an answer is looked for among: the first that is there. */
type Wanted = {
  /** What is looked for, in words. */
  name: string;
  /** Figures of the scorecard's own, by id. */
  metrics?: readonly string[];
  /** KPIs of a domain, within a layer of the chain. */
  kpis?: { domain: "revenue" | "safety" | "efficiency"; layer: "business" | "in_work" };
};

type Side = { name: string; tile: Tile | null };

/** A count of learning, the result of the business it should serve, and the sign in the work that would show it first. */
export type ActivityPair = { activity: Tile; business: Side; signal: Side };

const wanted: readonly { activity: string; business: Wanted; signal: Wanted }[] = [
  {
    activity: "completions",
    business: { name: "Productivity", kpis: { domain: "efficiency", layer: "business" }, metrics: ["cycle_time"] },
    signal: { name: "Time to task proficiency", metrics: ["time_to_competence"] },
  },
  {
    activity: "certificates",
    business: { name: "Quality of the output", metrics: ["quality", "error_rate"] },
    signal: { name: "Right first time", metrics: ["first_time_right"] },
  },
  {
    activity: "quiz_score",
    business: { name: "Revenue", kpis: { domain: "revenue", layer: "business" } },
    signal: { name: "Conversion", kpis: { domain: "revenue", layer: "in_work" } },
  },
  {
    activity: "hours",
    business: { name: "Safety", kpis: { domain: "safety", layer: "business" } },
    signal: { name: "Incidents in the work", kpis: { domain: "safety", layer: "in_work" } },
  },
];

/**
 * The usual counts of learning beside what each should have moved, from the figures of one scorecard. A KPI of the organisation goes
 * before a figure of the scorecard's own, one that holds a figure before one that does not. Sides without either are null.
 */
export function activityPairs(activity: readonly Tile[], tiles: readonly Tile[]): ActivityPair[] {
  return wanted.flatMap((one) => {
    const counted = activity.find(({ metric }) => metric.id === one.activity);
    if (!counted) return [];
    return [{ activity: counted, business: sideOf(one.business, tiles), signal: sideOf(one.signal, tiles) }];
  });
}

function sideOf({ name, metrics = [], kpis }: Wanted, tiles: readonly Tile[]): Side {
  const fitting = [
    ...tiles.filter(({ metric: { kpi } }) => kpis && kpi?.domain === kpis.domain && kpi.layer === kpis.layer),
    ...metrics.flatMap((id) => tiles.filter(({ metric }) => metric.id === id)),
  ];
  return { name, tile: fitting.find(({ state }) => state.kind === "figure") ?? fitting[0] ?? null };
}
