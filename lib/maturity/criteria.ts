/** What is known of a role at a site (or everywhere), counted from data. Shares are null where nothing could be counted. */
export type MaturityFacts = {
  people: number;
  /** Of the people: with a learning event or certificate in the last twelve months. */
  learned: number;
  /** Skills the role needs; of them, those described by at least three behaviours. */
  needs: number;
  describedNeeds: number;
  /** Behaviours of those skills; of them, those with anchors. */
  behaviours: number;
  anchored: number;
  /** Of the people: observed by a manager in the last 90 days. */
  observed: number;
  /** Of the last three months: those in which somebody was rated by somebody else. */
  observedMonths: number;
  /** Of the people: with work events or KPI values in the last three months. */
  operational: number;
  /** Of the people: with evidence from a system in the last 90 days. */
  signalled: number;
  /** Needed skills of people (pairs); seen by somebody; of those, seen alike by two sources. */
  pairs: number;
  evidenced: number;
  agreed: number;
  /** The map of the role was changed, or a proposal from evidence decided, in the last twelve months. */
  revised: boolean;
  /** Days since the newest evidence from a system; null without any. */
  signalAge: number | null;
  /** An evaluated initiative about the role, grade A to C, with costs and a KPI that has a value in money. */
  valued: boolean;
};

const criterionIds = [
  "events",
  "behaviours",
  "anchors",
  "observed",
  "kept_up",
  "operations",
  "signals",
  "two_sources",
  "revised",
  "covered",
  "fresh",
  "valued",
] as const;
export type CriterionId = (typeof criterionIds)[number];

export type Level = 0 | 1 | 2 | 3 | 4;

/** A share with what it takes, or a yes or no. */
export type Measured =
  | { kind: "share"; of: number; all: number; least: number }
  | { kind: "count"; value: number | null; limit: number; is: "at-least" | "at-most" }
  | { kind: "flag"; value: boolean };

export type Criterion = { id: CriterionId; level: Exclude<Level, 0>; met: boolean; measured: Measured };

/** What each criterion asks for. Stated wherever a level is shown. */
const thresholds = {
  learned: 0.5,
  described: 0.8,
  anchored: 0.5,
  observed: 0.5,
  months: 3,
  operational: 0.5,
  signalled: 0.5,
  agreed: 0.25,
  covered: 0.8,
  signalDays: 7,
} as const;

/**
 * The criteria of the four levels (event-based, manager-verified, workflow-integrated, enterprise capability) for one role and place, as
 * counted. A share of nothing is not met.
 */
export function judge(facts: MaturityFacts): Criterion[] {
  const share = (of: number, all: number, least: number): Measured => ({ kind: "share", of, all, least });
  const flag = (value: boolean): Measured => ({ kind: "flag", value });
  const all: [CriterionId, Criterion["level"], Measured][] = [
    ["events", 1, share(facts.learned, facts.people, thresholds.learned)],
    ["behaviours", 2, share(facts.describedNeeds, facts.needs, thresholds.described)],
    ["anchors", 2, share(facts.anchored, facts.behaviours, thresholds.anchored)],
    ["observed", 2, share(facts.observed, facts.people, thresholds.observed)],
    ["kept_up", 2, { kind: "count", value: facts.observedMonths, limit: thresholds.months, is: "at-least" }],
    ["operations", 3, share(facts.operational, facts.people, thresholds.operational)],
    ["signals", 3, share(facts.signalled, facts.people, thresholds.signalled)],
    ["two_sources", 3, share(facts.agreed, facts.evidenced, thresholds.agreed)],
    ["revised", 3, flag(facts.revised)],
    ["covered", 4, share(facts.evidenced, facts.pairs, thresholds.covered)],
    ["fresh", 4, { kind: "count", value: facts.signalAge, limit: thresholds.signalDays, is: "at-most" }],
    ["valued", 4, flag(facts.valued)],
  ];
  return all.map(([id, level, measured]) => ({ id, level, measured, met: isMet(measured) }));
}

function isMet(measured: Measured): boolean {
  if (measured.kind === "flag") return measured.value;
  if (measured.kind === "share") return measured.all > 0 && measured.of >= measured.least * measured.all;
  if (measured.value === null) return false;
  return measured.is === "at-least" ? measured.value >= measured.limit : measured.value <= measured.limit;
}

/** The highest level all of whose criteria, and those of the levels below, are met; 0 where not even learning is recorded. */
export function levelOf(criteria: readonly Criterion[]): Level {
  const reached = ([1, 2, 3, 4] as const).filter((level) =>
    criteria.filter((one) => one.level <= level).every(({ met }) => met),
  );
  return reached.at(-1) ?? 0;
}

/** What is missing for the next level; empty at the highest. */
export function missingFor(criteria: readonly Criterion[]): Criterion[] {
  const next = levelOf(criteria) + 1;
  return criteria.filter(({ level, met }) => level === next && !met);
}
