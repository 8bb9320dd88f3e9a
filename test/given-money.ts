import type { Case } from "@/lib/money/case";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { AssumptionState, InitiativeMoney } from "@/lib/roi/results/initiative-money";

const stated = (id: string, value: number | null, range: [number, number] | null = null) => ({
  id,
  value,
  low: range?.[0] ?? null,
  high: range?.[1] ?? null,
  alternatives: [],
  source: value === null ? null : "Controlling, 2026",
});

const hoursEach = stated("hours", 0.4, [0.3, 0.5]);
const wage = { ...stated("wage", 38, [34, 42]), alternatives: [{ value: 36.5, source: "Collective agreement" }] };
const volume = stated("volume", 900, [800, 1000]);
const perError = stated("per-error", 55, [30, 90]);

/** A case with every kind of line and cost: one that frees time, one of quality, one nobody may count. */
export const givenCase: Case = {
  currency: "EUR",
  seed: 7,
  drawnAs: {},
  costs: [
    {
      id: "c1",
      item: "=Design of the course",
      kind: "content",
      amount: 60_000,
      every: "once",
      months: null,
      hours: null,
    },
    { id: "c2", item: "Licences", kind: "platform", amount: 1_200, every: "month", months: null, hours: null },
    { id: "c3", item: "Coaches", kind: "facilitation", amount: 24_000, every: "year", months: 6, hours: null },
    {
      id: "c4",
      item: "Hours of those who learn",
      kind: "learner_time",
      amount: 31_000,
      every: "once",
      months: null,
      hours: 820,
    },
  ],
  lines: [
    {
      id: "l1",
      title: "Faster refunds",
      valueType: "labour",
      stream: "time",
      effectKey: "k1",
      effect: { improvement: 0.05, standardError: 0.01, degreesOfFreedom: 40 },
      unproven: null,
      intangible: false,
      isPrimary: false,
      people: 240,
      factors: [
        { key: "volume", assumption: volume },
        { key: "hours_per_unit", assumption: hoursEach },
        { key: "hourly_cost", assumption: wage },
      ],
      hourFactors: ["volume", "hours_per_unit"],
    },
    {
      id: "l2",
      title: "Fewer errors",
      valueType: "quality",
      stream: "errors",
      effectKey: "k2",
      effect: { improvement: 0.006, standardError: 0.002, degreesOfFreedom: null },
      unproven: null,
      intangible: false,
      isPrimary: false,
      people: 240,
      factors: [
        { key: "volume", assumption: volume },
        { key: "cost_per_error", assumption: perError },
      ],
      hourFactors: [],
    },
    {
      id: "l3",
      title: "Happier customers",
      valueType: "revenue",
      stream: "satisfaction",
      effectKey: "k3",
      effect: { improvement: 0.2, standardError: 0.3, degreesOfFreedom: null },
      unproven: "grade",
      intangible: false,
      isPrimary: false,
      people: 240,
      factors: [{ key: "per_point", assumption: stated("per-point", null) }],
      hourFactors: [],
    },
  ],
  years: stated("org-years", 3, [2, 4]),
  persistence: stated("org-persistence", 0.7, [0.5, 0.9]),
  discountRate: stated("org-rate", 0.08),
  fullTimeHours: stated("org-hours", 1_650),
  becameAble: 96,
};

const signature = { state: "unsigned", by: null, at: null, note: null } as const;
const keys: Record<string, string> = { "org-years": "years", "org-persistence": "persistence" };
const state = (id: string, label: string, unit: string, lineId: string | null = null): AssumptionState => ({
  id,
  lineId,
  key: keys[id] ?? id,
  label,
  unit,
  value: null,
  low: null,
  high: null,
  alternatives: [],
  origin: "stated",
  source: "Controlling, 2026",
  owner: { id: "u1", name: "Ola Finanz" },
  note: null,
  revision: 1,
  signature,
});

/** With the values the case has them with. */
function asStated(given: Case, states: AssumptionState[]): AssumptionState[] {
  const factors = given.lines.flatMap((line) => line.factors.map(({ assumption }) => assumption));
  const all = [...factors, given.years, given.persistence, given.discountRate, given.fullTimeHours];
  return states.map((one) => {
    const { value = null, low = null, high = null, alternatives = [] } = all.find(({ id }) => id === one.id) ?? {};
    return { ...one, value, low, high, alternatives: [...alternatives] };
  });
}

/** The money of an initiative as `readMoney` gives it, computed from a case. */
export function givenMoney(given: Case = givenCase): InitiativeMoney {
  const kpi = { id: "k", code: "errors", name: "Errors per refund", unit: "share", direction: "down" as const };
  return {
    initiativeId: "00000000-0000-4000-8000-000000000001",
    code: "refunds",
    title: "Refund handling",
    status: "evaluated",
    people: 240,
    exposed: 240,
    skills: [],
    activities: [],
    evaluation: {
      id: "e1",
      grade: "B",
      sentence: "Errors fell.",
      direction: "better",
      dataVersion: "5f3c9a1be27d4408",
      evaluatedAt: "2026-11-20T09:30:00.000Z",
    },
    case: given,
    lines: given.lines.map(({ id, title, valueType, unproven }) => ({
      id,
      title,
      valueType,
      kpi,
      grade: unproven === "grade" ? "D" : "B",
      direction: "better",
    })),
    assumptions: asStated(given, [
      {
        ...state("volume", "Refunds a person handles in a year", "refunds"),
        signature: { ...signature, state: "signed", by: "Νίκος Finance", at: "2026-11-18T10:00:00.000Z" },
      },
      state("hours", "Hours a refund takes", "hours", "l1"),
      state("wage", "Loaded cost of an hour", "EUR an hour"),
      {
        ...state("per-error", "+Cost of an error", "money", "l2"),
        signature: { ...signature, state: "changed", by: "Νίκος Finance", at: "2026-10-01T10:00:00.000Z" },
      },
      state("org-years", "Years the effect lasts", "years"),
      state("org-persistence", "What is left of it a year later", "share"),
      state("org-rate", "Discount rate", "share a year"),
      state("org-hours", "Hours of a full-time year", "hours"),
    ]),
    unconverted: [],
    running: 0,
    day: "2026-11-23",
    learnerRate: null,
    ableUnknown: null,
    resultId: "r1",
    digest: "d1",
    computedAt: "2026-11-20T09:30:00.000Z",
    result: evaluateCase(given),
    used: 4,
    signed: 1,
  };
}
