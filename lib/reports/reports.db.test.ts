import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { organisations } from "@/db/schema/organisations";
import { createUser } from "@/lib/access/users";
import { signAssumption } from "@/lib/roi/case/sign-assumption";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { buildInitiativeDocument, buildInitiativeReport } from "./build-initiative-document";
import { buildRoiDocument } from "./build-roi-document";
import { exportReport } from "./export-report";
import { reportFormats } from "./formats";

vi.setConfig({ testTimeout: 120_000 });
afterAll(closePool);

const factors = { volume: { value: 100 }, value_per_unit: { value: 2 } };
const csv = reportFormats.find(({ id }) => id === "csv");

test("an initiative's report leads with what it was worth, then what changed, and ends with who was assigned", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  const report = await buildInitiativeDocument(study.as("executive"), { initiativeId: study.initiativeId });
  expect(report?.blocks.map(({ title }) => title)).toEqual([
    "What it was worth",
    "What changed",
    expect.stringMatching(/^Did “.*where people were trained\?$/),
    expect.stringMatching(/^Checks: /),
    "All methods",
    expect.stringMatching(/chain/i),
    "From learning to results, layer by layer",
    "What would raise the grade",
    "Benefits, line by line",
    "Costs",
    "What moves the net benefit most",
    "Assumptions",
    "People, as assigned",
  ]);
  expect(report?.signatures).toMatchObject({ used: 2, signed: 0, last: null });
  expect(report?.signatures?.unsigned).toHaveLength(2);
  const assumptions = report?.blocks.find(({ title }) => title === "Assumptions");
  expect(assumptions?.internal).toBe(false);
  expect(report?.limits[0]).toMatch(/^Not every kind of cost is on file: nothing for /);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test("once finance has signed, the report names who and when", async () => {
  const study = await givenCaseStudy();
  const { ids } = await givenBenefitLine(study, factors);
  const founder = { orgId: study.orgId, userId: null, roles: ["admin" as const], units: [], personId: null };
  const { id } = await createUser(founder, {
    email: `finance-${study.orgId}@test.example`,
    name: "Nina Ledger",
    password: "long enough to be one",
    roles: [{ role: "finance" }],
  });
  const finance = { ...founder, userId: id, roles: ["finance" as const] };
  await signAssumption(finance, { id: ids.volume ?? "", revision: 1, kind: "signed", note: null });
  const report = await buildInitiativeDocument(finance, { initiativeId: study.initiativeId });
  const today = new Date().toISOString().slice(0, 10);
  expect(report?.signatures).toMatchObject({ used: 2, signed: 1, last: { by: "Nina Ledger", on: today } });
  expect(report?.signatures?.unsigned).toHaveLength(1);
});

test("the workbook computes with the money the report tells of, and with none where nothing may be said", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  const read = () => buildInitiativeReport(study.as("executive"), { initiativeId: study.initiativeId });
  const built = await read();
  const figures = built?.report.blocks.flatMap((block) => (block.kind === "figures" ? block.figures : []));
  expect(built?.report.madeAt).toBe(built?.money?.computedAt);
  expect(figures?.find(({ id }) => id === "benefit")?.value).toBe(built?.money?.result.benefit.central);
  await inTenant(study.orgId, (tx) => tx.update(organisations).set({ minimumGroupSize: 7 }));
  expect((await read())?.money).toBeNull();
});

test("of too few people nothing is said: no figure, no money, no grade", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  await inTenant(study.orgId, (tx) => tx.update(organisations).set({ minimumGroupSize: 7 }));
  const report = await buildInitiativeDocument(study.as("executive"), { initiativeId: study.initiativeId });
  expect(report).toMatchObject({ grade: null, signatures: null, limits: ["Nothing may be said yet."] });
  expect(report?.lead).toMatch(/^Withheld/);
  expect(report?.blocks.some(({ kind }) => kind === "figures" || kind === "chart")).toBe(false);
});

test("taking a report away leaves a trace of who, what and how", async () => {
  const study = await givenCaseStudy();
  const viewer = study.as("executive");
  const report = await buildInitiativeDocument(viewer, { initiativeId: study.initiativeId });
  if (!report || !csv) throw new Error("There is nothing to save");
  const file = await exportReport(viewer, { report, format: csv, subject: study.initiativeId });
  expect(file?.name).toMatch(/^initiative-.*-\d{4}-\d\d-\d\d\.csv$/);
  const rows = await inTenant(study.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "report.export")),
  );
  expect(rows).toEqual([
    expect.objectContaining({
      actorId: viewer.userId,
      subject: study.initiativeId,
      detail: { kind: "initiative", format: "csv", dataVersion: report.dataVersion },
    }),
  ]);
  expect(await exportReport(viewer, { report, format: csv, table: "No such table" })).toBeNull();
});

test("a manager gets no report of an initiative or the portfolio, and another organisation's does not exist", async () => {
  const [study, other] = [await givenCaseStudy(), await givenOrganisation()];
  const { initiativeId } = study;
  await expect(buildInitiativeDocument(study.as("manager"), { initiativeId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(buildRoiDocument(study.as("manager"), null)).rejects.toMatchObject({ code: "forbidden" });
  expect(await buildInitiativeDocument(other.as("executive"), { initiativeId })).toBeNull();
  expect(await buildRoiDocument(other.as("executive"), null)).toBeNull();
});
