import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { kpis } from "@/db/schema/work";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import { ladderOf, layerOf, measureOf, type Seen, twelve } from "@/test/given-ladder";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";

afterAll(closePool);

test("KPIs of the plan are its results, those of the chain alone are estimated the same way, and unknown names say so", async () => {
  const plan: GivenPlan = {
    kpis: [
      { code: "outcome", layer: "in_work" },
      { code: "sales", layer: "business", role: "secondary" },
    ],
    chain: { kpis: { in_work: ["outcome", "luck"], business: ["sales"] } },
  };
  const both = twelve().map((one) => ({
    ...one,
    values: [...one.values, ...one.values.map((row) => ({ ...row, kpi: "sales" }))],
  }));
  const ladder = await ladderOf(plan, both);
  const [outcome, sales, luck] = [measureOf(ladder, "outcome"), measureOf(ladder, "sales"), measureOf(ladder, "luck")];
  expect([layerOf(ladder, "outcome"), layerOf(ladder, "sales"), layerOf(ladder, "luck")]).toEqual([
    "in_work",
    "business",
    "in_work",
  ]);
  expect(outcome).toMatchObject({ role: "primary", method: "lin_hc2", status: "estimated" });
  expect([sales.role, sales.estimate]).toEqual(["secondary", outcome.estimate]);
  expect(luck).toMatchObject({ status: "not_estimable", reason: expect.stringContaining("no KPI of this name") });
});

test("a KPI only the chain names is estimated by the leading method, from the same values to the same digits", async () => {
  const both = twelve().map((one) => ({
    ...one,
    values: [...one.values, ...one.values.map((row) => ({ ...row, kpi: "other" }))],
  }));
  const study = {
    kpis: [{ code: "outcome" }, { code: "other", role: "placebo" as const }],
    chain: { kpis: { business: ["other"] } },
  };
  const ladder = await ladderOf(study, both);
  expect(measureOf(ladder, "other")).toMatchObject({
    role: "chain",
    method: "lin_hc2",
    estimate: measureOf(ladder, "outcome").estimate,
  });
});

test("a target says which effect would have been needed", async () => {
  const outcome = measureOf(await ladderOf({}, twelve(), { target: 9 }), "outcome");
  const level = outcome.levels?.treated.mean ?? Number.NaN;
  expect(outcome.target).toBe(9);
  expect(outcome.needed).toBeCloseTo(9 - (level - (outcome.estimate ?? 0)), 12);
  expect(outcome.matters).toEqual({ value: outcome.needed, because: "target" });
});

test("careers are too early until eighteen months after the first exposure, whatever day it is", async () => {
  const exits = (last: string) =>
    twelve().map((one, at) => ({ ...one, values: [...one.values, { kpi: "exits", date: last, value: at % 2 }] }));
  const plan: GivenPlan = {
    kpis: [{ code: "outcome" }, { code: "exits", role: "placebo" }],
    chain: { kpis: { talent: ["exits"] } },
  };
  const early = measureOf(await ladderOf(plan, exits("2026-08-31")), "exits");
  expect(early).toMatchObject({ status: "too_early", until: "2026-09-30" });
  const over = measureOf(await ladderOf(plan, exits("2026-09-30")), "exits");
  expect(over).toMatchObject({ status: "estimated", method: "lin_hc2", n: { treated: 6, control: 6 } });
});

test("a skill that runs a month ahead of the KPI is found there, whichever way the KPI is good", async () => {
  const months = ["01", "02", "03", "04", "05", "06"];
  const ends: Record<string, string> = { "01": "31", "02": "28", "03": "31", "04": "30", "05": "31", "06": "30" };
  const level = (person: number, month: number) => 3 + ((person * 7 + month * 5 + person * month * 3) % 5) / 4;
  const people = Array.from(
    { length: 24 },
    (_, at): StudyPerson => ({
      id: `p${at}`,
      arm: at % 2 === 0 ? "treatment" : "control",
      exposedOn: at % 2 === 0 ? "2025-04-01" : null,
      values: months.map((month, index) => ({
        date: `2025-${month}-${ends[month]}`,
        value: 50 + at - 2 * level(at, index - 1) + ((at * 3 + index * 7) % 4) / 10,
      })),
    }),
  );
  const seen = people.flatMap(({ id }, at) =>
    months.map((month, index): Seen => ({ person: id, at: `2025-${month}-10`, level: level(at, index) })),
  );
  const { alignment } = await ladderOf({ kpis: [{ code: "outcome", direction: "down" }] }, people, { seen });
  if (alignment.kind !== "correlations") throw new Error(alignment.reason);
  expect(alignment.lead).toMatchObject({ lag: 1, order: "signal_first" });
  expect(alignment.lags.find(({ lag }) => lag === 1)?.value).toBeGreaterThan(0.95);
  expect(alignment.lags.find(({ lag }) => lag === 1)).toMatchObject({ people: 24, pairs: 24 * 5 });
});

test("a figure of teams that hold both sides tells the sides apart nowhere", async () => {
  const study: GivenPlan = { kpis: [{ code: "outcome" }], chain: { kpis: { business: ["team_score"] } } };
  const people = twelve().map((one, at) => ({ ...one, cluster: `team ${at % 3}` }));
  const { orgId, initiativeId } = await givenStudy(study, people);
  const reason = await inTenant(orgId, async (tx) => {
    const kpiId = randomUUID();
    await tx.insert(kpis).values({ orgId, id: kpiId, code: "team_score", name: "Team score" });
    for (const [at, name] of ["team 0", "team 1", "team 2"].entries()) {
      const teamId = randomUUID();
      await tx.execute(sql`insert into teams (org_id, id, name) values (${orgId}, ${teamId}, ${name})`);
      for (const day of ["2025-02-28", "2025-05-31"])
        await tx.execute(
          sql`insert into team_kpi_values (org_id, team_id, kpi_id, ends_on, value, batch_id) values (${orgId}, ${teamId}, ${kpiId}, ${day}, ${at}, ${randomUUID()})`,
        );
    }
    const plan = await readPlan(tx, initiativeId);
    if (!plan) throw new Error("The study was not written");
    const { ladder } = await evaluateInitiative(tx, plan, { dataVersion: "sha256:test", today: "2026-11-22" });
    return measureOf(ladder, "team_score").reason;
  });
  expect(reason).toMatch(/by team only/);
});
