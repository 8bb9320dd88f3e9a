import type { Metric } from "./metric";

/**
 * What figures are computed from. `place` is where people stood and how long they were employed, which decides who counts where in
 * every figure. `certification` is the first certificate per skill: it comes from learning events and changes rarely.
 */
export type Source = "place" | "learning" | "certification" | "work" | "observation" | "kpi";

/** Columns of person_months that `personPeriods` sums over the months of a period, by the facts they come from. */
export const monthSums = {
  place: ["employed_days", "promotions", "moves", "exits", "voluntary_exits", "regretted_exits"],
  learning: [
    "events",
    "in_flow_events",
    "destination_events",
    "self_events",
    "assigned_known",
    "shares",
    "manager_nudges",
    "repeat_complex_tasks",
    "completions",
    "certifications",
    "questions",
    "seconds",
    "score_sum",
    "score_n",
    "satisfaction_sum",
    "satisfaction_n",
  ],
  work: [
    "jobs",
    "jobs_ok",
    "job_errors",
    "jobs_reopened",
    "jobs_escalated",
    "jobs_assisted",
    "assisted_known",
    "quality_sum",
    "quality_n",
  ],
} as const;

/** Weekends of any month: bit 0 is the Monday on or before its first day, shifted by how far that lies back. */
const weekends = [5, 6, 12, 13, 19, 20, 26, 27, 33, 34].reduce((mask, day) => mask + 2 ** day, 0);

/** What `personPeriods` sums beside them: an expression over a row `m` of person_months, and the facts it comes from. */
export const derivedSums = {
  active_days: { source: "learning", sql: "bit_count(m.day_mask::bit(32))::int" },
  weekend_days: {
    source: "learning",
    sql: `bit_count((m.day_mask::bigint & (${weekends}::bigint >> (extract(isodow from m.month)::int - 1)))::bit(32))::int`,
  },
  outcomes_known: { source: "work", sql: "m.jobs_ok + m.job_errors + m.jobs_reopened + m.jobs_escalated" },
} as const;

/** Columns of the parts that look beyond the month rows (`person-skills.ts`), and the facts each part comes from. */
export const skillColumns = {
  rated: {
    sources: ["observation"],
    columns: ["ratings", "independent", "independent_known", "accurate", "accurate_known"],
  },
  levels: { sources: ["observation"], columns: ["level_change", "levels_compared", "levels_up", "levels_held"] },
  held: {
    sources: ["certification", "observation"],
    columns: [
      "skills_needed",
      "skills_certifiable",
      "certifiable_applied",
      "skills_certified",
      "skills_applied",
      "skills_both",
    ],
  },
  earlier: { sources: ["learning"], columns: ["events_before"] },
  newcomers: { sources: ["work"], columns: ["days_to_competence"] },
} as const satisfies Record<string, { sources: readonly Source[]; columns: readonly string[] }>;

const sourcesOfColumn = new Map<string, readonly Source[]>([
  ...["present_at_start", "has_complex_tasks"].map((name) => [name, ["place"]] as const),
  ...Object.entries(monthSums).flatMap(([source, names]) => names.map((name) => [name, [source as Source]] as const)),
  ...Object.entries(derivedSums).map(([name, { source }]) => [name, [source]] as const),
  ...Object.values(skillColumns).flatMap(({ sources, columns }) => columns.map((name) => [name, sources] as const)),
]);

/** The columns of `p` a metric mentions. */
export function columnsOf({ numerator, denominator }: Pick<Metric, "numerator" | "denominator">): string[] {
  return [...`${numerator.sql} ${denominator.sql}`.matchAll(/\bp\.(\w+)/g)].map(([, name = ""]) => name);
}

/** The facts a metric comes from: a change of any other leaves it as it is. */
export function sourcesOf(metric: Pick<Metric, "id" | "numerator" | "denominator">): ReadonlySet<Source> {
  const sources = columnsOf(metric).flatMap((name) => {
    const found = sourcesOfColumn.get(name);
    if (!found) throw new Error(`Metric ${metric.id} counts p.${name}, of which nothing says what it comes from`);
    return found;
  });
  return new Set<Source>(["place", ...sources]);
}
