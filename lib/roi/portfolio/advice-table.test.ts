import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { AdviceFacts } from "./advice-facts";
import { adviceFor, adviceTable } from "./advice-table";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

/** An initiative that everything speaks for. */
const proven: AdviceFacts = {
  status: "evaluated",
  withheld: false,
  until: null,
  grade: "B",
  direction: "better",
  kpi: "Defect rate",
  flat: false,
  broken: null,
  notApplied: false,
  harmed: [],
  raise: ["Draw lots next time."],
  spent: 10_000,
  unconverted: [],
  net: { central: 20_000, interval: [5000, 35_000] },
  missing: 0,
};
const licence = { item: "Licence", currency: "CHF" };
const broken = { at: "use", sentence: "The chain breaks at the start." };
const lossy = { central: -6000, interval: [-9000, -1000] as [number, number] };
const around = { central: 100, interval: [-9000, 9000] as [number, number] };
const unclear = { direction: "unclear", net: around } as const;

test.each<[string, string, Partial<AdviceFacts>]>([
  ["not_over", "wait", { status: "too early", until: "2027-01-31" }],
  ["not_over", "wait", { status: "running" }],
  ["withheld", "wait", { withheld: true }],
  ["not_evaluated", "wait", { status: "not evaluated", grade: null, direction: null }],
  ["harmful", "stop", { direction: "worse" }],
  ["no_effect", "stop", { direction: "negligible" }],
  ["no_effect", "stop", { ...unclear, flat: true }],
  ["no_effect", "stop", { direction: "negligible", notApplied: true, broken }],
  ["cannot_pay", "stop", { direction: "unclear", net: lossy }],
  ["harm_beside", "fix", { harmed: ["Handling time"] }],
  ["chain_broken", "fix", { broken }],
  ["worth_unknown", "wait", { net: null, missing: 2 }],
  ["costs_unknown", "wait", { spent: 0 }],
  ["costs_unknown", "wait", { spent: 0, unconverted: [licence] }],
  ["costs_incomplete", "wait", { unconverted: [licence] }],
  ["pays", "scale", {}],
  ["pays", "scale", { direction: "not_worse", grade: "C" }],
  ["does_not_pay", "fix", { net: around }],
  ["does_not_pay", "fix", { net: lossy }],
  ["does_not_pay", "fix", { net: around, unconverted: [licence] }],
  ["nothing_moved", "stop", { ...unclear, notApplied: true }],
  ["not_applied", "fix", { grade: "D", notApplied: true }],
  ["not_applied", "fix", { grade: "E", direction: "none", notApplied: true, net: null }],
  ["cannot_tell", "wait", unclear],
  ["not_compared", "wait", { grade: "D" }],
  ["not_compared", "wait", { grade: "E", direction: "none", net: null }],
  ["not_compared", "wait", { grade: "D", direction: "worse" }],
])("%s: %s", (rule, advice, changes) => {
  expect(adviceFor({ ...proven, ...changes }, formats)).toMatchObject({ rule, advice });
});

test("every rule gives its reason in one plain sentence that ends", () => {
  for (const rule of adviceTable) {
    expect(rule.reason({ ...proven, broken, harmed: ["Handling time"] }, formats)).toMatch(/^[A-Z“].{20,}[.]$/);
    expect(
      rule.reason({ ...proven, net: null, kpi: null, broken, harmed: ["Handling time"], raise: [] }, formats),
    ).not.toMatch(/null|undefined|NaN/);
  }
});

test("a reason says the figures it rests on", () => {
  const reason = (changes: Partial<AdviceFacts>) => adviceFor({ ...proven, ...changes }, formats).reason;
  expect(reason({})).toBe("The effect is shown and it pays: €5,000 to €35,000 more came back than it cost.");
  expect(reason({ status: "too early", until: "2027-01-31" })).toBe(
    "Its follow-up is not over: nothing is said before 31 January 2027.",
  );
  expect(reason({ grade: "D" })).toBe(
    "Nobody was compared, so what it did cannot be said. What would tell: Draw lots next time.",
  );
  expect(reason({ direction: "negligible", net: lossy })).toBe(
    "“Defect rate” did not change, and the data leave no room for a change large enough to be called relevant.",
  );
  expect(reason({ direction: "negligible", net: around })).toMatch(
    /relevant; where even the smaller one at the best end would do, it would bring €9,000 more than it cost\.$/,
  );
  expect(reason({ net: null, missing: 1 })).toBe(
    "“Defect rate” got better, and what that is worth is not known: one value is not stated.",
  );
});

test("what a cost without a rate leaves open is named, and nothing is said against the other costs as if they were all", () => {
  const reason = (changes: Partial<AdviceFacts>) => adviceFor({ ...proven, ...changes }, formats).reason;
  expect(reason({ unconverted: [licence] })).toBe(
    "“Defect rate” got better, and “Licence” (CHF) waits for an exchange rate: €5,000 to €35,000 more came back than the other costs, and whether it paid for all of them cannot be said.",
  );
  expect(
    reason({ unconverted: [licence, { item: "Venue", currency: "USD" }, { item: "Travel", currency: "CHF" }] }),
  ).toContain("3 costs in CHF and USD wait for an exchange rate");
  expect(reason({ spent: 0, unconverted: [licence] })).toBe(
    "“Defect rate” got better, and “Licence” (CHF) waits for an exchange rate: whether it paid cannot be said.",
  );
  expect(reason({ net: around, unconverted: [licence] })).toContain(
    "(−€9,000 to €9,000, and “Licence” (CHF) waits for an exchange rate)",
  );
  expect(reason({ direction: "negligible", net: around, unconverted: [licence] })).toMatch(/relevant\.$/);
});
