type Layer = "leading" | "in_work" | "business" | "talent";

type Domain = "revenue" | "cost" | "safety" | "efficiency";

type KpiDefinition = {
  code: string;
  name: string;
  layer: Layer;
  family: string;
  unit: string;
  direction: "up" | "down";
  kind: "mean" | "ratio" | "sum" | "rate";
  valuePerUnit: number | null;
  domain: Domain | null;
};

/** What of the business a figure speaks of; adoption, satisfaction and careers speak of none by themselves. */
const domains: Record<string, Domain> = {
  first_contact_resolution: "efficiency",
  handling_minutes: "efficiency",
  defect_rate: "cost",
  rework_rate: "cost",
  order_accuracy: "cost",
  invoice_corrections: "efficiency",
  win_rate: "revenue",
  revenue_per_rep: "revenue",
  scrap_cost: "cost",
};

export const kpiDefinitions: readonly KpiDefinition[] = [
  kpi(
    "first_contact_resolution",
    "Solved at first contact",
    "in_work",
    "quality",
    "share of contacts",
    "up",
    "ratio",
    6.4,
  ),
  kpi("handling_minutes", "Handling time", "in_work", "speed", "minutes per contact", "down", "mean", 0.55),
  kpi("defect_rate", "Defect rate", "in_work", "quality", "share of pieces", "down", "ratio", 14.5),
  kpi("rework_rate", "Rework rate", "in_work", "quality", "share of jobs", "down", "ratio", 22),
  kpi("order_accuracy", "Orders picked without error", "in_work", "quality", "share of orders", "up", "ratio", 9),
  kpi("invoice_corrections", "Invoices corrected", "in_work", "quality", "share of invoices", "down", "ratio", 17),
  kpi("win_rate", "Win rate", "in_work", "commercial", "share of offers", "up", "ratio", 1350),
  kpi("revenue_per_rep", "Revenue per representative", "business", "commercial", "EUR per month", "up", "sum", 0.31),
  kpi("csat", "Customer satisfaction", "business", "customer", "points of 5", "up", "mean"),
  kpi("scrap_cost", "Cost of scrap", "business", "cost", "EUR per month", "down", "sum", 1),
  kpi("in_flow_use", "Support opened in the flow of work", "leading", "adoption", "share of jobs", "up", "ratio"),
  kpi("first_piece_checks", "First pieces checked", "leading", "adoption", "share of set-ups", "up", "ratio"),
  kpi("certified_share", "Certified in quality", "leading", "adoption", "share of the team", "up", "ratio"),
  kpi("regretted_attrition", "Regretted exits", "talent", "people", "exits per 100 person-years", "down", "rate"),
  kpi("internal_moves", "Internal moves", "talent", "people", "moves per 100 person-years", "up", "rate"),
];

function kpi(
  code: string,
  name: string,
  layer: Layer,
  family: string,
  unit: string,
  direction: "up" | "down",
  kind: KpiDefinition["kind"],
  valuePerUnit: number | null = null,
): KpiDefinition {
  return { code, name, layer, family, unit, direction, kind, valuePerUnit, domain: domains[code] ?? null };
}
