import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { segmentedRegression } from "@/lib/stats/linear/segmented-regression";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import type { StudyPerson } from "@/test/given-study";
import type { StartingPoint } from "./starting-point-sql";

afterAll(closePool);

const months = Array.from({ length: 14 }, (_, at) =>
  new Date(Date.UTC(2024, 3 + at + 1, 0)).toISOString().slice(0, 10),
);
/** April 2024 to May 2025; exposed from January 2025 on, the tenth month. */
const start = 9;
const windows = {
  design: "before_after",
  baselineFrom: "2024-04-01",
  baselineTo: "2024-12-31",
  followUpFrom: "2025-01-01",
  followUpTo: "2025-05-31",
} as const;

/** Twelve people on one rising series that jumps by `jump` with exposure. */
function people(jump = 5, arm: string | null = "treatment"): StudyPerson[] {
  return Array.from({ length: 12 }, (_, index) => ({
    id: `${arm ?? "other"}${index}`,
    ...(arm && { arm, exposedOn: "2025-01-10" }),
    values: months.map((date, at) => ({
      date,
      value: 20 + index + 0.5 * at + (at >= start ? jump : 0) + ((at * 7 + index) % 5) + ((at * 5) % 3),
    })),
  }));
}

const meansOf = (members: readonly StudyPerson[]) =>
  months.map((_, at) => members.reduce((sum, { values }) => sum + Number(values[at]?.value), 0) / members.length);

test("the break of the series leads, with the figures of the series of means, and the paired change stands beside it", async () => {
  const result = await evaluateStudy(windows, people());
  const expected = segmentedRegression({ values: meansOf(people()), start });
  if (expected.kind !== "estimate") throw new Error(expected.reason);
  const [headline] = result.results;
  expect(headline).toMatchObject({ method: "segmented_newey_west", headline: true, n: { treated: 12, control: 0 } });
  expect(headline?.estimate).toBeCloseTo(expected.estimate, 9);
  expect(headline?.standard_error).toBeCloseTo(expected.standardError ?? Number.NaN, 9);
  expect(headline?.detail).toMatchObject({ periods: { before: 9, after: 5 }, lag: expected.detail?.lag });
  expect(methodOf(result, "before_after_paired").status).toBe("estimated");
  expect(result.claim.grade).toBe("D");
  expect(result.claim.limits.join()).not.toMatch(/dropped/);
});

test("a shift of the whole series changes nothing, a larger jump is the larger estimate, and a gap in one person drops only them", async () => {
  const plain = methodOf(await evaluateStudy(windows, people()), "segmented_newey_west").estimate ?? Number.NaN;
  const moved = people().map((member) => ({
    ...member,
    values: member.values.map((row) => ({ ...row, value: Number(row.value) + 1000 })),
  }));
  expect(methodOf(await evaluateStudy(windows, moved), "segmented_newey_west").estimate).toBeCloseTo(plain, 7);
  expect(methodOf(await evaluateStudy(windows, people(7)), "segmented_newey_west").estimate).toBeCloseTo(plain + 2, 9);
  const gap = people().map((member, index) => (index === 3 ? { ...member, values: member.values.slice(1) } : member));
  expect(methodOf(await evaluateStudy(windows, gap), "segmented_newey_west").n.treated).toBe(11);
});

test.each([
  [
    "too few periods",
    (members: StudyPerson[]) => members.map((m) => ({ ...m, values: m.values.slice(7, 11) })),
    /Too few periods/,
  ],
  [
    "people who began at different times",
    (members: StudyPerson[]) => members.map((m, at) => ({ ...m, exposedOn: at % 2 ? "2025-01-10" : "2025-03-10" })),
    /began in different periods/,
  ],
  [
    "a period nobody was measured in",
    (members: StudyPerson[]) => members.map((m) => ({ ...m, values: m.values.filter((_, at) => at !== 4) })),
    /has a period in which nobody has a value/,
  ],
] as const)("the paired change leads where the series cannot: %s", async (_, change, reason) => {
  const result = await evaluateStudy(windows, change(people()));
  expect(result.results[0]).toMatchObject({ method: "before_after_paired", headline: true, status: "estimated" });
  expect(methodOf(result, "segmented_newey_west").reason).toMatch(reason);
});

test("people who began far below everybody else are said to be likely to come back by themselves", async () => {
  const others = people(0, null).map((member) => ({
    ...member,
    values: member.values.map((row) => ({ ...row, value: Number(row.value) + 12 })),
  }));
  const far = await evaluateStudy(windows, [...people(), ...others]);
  expect(far.claim.limits).toContainEqual(
    expect.stringMatching(
      /^Those in the programme began 0\.\d standard deviations below everybody with this KPI \(24 people\)/,
    ),
  );
  const headline = methodOf(far, "segmented_newey_west").detail as { starting_point: StartingPoint };
  expect(headline.starting_point.everybody - headline.starting_point.treated).toBeCloseTo(6, 9);
  const near = await evaluateStudy(windows, [...people(), ...people(0, null)]);
  expect(near.claim.limits.join()).not.toMatch(/Those in the programme began/);
});

test("how much of the way back is to be expected follows from how much of a gap lasted within the baseline", async () => {
  // Half of every gap lasts: 0, 4, ..., 44 in the first half of the baseline, half of it in the second. The trained began at 0 to 20.
  const everybody = Array.from({ length: 12 }, (_, at): StudyPerson => {
    const treated = at < 6;
    return {
      id: `P${String(at).padStart(2, "0")}`,
      ...(treated && { arm: "treatment", exposedOn: "2025-01-10" }),
      values: months.map((date, month) => ({ date, value: (month < 4 ? 1 : 0.5) * 4 * at + ((month * 3) % 4) })),
    };
  });
  const { results, claim } = await evaluateStudy(windows, everybody);
  const start = results[0]?.detail.starting_point as StartingPoint | undefined;
  expect(start?.regression?.lasted).toBeCloseTo(0.5, 9);
  // All began at 22 on average, the trained at 10: half of the gap of 12 is to come back.
  expect(start?.regression?.expected).toBeCloseTo(6, 9);
  expect(claim.limits.join()).toMatch(
    /a rise of 6.*is to be expected without it, as far as gaps between people lasted/,
  );
});

test("the starting point has the same digits in whatever order people came in", async () => {
  const all = [...people(), ...people(5, null)].map((member, index) => ({
    ...member,
    values: member.values.map((row, at) => ({ ...row, value: Number(row.value) / 3 + Math.sin(index * 31 + at) })),
  }));
  const pointOf = async (members: StudyPerson[]) =>
    JSON.stringify(methodOf(await evaluateStudy(windows, members), "before_after_paired").detail);
  expect(await pointOf(all.toReversed())).toBe(await pointOf(all));
});
