import { z } from "zod";

const text = z.string().min(1);
const empty = z.literal("");
const day = z.iso.date();
const instant = z.iso.datetime();
const flag = z.enum(["true", "false"]);
const share = z.string().refine((cell) => cell !== "" && Number(cell) >= 0 && Number(cell) <= 1);
const number = z.string().refine((cell) => cell !== "" && Number.isFinite(Number(cell)));
const level = z.enum(["1", "2", "3", "4", "5"]);
const maybe = <Schema extends z.ZodType>(schema: Schema) => z.union([empty, schema]);

/** The study format, cell by cell; only for the tests. */
export const shapes: Record<string, z.ZodType> = {
  people: z.strictObject({
    employee_id: text,
    name: text,
    email: z.email(),
    role: text,
    unit: z.string().regex(/^Meridian Works \/ [^/]+ \/ [^/]+$/),
    site: z.enum(["Rotterdam", "Lyon", "Poznan"]),
    team: text,
    manager_id: z.string(),
    hire_date: day,
    exit_date: maybe(day),
    exit_type: maybe(z.enum(["voluntary", "involuntary", "other"])),
    regretted: maybe(flag),
    hourly_cost: number,
  }),
  employment_events: z.strictObject({
    employee_id: text,
    date: day,
    event: z.enum(["hire", "promotion", "lateral_move", "demotion", "transfer", "leave", "return", "exit"]),
    from: z.string(),
    to: z.string(),
  }),
  skills: z.strictObject({
    role: text,
    task: text,
    frequency: level,
    impact: level,
    skill: text,
    facet: z.enum(["knowledge", "judgment", "fluency"]),
    risk: z.enum(["low", "medium", "high"]),
    depth: z.enum(["routine", "applied", "complex"]),
    behaviour: z.string(),
    target_level: level,
  }),
  activities: z.strictObject({
    activity: text,
    title: text,
    format: text,
    delivery: z.enum(["in_flow", "destination"]),
    surface: text,
    skill: z.string(),
    behaviour: z.string(),
    minutes: number,
    owner: z.string(),
    version: text,
  }),
  learning_events: z.strictObject({
    event_id: text,
    employee_id: text,
    activity: text,
    verb: z.enum(["accessed", "completed", "passed", "failed", "certified", "shared", "nudged", "asked", "rated"]),
    at: instant,
    success: maybe(flag),
    score: maybe(share),
    confidence: maybe(share),
    seconds: maybe(number),
    surface: text,
    before_task: z.string(),
    assigned_by: z.enum(["self", "system", "manager", "peer"]),
    version: text,
  }),
  work_events: z.strictObject({
    event_id: text,
    employee_id: text,
    task: text,
    started_at: instant,
    completed_at: instant,
    outcome: z.enum(["ok", "error", "reopened", "escalated"]),
    assisted: flag,
    quality: share,
    value: maybe(number),
  }),
  observations: z.strictObject({
    observation_id: text,
    employee_id: text,
    behaviour: text,
    level,
    source: z.enum(["manager", "peer", "self", "system"]),
    rater_id: z.string(),
    observed_at: day,
    independent: flag,
    accurate: flag,
    artefact: z.string(),
  }),
  kpis: z.strictObject({
    kpi: text,
    name: text,
    layer: z.enum(["leading", "in_work", "business", "talent"]),
    family: text,
    unit: text,
    direction: z.enum(["up", "down"]),
    kind: z.enum(["mean", "ratio", "sum", "rate"]),
    value_per_unit: maybe(number),
    currency: maybe(z.literal("EUR")),
  }),
  kpi: z.strictObject({
    kpi: text,
    date: day,
    employee_id: z.string(),
    team: z.string(),
    value: maybe(number),
    numerator: maybe(number),
    denominator: maybe(number),
  }),
  surveys: z.strictObject({
    employee_id: text,
    date: day,
    instrument: z.enum(["pulse", "debrief"]),
    initiative: maybe(
      z.enum(["refund-handling", "setup-verification", "quality-certification", "negotiation-library"]),
    ),
    question: text,
    answer: text,
    class: z.enum(["helpful", "distracting", "irrelevant"]),
  }),
};
