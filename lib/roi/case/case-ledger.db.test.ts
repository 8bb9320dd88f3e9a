import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { costs } from "@/db/schema/costs";
import { assumptions, exchangeRates } from "@/db/schema/money";
import { inTenant } from "@/lib/server/tenant-access";
import { builtCase, type CaseStudy, givenCaseStudy } from "@/test/given-case-study";

afterAll(closePool);

const spend = (study: CaseStudy, rows: Partial<typeof costs.$inferInsert>[]) =>
  inTenant(study.orgId, (tx) =>
    tx.insert(costs).values(
      rows.map((row, index) => ({
        orgId: study.orgId,
        initiativeId: study.initiativeId,
        item: `Item ${index}`,
        amount: 100,
        ...row,
      })),
    ),
  );

const rates = (study: CaseStudy, rows: { currency: string; validFrom: string; rate: number }[]) =>
  inTenant(study.orgId, (tx) =>
    tx.insert(exchangeRates).values(rows.map((row) => ({ ...row, orgId: study.orgId, source: "ECB" }))),
  );

test("costs are converted by the newest rate on or before their day, and never without one", async () => {
  const study = await givenCaseStudy();
  await rates(study, [
    { currency: "CHF", validFrom: "2025-01-01", rate: 1.05 },
    { currency: "CHF", validFrom: "2025-03-01", rate: 1.1 },
  ]);
  await spend(study, [
    { currency: "CHF", spentOn: "2025-02-28" },
    { currency: "CHF", spentOn: "2025-03-01" },
    { currency: "CHF", spentOn: "2024-12-31" },
    { currency: "PLN", spentOn: "2025-03-01" },
    { currency: "EUR", spentOn: "2025-03-02" },
    { spentOn: "2025-03-03", recurrence: "monthly", endsOn: "2025-09-02" },
  ]);
  const one = await builtCase(study);
  expect(one.case.costs.map(({ amount }) => amount)).toEqual([105, expect.closeTo(110), 100, 100]);
  expect(one.unconverted.map(({ item, amount, currency }) => [item, amount, currency])).toEqual([
    ["Item 2", 100, "CHF"],
    ["Item 3", 100, "PLN"],
  ]);
  expect(one.case.costs.at(-1)).toMatchObject({ every: "month", months: 6 });
});

test("learners' time comes from people data unless somebody entered it", async () => {
  const study = await givenCaseStudy({ seconds: 3600, hourlyCost: (index) => 20 + index });
  const one = await builtCase(study);
  expect(one.case.costs).toEqual([
    {
      id: "learner_time",
      item: "Time of those who learned, from learning events and each person’s cost of an hour",
      kind: "learner_time",
      amount: 20 + 21 + 22 + 23 + 24 + 25,
      every: "once",
      months: null,
      hours: 6,
    },
  ]);
  await spend(study, [{ kind: "learner_time", hours: 5 }]);
  expect((await builtCase(study)).case.costs).toMatchObject([{ amount: 100, hours: 5 }]);
});

test("without a cost of an hour the organisation's is used, and where nobody stated one it is missing", async () => {
  const study = await givenCaseStudy({ seconds: 1800, hourlyCost: (index) => (index === 0 ? 500 : null) });
  expect((await builtCase(study)).case.costs).toEqual([]);
  await inTenant(study.orgId, (tx) =>
    tx.insert(assumptions).values({
      orgId: study.orgId,
      key: "hourly_cost",
      unit: "EUR an hour",
      value: 40,
      origin: "stated",
      source: "Payroll",
    }),
  );
  // One person's own cost of an hour would be told by the sum.
  const one = await builtCase(study);
  expect(one.case.costs).toMatchObject([{ amount: 3 * 40, hours: 3, item: /organisation/ }]);
  expect(one.assumptions.find(({ id }) => id === one.learnerRate)).toMatchObject({ key: "hourly_cost", value: 40 });
});

test("an activity whose events say no time is as long as the catalogue says", async () => {
  const study = await givenCaseStudy({ seconds: 0, hourlyCost: () => 30 });
  await inTenant(study.orgId, (tx) => tx.execute(`update learning_events set seconds = null`));
  expect((await builtCase(study)).case.costs).toMatchObject([{ hours: 3, amount: 90 }]);
});

test("costs that run on are told for the year ahead, and not those that have ended", async () => {
  const study = await givenCaseStudy();
  expect(await builtCase(study)).toMatchObject({ learnerRate: null, running: 0 });
  await spend(study, [{ recurrence: "monthly", spentOn: "2025-01-01", endsOn: "2025-12-31" }]);
  expect((await builtCase(study)).running).toBe(0);
  await spend(study, [{ item: "Licence", recurrence: "monthly", spentOn: "2025-01-01" }]);
  expect((await builtCase(study)).running).toBe(1200);
});
