import { halfLifeRange } from "@/lib/skills/tree/half-life";
import type { EvidenceRules } from "./rules";

/** A number of the rules as people read and type it. `path` is its place in the rules; bounds are those of `evidenceRulesInput`. */
export type RuleField = {
  path: string;
  label: string;
  hint: string;
  unit: string;
  least: number;
  most: number;
  whole?: boolean;
};
export type RuleGroup = { title: string; lead: string; fields: readonly RuleField[] };

export const ruleGroups: readonly RuleGroup[] = [
  {
    title: "What a rating weighs",
    lead: "Only sources that can see somebody at work count. What people say of themselves is kept apart and never counts as seen.",
    fields: [
      { path: "weights.manager", label: "Managers", hint: "0 leaves the source out", unit: "", least: 0, most: 10 },
      { path: "weights.peer", label: "Peers", hint: "0 leaves the source out", unit: "", least: 0, most: 10 },
      { path: "weights.system", label: "Systems", hint: "0 leaves the source out", unit: "", least: 0, most: 10 },
    ],
  },
  {
    title: "How evidence ages",
    lead: "A rating counts half after its half-life, a quarter after two. A skill may have a half-life of its own.",
    fields: [
      {
        path: "halfLifeDays",
        label: "Half-life",
        hint: "Where the skill does not say",
        unit: "days",
        ...halfLifeRange,
        whole: true,
      },
      {
        path: "leastStrength",
        label: "No longer seen under",
        hint: "In fresh ratings: 0.25 is one rating two half-lives old",
        unit: "ratings",
        least: 0,
        most: 10,
      },
      {
        path: "certificateDays",
        label: "A certificate speaks for",
        hint: "A passed test too; then it has expired",
        unit: "days",
        least: 30,
        most: 3650,
        whole: true,
      },
    ],
  },
  {
    title: "When a skill is validated and sustained",
    lead: "Validated takes several kinds of source that say the same. Sustained takes months in a row at the level the role needs, as well.",
    fields: [
      {
        path: "leastSources",
        label: "Kinds of source",
        hint: "Of managers, peers and systems",
        unit: "",
        least: 2,
        most: 3,
        whole: true,
      },
      {
        path: "agreeWithin",
        label: "Agree within",
        hint: "How far apart they may be",
        unit: "levels",
        least: 0.25,
        most: 2,
      },
      {
        path: "sustainedMonths",
        label: "Months in a row",
        hint: "Months in which somebody looked",
        unit: "",
        least: 2,
        most: 24,
        whole: true,
      },
    ],
  },
  {
    title: "Asking for observations",
    lead: "Nobody is asked for more than this. What is left is given to the behaviours that would tell most.",
    fields: [
      {
        path: "asking.minutesPerWeek",
        label: "A manager's week",
        hint: "What observing may take",
        unit: "minutes",
        least: 1,
        most: 120,
      },
      {
        path: "asking.secondsPerRating",
        label: "One rating",
        hint: "What it takes",
        unit: "seconds",
        least: 5,
        most: 300,
      },
      {
        path: "asking.everyDays",
        label: "Ask again after",
        hint: "The same behaviour of the same person",
        unit: "days",
        least: 1,
        most: 365,
        whole: true,
      },
      {
        path: "asking.criticalEveryDays",
        label: "Critical skills after",
        hint: "Skills a role must have",
        unit: "days",
        least: 1,
        most: 365,
        whole: true,
      },
    ],
  },
  {
    title: "Nudges and answers",
    lead: "Some nudges are held out by lot, so that their effect can be told from what would have happened anyway.",
    fields: [
      {
        path: "nudging.perPersonPerWeek",
        label: "Nudges to a person",
        hint: "At most, a week",
        unit: "a week",
        least: 0,
        most: 20,
        whole: true,
      },
      { path: "nudging.holdOutShare", label: "Held out", hint: "0.1 is one in ten", unit: "share", least: 0, most: 1 },
      {
        path: "answerDays",
        label: "Answer a contest within",
        hint: "When somebody contests an observation",
        unit: "days",
        least: 1,
        most: 60,
        whole: true,
      },
    ],
  },
];

const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const weekDays = [1, 2, 3, 4, 5, 6, 0].map((day) => ({ day, name: dayNames[day] ?? "" }));

export function valueAt(rules: EvidenceRules, path: string): number {
  const found = path.split(".").reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], rules);
  if (typeof found !== "number") throw new Error(`The rules of evidence have no number ${path}`);
  return found;
}

export function quietWords({ from, until, days, timeZone }: EvidenceRules["quiet"]): string {
  const free = weekDays.filter(({ day }) => days.includes(day)).map(({ name }) => name);
  const all = free.length > 0 ? `, and all of ${free.join(" and ")}` : "";
  return `${from} to ${until}${all} (${timeZone})`;
}

/** `1 level`, `180 days`, `0.25 ratings`. */
export function withUnit(value: number, { unit }: RuleField, number: (value: number) => string): string {
  const word = value === 1 ? unit.replace(/s$/, "") : unit;
  return unit === "share" ? number(value) : `${number(value)} ${word}`.trim();
}

export type RuleChange = { label: string; from: string; to: string };

/** What one version says otherwise than another, in words. */
export function changesOf(
  before: EvidenceRules,
  after: EvidenceRules,
  number: (value: number) => string,
): RuleChange[] {
  const say = (rules: EvidenceRules, field: RuleField) => withUnit(valueAt(rules, field.path), field, number);
  const numbers = ruleGroups.flatMap(({ title, fields }) =>
    fields
      .filter(({ path }) => valueAt(before, path) !== valueAt(after, path))
      .map((field) => ({
        label: `${title}: ${field.label.toLowerCase()}`,
        from: say(before, field),
        to: say(after, field),
      })),
  );
  const [from, to] = [quietWords(before.quiet), quietWords(after.quiet)];
  return from === to ? numbers : [...numbers, { label: "Quiet hours", from, to }];
}
