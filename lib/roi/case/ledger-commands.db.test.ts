import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { costs } from "@/db/schema/costs";
import { benefitLines } from "@/db/schema/money";
import { people } from "@/db/schema/people";
import type { Entry } from "@/lib/entry";
import { inTenant } from "@/lib/server/tenant-access";
import { type CaseDesks, givenCaseDesks } from "@/test/given-case-desks";
import { expectSentOnce } from "@/test/sent-once";
import { addLine } from "./add-line";
import type { AddCost } from "./case-input";
import { addCost, changeCost, removeCost } from "./costs";
import { enterRate, readRates, removeRate } from "./rates";

afterAll(closePool);

let given: CaseDesks;
beforeEach(async () => {
  given = await givenCaseDesks();
});
const as = (role: "ld_lead" | "finance" | "executive") => given.as(role);
const stranger = () => given.stranger;
const newest = () => given.newest();
const built = () => given.built();

const cost = (change: Partial<AddCost> = {}): Entry<AddCost> => ({
  initiativeId: given.study.initiativeId,
  item: "Trainers",
  kind: "facilitation",
  amount: 4800,
  currency: "EUR",
  spentOn: "2025-04-01",
  recurrence: "one_off",
  endsOn: null,
  hours: null,
  note: null,
  ...change,
});

test("a cost is entered, changed by whoever saw it last, and removed; one from a file is corrected by a file", async () => {
  const { id } = await addCost(as("ld_lead"), cost());
  expect(await newest()).toMatchObject({
    action: "case.edit",
    subject: given.study.initiativeId,
    detail: { change: "cost entered" },
  });
  await expect(addCost(as("ld_lead"), cost())).rejects.toMatchObject({ code: "conflict" });
  await expect(addCost(as("executive"), cost({ item: "More" }))).rejects.toMatchObject({ code: "forbidden" });
  await expect(addCost(stranger(), cost({ item: "More" }))).rejects.toMatchObject({ code: "not-found" });
  await expect(addCost(as("ld_lead"), cost({ item: "More", endsOn: "2025-05-01" }))).rejects.toMatchObject({
    fields: { endsOn: ["What is paid once has no end"] },
  });
  await expect(
    addCost(as("ld_lead"), cost({ item: "More", spentOn: "2206-03-01", recurrence: "monthly" })),
  ).rejects.toMatchObject({ fields: { spentOn: ["Choose a day within 20 years of today"] } });

  const { initiativeId: _, ...plain } = cost({ amount: 5000 });
  await changeCost(as("finance"), { ...plain, id, revision: 1 });
  expect(await newest()).toMatchObject({ detail: { change: "cost changed", was: 4800, is: 5000 } });
  await expect(changeCost(as("ld_lead"), { ...plain, id, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
  await expect(changeCost(stranger(), { ...plain, id, revision: 2 })).rejects.toMatchObject({ code: "not-found" });
  expect((await built()).case.costs).toMatchObject([{ amount: 5000 }]);

  await expect(removeCost(as("ld_lead"), { id, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
  await removeCost(as("ld_lead"), { id, revision: 2 });
  expect(await newest()).toMatchObject({
    detail: { change: "cost removed", item: "Trainers", was: 5000, spentOn: "2025-04-01", recurrence: "one_off" },
  });
  await expect(removeCost(as("ld_lead"), { id, revision: 2 })).rejects.toMatchObject({ code: "not-found" });

  const fromFile = randomUUID();
  await inTenant(given.study.orgId, (tx) =>
    tx
      .insert(costs)
      .values({ ...cost({ item: "Imported" }), id: fromFile, orgId: given.study.orgId, batchId: randomUUID() }),
  );
  await expect(removeCost(as("ld_lead"), { id: fromFile, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
});

test("a rate converts what was spent from its day on, and is of finance", async () => {
  await addCost(as("ld_lead"), cost({ currency: "CHF", amount: 1000 }));
  expect((await readRates(as("executive"), null)).without).toEqual([
    { currency: "CHF", costs: 1, earliest: "2025-04-01" },
  ]);
  const rate = { currency: "CHF", validFrom: "2025-01-01", rate: 1.04, source: "ECB reference rate" };
  await expect(enterRate(as("ld_lead"), rate)).rejects.toMatchObject({ code: "forbidden" });
  await expect(enterRate(as("finance"), { ...rate, currency: "EUR" })).rejects.toMatchObject({ code: "invalid-input" });
  const { id } = await enterRate(as("finance"), rate);
  expect(await newest()).toMatchObject({ action: "rate.edit", detail: { currency: "CHF", was: null, is: 1.04 } });
  expect((await built()).case.costs).toMatchObject([{ amount: 1040 }]);
  await enterRate(as("finance"), { ...rate, rate: 1.05 });
  expect((await built()).case.costs).toMatchObject([{ amount: 1050 }]);
  expect((await readRates(as("finance"), null)).rates).toMatchObject([
    { id, rate: 1.05, costs: 1, enteredBy: "Some finance" },
  ]);
  expect((await readRates(stranger(), null)).rates).toEqual([]);
  await expect(removeRate(stranger(), { id, rate: 1.05 })).rejects.toMatchObject({ code: "not-found" });
  await expect(removeRate(as("finance"), { id, rate: 1.04 })).rejects.toMatchObject({ code: "conflict" });
  await removeRate(as("finance"), { id, rate: 1.05 });
  expect(await newest()).toMatchObject({
    detail: { change: "rate removed", was: 1.05, from: "2025-01-01", source: "ECB reference rate" },
  });
  expect((await built()).unconverted).toMatchObject([{ currency: "CHF" }]);
});

const line = (change = {}) => ({
  initiativeId: given.study.initiativeId,
  kpiId: given.study.kpiId,
  template: null,
  valueType: "labour" as const,
  title: "Time of agents",
  stream: null,
  ...change,
});

test("a line comes with its factors: what the data say with its source, a template's examples without one", async () => {
  await inTenant(given.study.orgId, async (tx) => {
    await tx.execute(sql`update kpi_values set numerator = value * 10, denominator = 10`);
    await tx.update(people).set({ hourlyCost: 30 });
  });
  await addLine(as("ld_lead"), line());
  expect(await newest()).toMatchObject({ subject: given.study.initiativeId, detail: { change: "benefit line added" } });
  const measured = Object.fromEntries((await built()).assumptions.map((one) => [one.key, one]));
  expect(measured.volume).toMatchObject({ value: 120, origin: "measured", source: expect.stringMatching(/11 people/) });
  expect(measured.hourly_cost).toMatchObject({ value: 30, origin: "measured", unit: "EUR an hour" });
  expect(measured.hours_per_unit).toMatchObject({ value: null, source: null });
  await expect(addLine(as("ld_lead"), line())).rejects.toMatchObject({ code: "conflict" });

  const { id } = await addLine(as("finance"), line({ template: "defects" }));
  const plant = (await built()).assumptions.filter(({ lineId }) => lineId === id);
  expect(plant.map(({ key, value, origin, source, label }) => [key, value, origin, source === null, label])).toEqual([
    ["value_per_unit", 45, "template", true, "Cost of a defect"],
    ["volume", 120, "measured", false, "Pieces per person and year"],
  ]);
  await expect(addLine(as("executive"), line())).rejects.toMatchObject({ code: "forbidden" });
  await expect(addLine(stranger(), line())).rejects.toMatchObject({ code: "not-found" });
  await expect(addLine(as("ld_lead"), line({ kpiId: given.other.kpiId }))).rejects.toMatchObject({
    code: "invalid-input",
  });
});

test("too few people say nothing about what an hour of theirs costs", async () => {
  await inTenant(given.study.orgId, (tx) =>
    tx.execute(sql`update people set hourly_cost = 30 where employee_id in ('t0', 't1', 't2', 't3')`),
  );
  await addLine(as("ld_lead"), line());
  expect((await built()).assumptions.find(({ key }) => key === "hourly_cost")).toMatchObject({ value: null });
});

test("a cost and a benefit sent twice are entered once", async () => {
  const viewer = as("ld_lead");
  await expectSentOnce({ table: costs, viewer, send: (by, entryId) => addCost(by, { ...cost(), entryId }) });
  await expectSentOnce({ table: benefitLines, viewer, send: (by, entryId) => addLine(by, { ...line(), entryId }) });
});
