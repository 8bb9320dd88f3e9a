import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { costs, initiatives } from "@/db/schema/initiatives";
import { assumptionSignatures, assumptions, exchangeRates } from "@/db/schema/money";
import { kpis } from "@/db/schema/work";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { BuiltCase } from "@/lib/roi/results/initiative-money";
import { inTenant } from "@/lib/server/tenant-access";
import { type CaseStudy, givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { assumptionDigest } from "./assumption-digest";
import { buildCases } from "./build-cases";

afterAll(closePool);

const factors = { volume: { value: 100 }, value_per_unit: { value: 2 } };

async function built({ orgId, initiativeId }: Pick<CaseStudy, "orgId" | "initiativeId">): Promise<BuiltCase> {
  const [one] = await inTenant(orgId, (tx) => buildCases(tx, orgId, [initiativeId]));
  if (!one) throw new Error("The case was not built");
  return one;
}

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

test("a line carries the headline effect, the people exposed and what is stated for it", async () => {
  const study = await givenCaseStudy();
  const { lineId, ids } = await givenBenefitLine(study, factors);
  const one = await built(study);
  expect(one).toMatchObject({ status: "evaluated", people: 6, skills: ["Rules"], activities: ["card"] });
  expect(one.evaluation).toMatchObject({ grade: expect.stringMatching(/[ABC]/), direction: "better" });
  const [line] = one.case.lines;
  expect(line).toMatchObject({
    id: lineId,
    unproven: null,
    people: 6,
    intangible: false,
    isPrimary: true,
    hourFactors: [],
  });
  expect(line?.effect?.improvement).toBeGreaterThan(1);
  expect(line?.effect?.standardError).toBeGreaterThan(0);
  expect(line?.factors.map(({ key, assumption }) => [key, assumption.id, assumption.value])).toEqual([
    ["value_per_unit", ids.value_per_unit, 2],
    ["volume", ids.volume, 100],
  ]);
  expect(one.case.seed).toBe(7);
  const worth = evaluateCase(one.case, {}, 200);
  expect(worth.benefit.central).toBeCloseTo((line?.effect?.improvement ?? 0) * 6 * 200, 6);
});

test("where less is better, a fall is an improvement", async () => {
  const up = await givenCaseStudy();
  const down = await givenCaseStudy({ plan: { kpis: [{ code: "outcome", direction: "down" }] } });
  for (const study of [up, down]) await givenBenefitLine(study, factors);
  const [more, less] = [await built(up), await built(down)];
  expect(less.case.lines[0]?.effect?.improvement).toBeCloseTo(-(more.case.lines[0]?.effect?.improvement ?? 0), 9);
  expect(less.lines[0]?.direction).toBe("worse");
});

test("a grade of D stands apart, and so does application nobody saw", async () => {
  const before = await givenCaseStudy({ plan: { design: "before_after" } });
  await givenBenefitLine(before, factors);
  const graded = await built(before);
  expect(graded.evaluation?.grade).toMatch(/[DE]/);
  expect(graded.case.lines[0]?.unproven).toBe("grade");

  const unseen = await givenCaseStudy({ applied: false });
  await givenBenefitLine(unseen, factors);
  const untouched = await built(unseen);
  expect(untouched.case.lines[0]).toMatchObject({
    unproven: "application",
    effect: { improvement: expect.any(Number) },
  });
  expect(evaluateCase(untouched.case, {}, 200).benefit.central).toBe(0);
});

test("an effect on logarithms is turned into the KPI's unit at the comparison's mean", async () => {
  const study = await givenCaseStudy({ plan: { transform: { outcome: "log" } } });
  await givenBenefitLine(study, factors);
  const one = await built(study);
  const { estimate, error } = await inTenant(study.orgId, async (tx) => {
    const { rows } = await tx.execute<{ estimate: number; error: number }>(
      `select (r ->> 'estimate')::float8 as estimate, (r ->> 'standard_error')::float8 as error
       from evaluations, jsonb_array_elements(result -> 'results') r where (r ->> 'headline')::boolean`,
    );
    return rows[0] ?? { estimate: 0, error: 0 };
  });
  const mean = (5.5 + 4 + 7 + 3 + 7) / 5;
  expect(one.case.lines[0]?.effect?.improvement).toBeCloseTo(mean * Math.expm1(estimate), 9);
  expect(one.case.lines[0]?.effect?.standardError).toBeCloseTo(mean * Math.exp(estimate) * error, 9);
});

test("nothing is counted while the follow-up is open, before it was evaluated, or of too few people", async () => {
  const open = await givenCaseStudy({ plan: { followUpTo: "2999-12-31" } });
  const unevaluated = await givenCaseStudy({ evaluated: false });
  const few = await givenCaseStudy();
  await inTenant(few.orgId, (tx) => tx.execute(`update organisations set minimum_group_size = 6`));
  for (const study of [open, unevaluated, few]) await givenBenefitLine(study, factors);
  expect(await built(open)).toMatchObject({ status: "too early", evaluation: null });
  expect((await built(open)).case.lines[0]).toMatchObject({ unproven: "too_early", effect: null });
  expect((await built(unevaluated)).case.lines[0]).toMatchObject({ unproven: "not_estimable", effect: null });
  const withheld = await built(few);
  expect(withheld.evaluation).toBeNull();
  expect(withheld.case.lines[0]).toMatchObject({ unproven: "withheld", effect: null, people: 0 });
});

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
  const one = await built(study);
  expect(one.case.costs.map(({ amount }) => amount)).toEqual([105, expect.closeTo(110), 100, 100]);
  expect(one.unconverted.map(({ item, amount, currency }) => [item, amount, currency])).toEqual([
    ["Item 2", 100, "CHF"],
    ["Item 3", 100, "PLN"],
  ]);
  expect(one.case.costs.at(-1)).toMatchObject({ every: "month", months: 6 });
});

test("learners' time comes from people data unless somebody entered it", async () => {
  const study = await givenCaseStudy({ seconds: 3600, hourlyCost: (index) => 20 + index });
  const one = await built(study);
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
  expect((await built(study)).case.costs).toMatchObject([{ amount: 100, hours: 5 }]);
});

test("without a cost of an hour the organisation's is used, and where nobody stated one it is missing", async () => {
  const study = await givenCaseStudy({ seconds: 1800, hourlyCost: (index) => (index === 0 ? 500 : null) });
  expect((await built(study)).case.costs).toEqual([]);
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
  const one = await built(study);
  expect(one.case.costs).toMatchObject([{ amount: 3 * 40, hours: 3, item: /organisation/ }]);
  expect(one.assumptions.find(({ id }) => id === one.learnerRate)).toMatchObject({ key: "hourly_cost", value: 40 });
});

test("an activity whose events say no time is as long as the catalogue says", async () => {
  const study = await givenCaseStudy({ seconds: 0, hourlyCost: () => 30 });
  await inTenant(study.orgId, (tx) => tx.execute(`update learning_events set seconds = null`));
  expect((await built(study)).case.costs).toMatchObject([{ hours: 3, amount: 90 }]);
});

test("assumptions of an initiative go before those of the organisation, and an unstated factor is the organisation's", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, {
    volume: { value: 10 },
    hours_per_unit: { value: 0.5 },
    hourly_cost: { value: null },
  });
  const insert = (key: string, value: number, initiativeId: string | null = null) =>
    inTenant(study.orgId, (tx) =>
      tx
        .insert(assumptions)
        .values({ orgId: study.orgId, initiativeId, key, unit: "", value, origin: "stated", source: "Finance" }),
    );
  const before = await built(study);
  expect(before.case.discountRate).toMatchObject({ id: "unstated discount_rate", value: null });
  await insert("discount_rate", 0.08);
  await insert("hourly_cost", 40);
  await insert("years", 2);
  await insert("years", 3, study.initiativeId);
  const one = await built(study);
  expect([one.case.discountRate.value, one.case.years.value, one.case.persistence.value]).toEqual([0.08, 3, null]);
  expect(one.case.lines[0]?.hourFactors).toEqual(["hours_per_unit", "volume"]);
  expect(one.case.lines[0]?.factors.find(({ key }) => key === "hourly_cost")?.assumption.value).toBe(40);
  expect(one.assumptions.filter(({ key }) => key === "hourly_cost")).toHaveLength(1);
});

test("a signature holds until what it is of changes", async () => {
  const study = await givenCaseStudy();
  const { ids } = await givenBenefitLine(study, factors);
  const id = ids.volume ?? "";
  const content = { value: 100, low: null, high: null, unit: "", source: "Finance", alternatives: [] };
  const sign = (kind: "signed" | "declined" | "withdrawn", at: string) =>
    inTenant(study.orgId, (tx) =>
      tx.insert(assumptionSignatures).values({
        orgId: study.orgId,
        assumptionId: id,
        kind,
        digest: assumptionDigest(content),
        stated: content,
        signedBy: study.initiativeId,
        signedAt: new Date(at),
      }),
    );
  const state = async () => (await built(study)).assumptions.find((one) => one.id === id)?.signature.state;
  expect(await state()).toBe("unsigned");
  await sign("signed", "2026-01-01");
  expect(await state()).toBe("signed");
  await inTenant(study.orgId, (tx) => tx.update(assumptions).set({ high: 200 }));
  expect(await state()).toBe("changed");
  await sign("withdrawn", "2026-01-02");
  expect(await state()).toBe("unsigned");
});

test("satisfaction has no accepted value, unless the KPI's definition names one", async () => {
  const kpi = { code: "outcome", name: "Customer satisfaction", family: "customer", unit: "points of 5" };
  const study = await givenCaseStudy({ plan: { kpis: [kpi] } });
  await givenBenefitLine(study, factors);
  expect((await built(study)).case.lines[0]?.intangible).toBe(true);
  await inTenant(study.orgId, (tx) => tx.update(kpis).set({ valuePerUnit: 12 }));
  expect((await built(study)).case.lines[0]?.intangible).toBe(false);
});

test("drafts, explorations and other organisations' initiatives have no case", async () => {
  const [own, other] = [await givenCaseStudy(), await givenCaseStudy()];
  expect(await inTenant(own.orgId, (tx) => buildCases(tx, own.orgId, [other.initiativeId]))).toEqual([]);
  expect(await inTenant(own.orgId, (tx) => buildCases(tx, own.orgId, "all"))).toHaveLength(1);
  await inTenant(own.orgId, (tx) => tx.update(initiatives).set({ draft: true }));
  expect(await inTenant(own.orgId, (tx) => buildCases(tx, own.orgId, "all"))).toEqual([]);
});

test("a KPI in another currency is not counted as if it were in the organisation's, unless a factor says what a unit is worth", async () => {
  const [plain, priced] = [await givenCaseStudy(), await givenCaseStudy()];
  await givenBenefitLine(plain, { periods: { value: 12 }, margin: { value: 0.3 } });
  await givenBenefitLine(priced, factors);
  expect((await built(plain)).case.lines[0]?.unproven).toBeNull();
  for (const { orgId } of [plain, priced]) await inTenant(orgId, (tx) => tx.update(kpis).set({ currency: "USD" }));
  expect((await built(plain)).case.lines[0]).toMatchObject({ effect: null, unproven: "not_estimable" });
  expect((await built(priced)).case.lines[0]).toMatchObject({ unproven: null });
});

test("costs that run on are told for the year ahead, and not those that have ended", async () => {
  const study = await givenCaseStudy();
  expect(await built(study)).toMatchObject({ learnerRate: null, running: 0 });
  await spend(study, [{ recurrence: "monthly", spentOn: "2025-01-01", endsOn: "2025-12-31" }]);
  expect((await built(study)).running).toBe(0);
  await spend(study, [{ item: "Licence", recurrence: "monthly", spentOn: "2025-01-01" }]);
  expect((await built(study)).running).toBe(1200);
});
