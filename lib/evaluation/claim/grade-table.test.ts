import { expect, test } from "vitest";
import type { CheckStatus } from "@/lib/evaluation/checks/check";
import { type Evidence, gradeOf, gradeTable } from "./grade-table";

const ids = ["sample_ratio", "balance", "baseline_locked", "contamination", "small_groups", "attrition"];

function evidence(
  facts: Partial<Pick<Evidence, "estimated" | "compares" | "random">>,
  statuses: Record<string, CheckStatus> = {},
): Evidence {
  const all = [...new Set([...ids, ...Object.keys(statuses)])];
  const checks = all.map((id) => ({ id, status: statuses[id] ?? ("pass" as const) }));
  return { estimated: true, compares: true, random: true, checks, ...facts };
}

const phased = { random: false };
const proven = { pre_trends: "pass", placebo: "pass" } as const;

test.each<[string, string, Evidence]>([
  ["A", "lots, registered, every check passed", evidence({})],
  ["B", "lots, with a warning", evidence({}, { balance: "warn" })],
  ["B", "lots, registered on the day of exposure", evidence({}, { baseline_locked: "warn" })],
  ["C", "lots, unregistered", evidence({}, { baseline_locked: "cannot_tell" })],
  ["C", "lots, registered too late", evidence({}, { baseline_locked: "fail" })],
  ["C", "lots, another check failed", evidence({}, { sample_ratio: "fail" })],
  ["C", "lots, a check that was impossible", evidence({}, { contamination: "cannot_tell" })],
  ["C", "a comparison whose pre-trends were not looked at", evidence(phased, { sample_ratio: "cannot_tell" })],
  ["B", "a comparison with quiet pre-trends and placebo", evidence(phased, { sample_ratio: "cannot_tell", ...proven })],
  ["C", "the same, with a placebo that spoke", evidence(phased, { ...proven, placebo: "fail" })],
  ["C", "the same, with too little power to see a pre-trend", evidence(phased, { ...proven, pre_trends: "warn" })],
  ["C", "the same, unregistered", evidence(phased, { ...proven, baseline_locked: "cannot_tell" })],
  ["C", "the same, with a failed check", evidence(phased, { ...proven, attrition: "fail" })],
  ["D", "no comparison group, whatever the checks say", evidence({ random: false, compares: false })],
  ["E", "nothing estimated, whatever the design", evidence({ estimated: false })],
])("grade %s: %s", (grade, _, facts) => {
  expect(gradeOf(facts)).toBe(grade);
});

test("one failed check is enough to lose A and B, whichever it is", () => {
  for (const id of ids) expect(gradeOf(evidence({}, { [id]: "fail" }))).toBe("C");
});

test("every rule of the table says what it needs, and the last one always holds", () => {
  expect(gradeTable.every(({ needs }) => needs.length > 20)).toBe(true);
  expect(gradeTable.at(-1)?.holds(evidence({}, { balance: "fail" }))).toBe(true);
});
