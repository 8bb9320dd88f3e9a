import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import { expectedValues, readTexts } from "@/test/fixtures/reference/read-reference";
import type { GivenPlan, StudyPerson } from "@/test/given-study";
import { csv, documentOf, planText } from "@/test/study-folder";
import { headlineOf } from "./headline";

afterAll(closePool);

const plan: GivenPlan = {
  design: "time_to_event",
  period: "day",
  followUpFrom: "2025-04-01",
  followUpTo: "2025-06-30",
  kpis: [{ code: "relapse", name: "Relapse", direction: "down" }],
};
const dayAt = (days: number) => new Date(Date.UTC(2025, 3, 1 + days)).toISOString().slice(0, 10);

/** The remission of 42 people: seen without relapse on the first day, and with it or for the last time on the day of the data. */
function gehan(treatedArm = "6-MP"): StudyPerson[] {
  return readTexts("survival/gehan.csv").map(({ time = "", cens, treat }, index) => ({
    id: `p${String(index).padStart(2, "0")}`,
    arm: treat === treatedArm ? "treatment" : "control",
    exposedOn: treat === treatedArm ? "2025-04-01" : null,
    values: [
      { date: "2025-03-31", value: 0 },
      { date: dayAt(Number(time)), value: Number(cens) },
    ],
  }));
}

test("the remission trial gives the reference curves, log-rank test and hazard ratio, and the gain in days leads", async () => {
  const result = await evaluateStudy(plan, gehan());
  const expected = expectedValues<Record<string, number>>("survival");
  expect(result.results.map(({ method }) => method)).toEqual([
    "restricted_mean_difference",
    "kaplan_meier",
    "cox_efron",
  ]);

  const cox = methodOf(result, "cox_efron");
  const ratio = expected("gehan.cox.efron");
  expect(1 / (cox.estimate ?? 0)).toBeCloseTo(ratio.hr ?? Number.NaN, 7);
  expect([1 / (cox.ci?.[1] ?? 0), 1 / (cox.ci?.[0] ?? 0)]).toEqual([
    expect.closeTo(ratio.hr_low ?? 0, 7),
    expect.closeTo(ratio.hr_high ?? 0, 6),
  ]);
  expect(cox.p).toBeCloseTo(ratio.p ?? Number.NaN, 9);
  expect(cox.detail).toMatchObject({ events: { treated: 9, control: 21 }, proportional: { p: expect.any(Number) } });

  const curves = methodOf(result, "kaplan_meier");
  const test = expected("gehan.logrank");
  const { log_rank } = curves.detail as { log_rank: { statistic: number; p: number } };
  expect(log_rank.statistic / (test.chisq ?? 1)).toBeCloseTo(1, 9);
  expect(log_rank.p / (test.p ?? 1)).toBeCloseTo(1, 8);
  const { curves: drawn } = curves.detail as { curves: { treated: { steps: { time: number; survival: number }[] } } };
  expect(drawn.treated.steps.find(({ time }) => time === 10)?.survival).toBeCloseTo(0.752941176470588, 12);
  expect(curves.estimate).toBeCloseTo(0.448179271708683, 12);

  expect(result.results[0]).toMatchObject({
    headline: true,
    detail: { unit: "days", left_out: { before: 0, unwatched: 0 } },
  });
  expect(result.results[0]?.estimate).toBeGreaterThan(0);
  expect(headlineOf(result, 5, false)).toMatchObject({ kind: "estimate", unit: "days" });
  expect(result.claim.grade).toBe("C");
  expect(result.claim.sentence).toMatch(/did better than comparable people on “time until Relapse”, by .*days/);
  expect(result.checks.map(({ id }) => id)).toEqual([
    "sample_ratio",
    "balance",
    "baseline_locked",
    "rival_explanations",
    "contamination",
    "small_groups",
    "sensitivity",
  ]);
});

test("relabelling the arms turns the sign and inverts the ratio, and everybody starting later at once changes nothing", async () => {
  const one = await evaluateStudy(plan, gehan());
  const other = await evaluateStudy(plan, gehan("control"));
  expect(other.results[0]?.estimate).toBeCloseTo(-(one.results[0]?.estimate ?? Number.NaN), 10);
  expect(methodOf(other, "cox_efron").estimate).toBeCloseTo(1 / (methodOf(one, "cox_efron").estimate ?? 0), 8);
  const shifted = gehan().map((member) => ({
    ...member,
    exposedOn: member.exposedOn ? dayAt(7) : null,
    values: member.values.map((row) => ({
      ...row,
      date: new Date(Date.parse(row.date) + 7 * 86_400_000).toISOString().slice(0, 10),
    })),
  }));
  const later = await evaluateStudy({ ...plan, followUpFrom: dayAt(7) }, shifted);
  expect(later.results[0]?.estimate).toBe(one.results[0]?.estimate);
});

test("where the event is wanted, sooner is better", async () => {
  const wanted: GivenPlan = { ...plan, kpis: [{ code: "able", name: "Able", direction: "up" }] };
  const { claim } = await evaluateStudy(wanted, gehan("control"));
  expect(claim).toMatchObject({ direction: "better" });
  expect((await evaluateStudy(wanted, gehan())).claim).toMatchObject({ direction: "worse" });
});

test("whoever had the event before, or is never watched, is left out and said", async () => {
  const early = { id: "x1", arm: "control", values: [{ date: "2025-03-20", value: 1 }] };
  const absent = { id: "x2", arm: "control", values: [{ date: "2025-03-20", value: 0 }] };
  const [one, more] = [await evaluateStudy(plan, gehan()), await evaluateStudy(plan, [...gehan(), early, absent])];
  expect(more.results[0]).toEqual({
    ...one.results[0],
    detail: { ...one.results[0]?.detail, left_out: { before: 1, unwatched: 1 } },
  });
  expect(more.claim.limits).toContain("Left out: 1 person whose event came before their time began.");
});

test.each([
  [
    "only events on file",
    gehan().flatMap((m) => (m.values[1]?.value === 1 ? [{ ...m, values: m.values.slice(1) }] : [])),
    /rows with 0/,
  ],
  ["one arm", gehan().filter(({ arm }) => arm === "treatment"), /No comparison/],
  [
    "no event at all",
    gehan().map((m) => ({ ...m, values: m.values.map((row) => ({ ...row, value: 0 })) })),
    /No variation/,
  ],
] as [string, StudyPerson[], RegExp][])("refuses: %s", async (_, members, reason) => {
  const result = await evaluateStudy(plan, members);
  expect(result.results.every(({ status, estimate }) => status === "not_estimable" && estimate === null)).toBe(true);
  expect(result.results[0]?.reason).toMatch(reason);
  expect(result.claim.grade).toBe("E");
});

test("the KPI exit is read from the exit dates of people.csv", async () => {
  const rows = readTexts("survival/gehan.csv").map(({ cens, time = "", treat }, index) => ({
    id: `P${String(index).padStart(2, "0")}`,
    arm: treat === "6-MP" ? "treatment" : "control",
    exit: cens === "1" ? dayAt(Number(time)) : "",
  }));
  const document = await documentOf({
    "study.json": planText({
      design: "time_to_event",
      primary_kpi: "exit",
      baseline: undefined,
      follow_up: { from: "2025-04-01", to: "2025-05-31" },
    }),
    "kpis.csv": "kpi,name,direction\nexit,Exit,down\n",
    "people.csv": csv("employee_id,exit_date", ...rows.map(({ id, exit }) => `${id},${exit}`)),
    "cohort.csv": csv("employee_id,arm,exposed_on", ...rows.map(({ id, arm }) => `${id},${arm},`)),
  });
  expect(document.results[0]).toMatchObject({
    method: "restricted_mean_difference",
    status: "estimated",
    headline: true,
  });
  expect(document.results[0]?.detail).toMatchObject({ horizon: 60 });
  expect(document.results[2]?.detail).toMatchObject({ events: { treated: 9, control: 21 } });
});
