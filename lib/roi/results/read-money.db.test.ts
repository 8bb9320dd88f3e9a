import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { assumptions, roiResults } from "@/db/schema/money";
import { evaluateCase } from "@/lib/money/evaluate-case";
import { inTenant } from "@/lib/server/tenant-access";
import { givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { readAllMoney, readMoney } from "./read-money";

afterAll(closePool);

const factors = { volume: { value: 100 }, value_per_unit: { value: 2 } };
const kept = (orgId: string) => inTenant(orgId, (tx) => tx.select().from(roiResults));

test("a figure is computed once, kept whole with its case, and read again as it is", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  const viewer = study.as("executive");
  const first = await readMoney(viewer, study.initiativeId);
  expect(first?.result).toEqual(evaluateCase(first?.case ?? expect.fail("No case")));
  expect(first).toMatchObject({ used: 2, signed: 0 });
  const again = await readMoney(study.as("finance"), study.initiativeId);
  expect([again?.resultId, again?.computedAt, again?.result]).toEqual([
    first?.resultId,
    first?.computedAt,
    first?.result,
  ]);
  const [row] = await kept(study.orgId);
  expect(row?.input).toEqual(first?.case);
  expect((await readAllMoney(viewer, null)).map(({ resultId }) => resultId)).toEqual([first?.resultId]);
});

test("what is stated otherwise is another figure beside the one before, and two at once keep one", async () => {
  const study = await givenCaseStudy();
  const { ids } = await givenBenefitLine(study, factors);
  const viewer = study.as("executive");
  const before = await readMoney(viewer, study.initiativeId);
  await inTenant(study.orgId, (tx) =>
    tx
      .update(assumptions)
      .set({ value: 4 })
      .where(eq(assumptions.id, ids.value_per_unit ?? "")),
  );
  const [one, other] = await Promise.all([1, 2].map(() => readMoney(viewer, study.initiativeId)));
  expect(one?.resultId).toBe(other?.resultId);
  expect(one?.result.benefit.central).toBeCloseTo(2 * (before?.result.benefit.central ?? 0), 6);
  expect((await kept(study.orgId)).length).toBe(2);
});

test("another organisation's initiative, and a role that may not, get nothing; what is kept cannot be changed", async () => {
  const [own, other] = [await givenCaseStudy(), await givenCaseStudy()];
  expect(await readMoney(own.as("executive"), other.initiativeId)).toBeNull();
  await expect(readMoney(own.as("manager"), own.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
  await readMoney(own.as("executive"), own.initiativeId);
  await expect(
    inTenant(own.orgId, (tx) => tx.update(roiResults).set({ result: {} }).where(eq(roiResults.orgId, own.orgId))),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
