import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { costs } from "@/db/schema/costs";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { type CaseStudy, givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { insertRow } from "@/test/insert-row";
import { readLineage } from "./read-lineage";
import { readRoi } from "./read-roi";

afterAll(closePool);

const factors = { volume: { value: 100 }, value_per_unit: { value: 2 } };

const spend = ({ orgId, initiativeId }: Pick<CaseStudy, "orgId" | "initiativeId">, amount: number) =>
  inTenant(orgId, (tx) => tx.insert(costs).values({ orgId, initiativeId, item: "Content", kind: "content", amount }));

/** The same plan, people and benefit again under another name: all of its money is money that is claimed already. */
async function givenTwin(study: CaseStudy): Promise<string> {
  const { orgId, initiativeId } = study;
  const twin = randomUUID();
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`
      insert into initiatives select (jsonb_populate_record(i, jsonb_build_object('id', ${twin}::text, 'code', 'twin', 'title', 'The twin'))).*
      from initiatives i where id = ${initiativeId}`);
    for (const table of ["initiative_kpis", "arm_members"]) {
      await tx.execute(sql`
        insert into ${sql.raw(table)} select (jsonb_populate_record(t, jsonb_build_object('initiative_id', ${twin}::text))).*
        from ${sql.raw(table)} t where initiative_id = ${initiativeId}`);
    }
  });
  await givenBenefitLine({ ...study, initiativeId: twin }, factors);
  await evaluateMissing(study.as("admin"));
  return twin;
}

test("the enterprise counts what one initiative counts, to the last digit, with its costs, advice and stored result", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  await spend(study, 300);
  const { roi } = await readRoi(study.as("executive"));
  const [row] = roi.rows;
  expect(row).toMatchObject({ initiativeId: study.initiativeId, spent: 300, share: 1, used: 2, signed: 0 });
  expect(row?.grade).toMatch(/[ABC]/);
  expect(row?.reason).toMatch(/\.$/);
  expect(roi.rollUp).toMatchObject({
    spent: 300,
    benefit: row?.benefit,
    net: row?.net,
    lossProbability: row?.lossProbability,
    overlaps: [],
  });
});

test("people of two initiatives with one stream of money count once, and it is told where", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  const alone = (await readRoi(study.as("finance"))).roi;
  const twin = await givenTwin(study);
  const { roi } = await readRoi(study.as("finance"));
  expect(roi.rows).toHaveLength(2);
  expect(roi.rollUp.added).toBeCloseTo(2 * alone.rollUp.added, 6);
  expect(roi.rollUp.benefit.central).toBeCloseTo(alone.rollUp.benefit.central, 6);
  expect(roi.rollUp.overlaps).toEqual([
    expect.objectContaining({ people: 6, share: 1, countedInTitle: expect.any(String), counted: true }),
  ]);
  expect(new Set(roi.rows.map(({ share }) => Math.round(share)))).toEqual(new Set([0, 1]));
  expect(roi.rows.map(({ initiativeId }) => initiativeId)).toContain(twin);
});

test("another stream is other money: then both count", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  await givenTwin(study);
  await inTenant(study.orgId, (tx) =>
    tx.execute(sql`update benefit_lines set stream = 'its own' where initiative_id = ${study.initiativeId}`),
  );
  const { rollUp } = (await readRoi(study.as("finance"))).roi;
  expect(rollUp.overlaps).toEqual([]);
  expect(rollUp.benefit.central).toBeCloseTo(rollUp.added, 6);
});

test("lineage leads to files and counts of rows, and to nobody's name", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  await spend(study, 300);
  const lineage = await readLineage(study.as("executive"), study.initiativeId);
  const { roi } = await readRoi(study.as("executive"));
  expect(lineage?.money.resultId).toBe(roi.rows[0]?.resultId);
  expect(lineage?.evaluation?.id).toBe(lineage?.money.evaluation?.id);
  expect(lineage?.costs).toMatchObject([{ item: "Content", amount: 300, file: null, enteredBy: null }]);
  const [kpi] = lineage?.kpis ?? [];
  const used = kpi?.sources.reduce((sum, { rows }) => sum + rows, 0);
  const { rows } = await inTenant(study.orgId, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int from kpi_values`),
  );
  expect(used).toBeGreaterThan(0);
  expect(used).toBeLessThanOrEqual(rows[0]?.count ?? 0);
  expect(new Set(kpi?.sources.map(({ window }) => window))).toEqual(new Set(["baseline", "follow_up"]));
  expect(kpi?.sources.every(({ of }) => of === null || of >= (lineage?.minimum ?? 0))).toBe(true);
  const told = JSON.stringify(lineage);
  for (const id of study.personIds.values()) expect(told).not.toContain(id);
});

test("lineage leads to an upload only while there is one: a file may have come in without, or its upload may be gone", async () => {
  const study = await givenCaseStudy();
  const { orgId } = study;
  const [id, uploadId] = [randomUUID(), randomUUID()];
  await inTenant(orgId, async (tx) => {
    const file = { kind: "kpi", file_name: "kpi.csv", bytes: 1, sha256: "a", status: "done" };
    await insertRow(tx, "import_batches", { org_id: orgId, id, upload_id: uploadId, ...file });
    await tx.execute(sql`update kpi_values set batch_id = ${id}`);
  });
  const leads = async () => {
    const lineage = await readLineage(study.as("admin"), study.initiativeId);
    return new Set(lineage?.kpis.flatMap(({ sources }) => sources.map(({ file }) => file?.uploadId)));
  };
  expect(await leads()).toEqual(new Set([null]));
  await inTenant(orgId, (tx) => insertRow(tx, "uploads", { org_id: orgId, id: uploadId, status: "done", files: "[]" }));
  expect(await leads()).toEqual(new Set([uploadId]));
});

test("only who may read returns reads them, of their own organisation; before there is anything it says so", async () => {
  const study = await givenCaseStudy();
  for (const role of ["employee", "manager"] as const) {
    await expect(readRoi(study.as(role))).rejects.toMatchObject({ code: "forbidden" });
    await expect(readLineage(study.as(role), study.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
  }
  const other = await givenOrganisation();
  expect(await readLineage(other.as("admin"), study.initiativeId)).toBeNull();
  expect((await readRoi(other.as("admin"))).roi).toMatchObject({
    rows: [],
    rollUp: { spent: 0, added: 0, overlaps: [] },
    stops: { stopped: [] },
    whatIf: [{ budget: 0, funded: [] }],
  });
});
