import { z } from "zod";

/** The designs a plan can have, in the words of study.json. */
export const plannable = [
  "randomised",
  "cluster_randomised",
  "phased",
  "comparison",
  "before_after",
  "time_to_event",
] as const;
export type PlannableDesign = (typeof plannable)[number];

const steps = ["change", "people", "design", "trade", "draw"] as const;
export type Step = (typeof steps)[number];

/** What the draw can be kept level in. */
const strata = ["site", "unit", "role", "baseline"] as const;
export type Stratum = (typeof strata)[number];

const mostWaves = 6;

const word = (most: number) => z.string().trim().min(1).max(most);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const numberOf = (text: unknown) => (typeof text === "string" ? Number(text.trim().replace(",", ".")) : text);
const positive = z.preprocess(numberOf, z.number().positive().finite());

/** One shape for every single choice; what cannot be read is as if it had not been chosen. */
const single = {
  title: word(200).nullable().catch(null),
  kpi: word(200).nullable().catch(null),
  question: z.enum(["better", "not_worse"]).catch("better"),
  /** In the unit the KPI is shown in: points for a share. */
  worth: positive.nullable().catch(null),
  gap: word(500).nullable().catch(null),
  worst: whole(1, 10_000).nullable().catch(null),
  /** People of a team share what they learn. */
  shared: z.enum(["yes", "no"]).catch("yes"),
  /** Chance may decide who starts. */
  lots: z.enum(["yes", "no"]).catch("yes"),
  /** Until when some may wait: the end of the comparison, their turn in the roll-out, or not at all. */
  wait: z.enum(["end", "turn", "none"]).catch("end"),
  design: z.enum(plannable).nullable().catch(null),
  starts: z.iso.date().nullable().catch(null),
  /** The initiative this is to be the next version of. */
  iterates: z.uuid().nullable().catch(null),
  weeks: whole(1, 104).catch(12),
  before: whole(1, 104).catch(12),
  /** Of a hundred who take part, how many are trained. */
  share: whole(10, 90).catch(50),
  waves: whole(2, mostWaves).catch(3),
  /** Weeks from one wave to the next. */
  every: whole(1, 52).catch(4),
  /** Teams, or people where lots are drawn among people, that take part. */
  size: whole(2, 100_000).nullable().catch(null),
  scale: z.enum(["plain", "log"]).catch("plain"),
  /** The number of the draw: 1 is the first, and each further one is noted. */
  draw: whole(1, 1_000).catch(1),
};
const lists = {
  secondary: word(200),
  placebo: word(200),
  behaviour: word(500),
  activity: word(200),
  unit: z.uuid(),
  site: z.uuid(),
  role: z.uuid(),
  team: z.uuid(),
  level: z.enum(strata),
};
type Single = { [Key in keyof typeof single]: z.output<(typeof single)[Key]> };
type Lists = { [Key in keyof typeof lists]: z.output<(typeof lists)[Key]>[] };

/** What somebody has chosen so far. Ids are of their organisation or of nothing. */
export type Choices = Single & Lists;
export type Given = Record<string, string | string[] | undefined>;

const mostOfOne = 200;

/** The choices of an address. Nothing in it is an error: what cannot be read has not been chosen. */
export function readChoices(given: Given): Choices {
  const chosen = Object.entries(single).map(([name, schema]) => {
    const text = [given[name]].flat()[0];
    return [name, schema.parse(text === "" || text === undefined ? undefined : text)];
  });
  const several = Object.entries(lists).map(([name, schema]) => {
    const texts = [given[name] ?? []].flat().slice(0, mostOfOne);
    const read = texts.flatMap((text) => {
      const parsed = schema.safeParse(text);
      return parsed.success ? [parsed.data] : [];
    });
    return [name, [...new Set(read)]];
  });
  return Object.fromEntries([...chosen.map(([name, value]) => [name, value ?? null]), ...several]);
}

/** True where an address asks for people by ids that cannot be any: that is nobody, not everybody. */
export function asksForNobody(given: Given): boolean {
  return (["unit", "site", "role", "team"] as const).some((name) =>
    [given[name] ?? []].flat().some((text) => text !== "" && !lists[name].safeParse(text).success),
  );
}

export function stepOf(given: Given): Step {
  return steps.find((step) => step === given.step) ?? "change";
}

/** Choices as an address; those that are as they would be anyway are left out. */
export function choicesQuery(choices: Choices, step: Step): string {
  const usual = readChoices({});
  const query = new URLSearchParams({ step });
  for (const [name, value] of Object.entries(choices)) {
    if (Array.isArray(value)) for (const one of value) query.append(name, one);
    else if (value !== null && value !== usual[name as keyof Single]) query.set(name, String(value));
  }
  return query.toString();
}
