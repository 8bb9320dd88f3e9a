import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateStudy } from "@/test/evaluate-study";
import type { GivenPlan, StudyPerson } from "@/test/given-study";

afterAll(closePool);

const registered: GivenPlan = { registeredAt: "2025-03-20" };
const days = { before: "2025-02-28", after: "2025-05-31" };

function arms(size: number, values: (treated: boolean, at: number) => StudyPerson["values"]): StudyPerson[] {
  return ["treatment", "control"].flatMap((arm) =>
    Array.from({ length: size }, (_, at) => {
      const treated = arm === "treatment";
      return { id: `${arm}${at}`, arm, exposedOn: treated ? "2025-04-01" : null, values: values(treated, at) };
    }),
  );
}

async function method(name: string, plan: GivenPlan, members: StudyPerson[]) {
  const { results } = await evaluateStudy(plan, members);
  return results.find((result) => result.method === name);
}

test("the middle of all differences is of changes, is not moved by one wild value, and carries the rank test", async () => {
  // Changes of 2, 3, 4, 5, 6 against 0, 1, 2, 3, 4: every difference is 2 apart in the middle, 22.5 of 25 pairs are higher.
  const members = arms(5, (treated, at) => [
    { date: days.before, value: 10 * at },
    { date: days.after, value: 10 * at + at + (treated ? 2 : 0) },
  ]);
  const plain = await method("hodges_lehmann", registered, members);
  expect(plain).toMatchObject({
    estimate: 2,
    detail: { of: "change", mann_whitney: { u: { treated: 20.5, control: 4.5 } } },
  });

  const last = members[4];
  const wild = members.map((member) =>
    member === last
      ? {
          ...member,
          values: [
            { date: days.before, value: 40 },
            { date: days.after, value: 4_000 },
          ],
        }
      : member,
  );
  expect((await method("hodges_lehmann", registered, wild))?.estimate).toBeLessThan(3);
});

test("a KPI of events over time gets the exact ratio of both rates over the follow-up", async () => {
  const rate: GivenPlan = { ...registered, kpis: [{ code: "outcome", kind: "rate", direction: "down" }] };
  // 10 events in 10 years against 20 in 10: half as often. Of 30 events 10 were the treated's: Clopper and Pearson give 0.1729 to
  // 0.5281, as odds 0.209 to 1.119; twice the chance of at most 10 heads in 30 is 0.0987.
  const members = arms(10, (treated, at) => [
    { date: days.after, numerator: treated ? 1 : at % 2 === 0 ? 1 : 3, denominator: 1 },
  ]);
  const found = await method("rate_ratio_exact", rate, members);
  expect(found).toMatchObject({ estimate: 0.5, standard_error: null, n: { treated: 10, control: 10 } });
  expect(found?.ci?.[0]).toBeCloseTo(0.1729 / 0.8271, 3);
  expect(found?.ci?.[1]).toBeCloseTo(0.5281 / 0.4719, 3);
  expect(found?.p).toBeCloseTo(0.0987, 4);
  expect(await method("rate_ratio_exact", registered, members)).toBeUndefined();
});

test("a KPI in levels gets the share who moved up, and other KPIs do not", async () => {
  const levels: GivenPlan = { ...registered, kpis: [{ code: "outcome", unit: "levels" }] };
  // 6 of 10 rise where people were trained, 2 of 10 elsewhere.
  const members = arms(10, (treated, at) => [
    { date: days.before, value: 2 },
    { date: days.after, value: at < (treated ? 6 : 2) ? 3 : 2 },
  ]);
  const found = await method("moved_up_newcombe", levels, members);
  expect(found?.estimate).toBeCloseTo(0.4, 12);
  expect(found?.detail).toMatchObject({ unit: "share", of: "moved up" });
  expect(await method("moved_up_newcombe", registered, members)).toBeUndefined();
});

test("differences are also said in standard deviations", async () => {
  const members = arms(20, (treated, at) => [
    { date: days.before, value: at % 4 },
    { date: days.after, value: (at % 5) + (treated ? 1 : 0) },
  ]);
  const found = await method("welch", registered, members);
  // Both arms hold 0 to 4 four times: variance 40 / 19, so d = 1 / 1.45095 and g = d * J(38), J being 1 - 3 / (4 * 38 - 1) to four digits.
  expect(found?.detail.size).toMatchObject({ hedges_g: expect.closeTo(0.6755, 3) });
});
