import { z } from "zod";

export const workMeasures = {
  right_first_time: { label: "right first time", unit: "share", better: "above" },
  unassisted: { label: "done without help", unit: "share", better: "above" },
  not_escalated: { label: "not escalated", unit: "share", better: "above" },
  not_reopened: { label: "not reopened", unit: "share", better: "above" },
  quality: { label: "quality", unit: "number", better: "above" },
  cycle_minutes: { label: "median minutes from start to completion", unit: "minutes", better: "below" },
} as const;
export type WorkMeasure = keyof typeof workMeasures;

const measureNames = Object.keys(workMeasures) as [WorkMeasure, ...WorkMeasure[]];
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "Write a month such as 2026-01");
const level = z.int().min(1).max(5);

/** From a value on (or down to one) it is this level. In the order in which they are tried: the best level first. */
const bands = z
  .array(z.object({ at: z.number("Write a number"), level }))
  .min(1, "At least one bound")
  .max(4, "At most four bounds");

const common = {
  side: z.enum(["above", "below"]),
  bands,
  /** The level where no bound is met. */
  otherwise: level,
  /** Jobs, or values, it takes; with fewer nobody is rated. */
  least: z.int().min(3, "At least 3, or single jobs decide").max(1_000),
  /** First month rated. */
  since: month,
};

const work = z.object({
  source: z.literal("work"),
  taskIds: z.array(z.uuid()).min(1, "Choose a task").max(20),
  measure: z.enum(measureNames),
  window: z.discriminatedUnion("by", [
    z.object({ by: z.literal("jobs"), jobs: z.int().min(3).max(1_000) }),
    z.object({ by: z.literal("days"), days: z.int().min(7).max(730) }),
  ]),
  ...common,
});

const kpi = z.object({
  source: z.literal("kpi"),
  kpiId: z.uuid("Choose a KPI"),
  /** Months of values, up to the one rated. */
  months: z.int().min(1).max(24),
  ...common,
});

/** A rule from what systems recorded to a level of a behaviour, by person and month. */
export const signalDefinition = z.discriminatedUnion("source", [work, kpi]).superRefine((definition, context) => {
  const { bands: tried, side, otherwise } = definition;
  const say = (message: string) => context.addIssue({ code: "custom", path: ["bands"], message });
  for (const [index, { at, level: given }] of tried.entries()) {
    const next = tried[index + 1];
    if (next && (side === "above" ? next.at >= at : next.at <= at))
      say("Begin with the hardest bound, then easier ones");
    if ((next?.level ?? otherwise) >= given) say("An easier bound must give a lower level");
  }
  if (definition.source === "work" && workMeasures[definition.measure].unit === "share") {
    if (tried.some(({ at }) => at < 0 || at > 1)) say("A share lies between 0 and 100 %");
  }
  if (definition.source === "work" && definition.window.by === "jobs" && definition.least > definition.window.jobs) {
    context.addIssue({ code: "custom", path: ["least"], message: "Not more than the jobs looked at" });
  }
});
export type SignalDefinition = z.output<typeof signalDefinition>;

/** The level a value gives. */
export function levelOf(value: number, { side, bands: tried, otherwise }: SignalDefinition): number {
  const met = tried.find(({ at }) => (side === "above" ? value >= at - 1e-9 : value <= at + 1e-9));
  return met?.level ?? otherwise;
}
