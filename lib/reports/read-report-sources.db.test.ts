import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { importBatches } from "@/db/schema/imports";
import { initiatives } from "@/db/schema/initiatives";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { givenCaseStudy } from "@/test/given-case-study";
import { buildInitiativeDocument } from "./build-initiative-document";
import { documentCsv } from "./document-csv";
import { imprintOf } from "./imprint";
import { readReportSources } from "./read-report-sources";

vi.setConfig({ testTimeout: 120_000 });
afterAll(closePool);

type Batch = typeof importBatches.$inferInsert;

async function given() {
  const study = await givenCaseStudy();
  const { orgId, initiativeId } = study;
  const file = (kind: Batch["kind"], change: Partial<Batch> = {}): Batch => ({
    orgId,
    uploadId: randomUUID(),
    kind,
    fileName: `${kind} of Anna Nowak.csv`,
    bytes: 1,
    sha256: "0",
    status: "done",
    startedAt: new Date("2026-01-03T08:00:00Z"),
    ...change,
  });
  await inTenant(orgId, async (tx) => {
    const [found] = await tx.select().from(initiatives).where(eq(initiatives.id, initiativeId));
    await tx
      .insert(importBatches)
      .values([
        file("people"),
        file("kpi", { coversTo: "2025-11-30", startedAt: new Date("2025-12-01T08:00:00Z") }),
        file("kpi", { coversTo: "2025-12-31" }),
        file("kpi", { coversTo: "2031-01-31", status: "undone" }),
        file("cohort", { initiativeCode: found?.code ?? "" }),
        file("costs", { initiativeCode: "another" }),
        file("calendar"),
      ]);
  });
  return study;
}

test("a report names which systems' files its figures rest on, with their day and how far they reach", async () => {
  const study = await given();
  const report = await buildInitiativeDocument(study.as("executive"), { initiativeId: study.initiativeId });
  expect(report?.sources).toEqual([
    { label: "People", from: "the HR system", files: 1, takenAt: "2026-01-03T08:00:00Z", newestFact: null },
    {
      label: "KPI values",
      from: "CRM, ERP, service or production systems",
      files: 2,
      takenAt: "2026-01-03T08:00:00Z",
      newestFact: "2025-12-31",
    },
    {
      label: "Study arms",
      from: "the plan of an initiative",
      files: 1,
      takenAt: "2026-01-03T08:00:00Z",
      newestFact: null,
    },
  ]);
  const csv = (report && documentCsv(report, null)) ?? "";
  expect(csv).toContain(
    "KPI values from CRM, ERP, service or production systems: 2 files, the last of 3 January 2026, data to 31 December 2025",
  );
  expect(csv).not.toContain("Anna Nowak");
  expect(report && imprintOf(report).systems).toEqual([
    "Data from the HR system, CRM, ERP, service or production systems and the plan of an initiative",
  ]);
});

test("files that came later, and those of another organisation, are not among them; of the whole organisation are those of every initiative", async () => {
  const viewer = (await given()).as("executive");
  const labels = async (until: string) =>
    (await readReportSources(viewer, { of: "roi", initiativeCode: null, until })).map(({ label }) => label);
  expect(await labels("2026-02-01T00:00:00Z")).toEqual(["People", "KPI values", "Study arms", "Costs"]);
  expect(await labels("2025-12-15T00:00:00Z")).toEqual(["KPI values"]);
  const other = (await givenOrganisation()).as("executive");
  const asked = { of: "roi", initiativeCode: null, until: "2026-02-01T00:00:00Z" } as const;
  expect(await readReportSources(other, asked)).toEqual([]);
});
