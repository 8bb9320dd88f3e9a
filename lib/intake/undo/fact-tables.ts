import type { importBatches } from "@/db/schema/imports";

export type Batch = typeof importBatches.$inferSelect;

/**
 * Tables whose rows carry the batch that wrote them, the day each speaks of (as SQL; null: no month of a person), and what `touched`
 * calls them.
 */
export const factTables = {
  learning_events: { day: "(occurred_at at time zone 'UTC')::date", hasPerson: true, source: "learning" },
  work_events: { day: "(completed_at at time zone 'UTC')::date", hasPerson: true, source: "work" },
  observations: { day: "(observed_at at time zone 'UTC')::date", hasPerson: true, source: "observation" },
  help_requests: { day: null, hasPerson: true },
  kpi_values: { day: "ends_on", hasPerson: true, source: "kpi" },
  team_kpi_values: { day: null, hasPerson: false },
  employment_events: { day: "null::date", hasPerson: true, source: "place" },
  arm_members: { day: null, hasPerson: true },
  costs: { day: null, hasPerson: false },
  survey_answers: { day: null, hasPerson: true },
  calendar_events: { day: null, hasPerson: false },
} as const;

export type FactTable = keyof typeof factTables;

const ofKind: Partial<Record<Batch["kind"], FactTable[]>> = {
  learning_events: ["learning_events"],
  work_events: ["work_events"],
  observations: ["observations"],
  help_requests: ["help_requests"],
  kpi: ["kpi_values", "team_kpi_values"],
  employment_events: ["employment_events"],
  cohort: ["arm_members"],
  costs: ["costs"],
  surveys: ["survey_answers"],
  calendar: ["calendar_events"],
};

export const factTablesOf = (kind: Batch["kind"]): FactTable[] => ofKind[kind] ?? [];

/** Keeps a look through a partitioned table within the months the batch speaks of, a day wider for times with an offset. */
export function spanOf(table: FactTable, { coversFrom, coversTo }: Pick<Batch, "coversFrom" | "coversTo">): string {
  const time = table === "learning_events" ? "occurred_at" : table === "work_events" ? "completed_at" : null;
  if (!time || !coversFrom || !coversTo) return "true";
  return `${time} >= '${coversFrom}'::timestamptz - interval '1 day' and ${time} < '${coversTo}'::timestamptz + interval '2 days'`;
}
