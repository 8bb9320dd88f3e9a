import { expect, test } from "vitest";
import { chainGaps, type Start } from "./chain-gaps";

const complete: Start = {
  plan: {
    design: "cluster_randomised",
    chain: {
      role: ["Agent"],
      skill_gap: "Refunds take too long",
      behaviours: ["Checks first", "Says why", "Closes"],
      kpis: { business: ["money"] },
    },
    primary: { code: "errors" } as Start["plan"]["primary"],
    secondaries: [],
    baseline: { from: "2026-07-01", to: "2026-09-30" },
    followUp: { from: "2026-11-01", to: "2027-01-31" },
  },
  layers: new Map([
    ["errors", "in_work"],
    ["money", "business"],
  ]),
  arms: new Map([
    ["treatment", 20],
    ["control", 20],
  ]),
  starts: "2026-10-15",
  today: "2026-10-01",
};
const plan = (change: Partial<Start["plan"]>): Start => ({ ...complete, plan: { ...complete.plan, ...change } });
const lacks = (start: Start) => chainGaps(start).map(({ what }) => what);

test("a complete chain lacks nothing", () => {
  expect(chainGaps(complete)).toEqual([]);
});

test.each([
  ["A role", plan({ chain: { ...complete.plan.chain, role: [] } })],
  ["The skill gap", plan({ chain: { ...complete.plan.chain, skill_gap: "  " } })],
  ["3 to 5 behaviours", plan({ chain: { ...complete.plan.chain, behaviours: ["One", "Two"] } })],
  ["3 to 5 behaviours", plan({ chain: { ...complete.plan.chain, behaviours: ["1", "2", "3", "4", "5", "6"] } })],
  ["A business KPI", plan({ chain: { ...complete.plan.chain, kpis: {} } })],
  ["An operational KPI", { ...complete, layers: new Map([["money", "business"]]) }],
  ["A baseline window", plan({ baseline: { from: null, to: "2026-09-30" } })],
  ["A follow-up window", plan({ followUp: { from: "2026-11-01", to: null } })],
  ["A baseline that ends before the start", { ...complete, starts: "2026-09-30", today: "2026-09-01" }],
  ["3 to 5 behaviours", plan({ chain: { ...complete.plan.chain, behaviours: ["One", "One", "  ", "Two"] } })],
  ["A start to come", { ...complete, today: "2026-10-15" }],
  ["A start", { ...complete, starts: null }],
  ["People to train", { ...complete, arms: new Map([["control", 20]]) }],
  ["People to compare with", { ...complete, arms: new Map([["treatment", 20]]) }],
])("without it, it lacks: %s", (what, start) => {
  expect(lacks(start)).toEqual([what]);
});

test("a phased roll-out needs no comparison arm, for its later waves are one", () => {
  const waves = new Map([
    ["wave-1", 10],
    ["wave-2", 10],
  ]);
  expect(lacks({ ...plan({ design: "phased" }), arms: waves })).toEqual([]);
});

test("what a chain lacks is told apart from what only a start needs", () => {
  const bare = chainGaps({ ...plan({ chain: {}, primary: null }), arms: new Map(), starts: null });
  const of = (ofChain: boolean) => bare.filter((gap) => gap.ofChain === ofChain).map(({ what }) => what);
  expect(of(true)).toEqual([
    "A role",
    "The skill gap",
    "3 to 5 behaviours",
    "A primary KPI",
    "An operational KPI",
    "A business KPI",
  ]);
  expect(of(false)).toEqual(["A start", "People to train", "People to compare with"]);
});
