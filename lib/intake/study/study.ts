import { z } from "zod";
import { designs, periods } from "@/db/schema/plan-terms";

/** Comparing dates that are none would add a second, wrong reason. */
const isSound = ({ issues }: { issues: unknown[] }) => issues.length === 0;

/** A day; a time of day behind it is left off, as in the CSV files. */
const day = z.preprocess(
  (given) => (typeof given === "string" ? given.replace(/[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/i, "") : given),
  z.iso.date(),
);
const span = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, {
  message: "ends before it begins",
  path: ["to"],
  when: isSound,
});
const names = z.array(z.string().min(1).max(500));
const arm = z
  .string()
  .regex(/^(control|treatment|wave-.{1,50})$/, "Expected control, treatment or wave-1, wave-2, ...");
const shares = z
  .record(arm, z.number().positive())
  .refine((named) => Object.keys(named).length > 1, "Expected the shares of two arms or more");
const allocation = z.union([z.literal("unknown"), shares], {
  error: "Expected the share of each arm, like { control: 1, treatment: 2 }, or unknown",
});
const hypothesis = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("superiority") }),
    z.object({
      kind: z.literal("non_inferiority"),
      margin: z
        .number({ error: "Expected how much worse would not count as worse" })
        .positive("Expected a number above zero")
        .finite(),
    }),
  ],
  { error: "Expected superiority, or non_inferiority with a margin" },
);
const exclusion = z
  .object({
    column: z.string().min(1).max(200),
    in: z
      .array(z.union([z.string().max(500), z.number().transform(String)]))
      .min(1)
      .max(500)
      .optional(),
    below: z.number().optional(),
    above: z.number().optional(),
    reason: z.string().trim().min(3, "Say why these people are left out").max(500),
  })
  .refine(
    (rule) => [rule.in, rule.below, rule.above].filter((limit) => limit !== undefined).length === 1,
    "Expected one of in, below and above",
  );
/** None is null, so that a plan without them has the hash it had before there were any. */
const orNone = <Item>(items: Item[] | null | undefined) => (items && items.length > 0 ? items : null);
const orElse = <Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>) =>
  schema.nullish().transform((given): z.output<Schema> => given ?? value);

/**
 * study.json: the plan of a study, and our own extension keys (initiative, registered_at, summary, note, chain). Null is absent.
 * Keys we do not know are left out, so that they change neither plan nor hash.
 */
const plan = z.object({
  title: z.string().min(1).max(500),
  design: z.enum(designs),
  primary_kpi: z.string().min(1),
  secondary_kpis: orElse(names, []),
  /** KPIs the programme should not move. */
  placebo_kpis: names.nullish().transform(orNone),
  hypothesis: hypothesis.nullish().transform((given) => (given?.kind === "superiority" ? null : (given ?? null))),
  exclusions: z.array(exclusion).max(20).nullish().transform(orNone),
  unit_of_analysis: orElse(z.enum(["person", "team"]), "person"),
  cluster: z
    .string()
    .nullish()
    .transform((given) => given?.trim() || null),
  period: orElse(z.enum(periods), "month"),
  baseline: span.nullish(),
  follow_up: span.nullish(),
  allocation: allocation.nullish(),
  control: z.enum(["never_treated", "not_yet_treated"]).nullish(),
  covariates: orElse(names, []),
  transform: orElse(z.record(z.string(), z.enum(["none", "log"])), {}),
  confidence: orElse(z.number().gt(0.5).lt(1), 0.95),
  seed: orElse(z.int32(), 1),
  initiative: z.string().min(1).max(200).nullish(),
  registered_at: day.nullish(),
  summary: z.string().nullish(),
  note: z.string().nullish(),
  chain: z
    .object({
      role: names.optional(),
      skill_gap: z.string().optional(),
      skills: names.optional(),
      behaviours: names.optional(),
      activities: names.optional(),
      kpis: z
        .object({
          leading: names.optional(),
          in_work: names.optional(),
          business: names.optional(),
          talent: names.optional(),
        })
        .optional(),
    })
    .default({}),
});

export const studySchema = plan
  .refine(({ baseline, follow_up }) => !baseline || !follow_up || baseline.from < follow_up.to, {
    message: "The follow-up is over before the baseline begins",
    path: ["follow_up", "to"],
    when: isSound,
  })
  .refine(
    ({ primary_kpi, secondary_kpis, placebo_kpis }) =>
      !placebo_kpis?.some((code) => code === primary_kpi || secondary_kpis.includes(code)),
    { message: "A KPI that should move cannot be a placebo as well", path: ["placebo_kpis"], when: isSound },
  );

/** Top-level keys that mean nothing to us, for a notice. */
export const unknownKeys = (raw: object): string[] => Object.keys(raw).filter((key) => !(key in plan.shape));

export type Study = z.output<typeof studySchema>;
