import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { assumptionSignatures, assumptions } from "@/db/schema/money";
import { inTenant } from "@/lib/server/tenant-access";
import { builtCase, givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { assumptionDigest } from "./assumption-digest";

afterAll(closePool);

const factors = { volume: { value: 100 }, value_per_unit: { value: 2 } };

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
  const before = await builtCase(study);
  expect(before.case.discountRate).toMatchObject({ id: "unstated discount_rate", value: null });
  await insert("discount_rate", 0.08);
  await insert("hourly_cost", 40);
  await insert("years", 2);
  await insert("years", 3, study.initiativeId);
  const one = await builtCase(study);
  expect([one.case.discountRate.value, one.case.years.value, one.case.persistence.value]).toEqual([0.08, 3, null]);
  expect(one.case.lines[0]?.hourFactors).toEqual(["hours_per_unit", "volume"]);
  expect(one.case.lines[0]?.factors.find(({ key }) => key === "hourly_cost")?.assumption.value).toBe(40);
  expect(one.assumptions.filter(({ key }) => key === "hourly_cost")).toHaveLength(1);
});

test("a signature holds until what it is of changes", async () => {
  const study = await givenCaseStudy();
  const { ids } = await givenBenefitLine(study, factors);
  const id = ids.volume ?? "";
  const content = { value: 100, low: null, high: null, unit: "", source: "Finance", alternatives: [], ownerId: null };
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
  const state = async () => (await builtCase(study)).assumptions.find((one) => one.id === id)?.signature.state;
  expect(await state()).toBe("unsigned");
  await sign("signed", "2026-01-01");
  expect(await state()).toBe("signed");
  await inTenant(study.orgId, (tx) => tx.update(assumptions).set({ high: 200 }));
  expect(await state()).toBe("changed");
  await inTenant(study.orgId, (tx) => tx.update(assumptions).set({ high: null }));
  expect(await state()).toBe("signed");
  await inTenant(study.orgId, (tx) => tx.update(assumptions).set({ ownerId: study.initiativeId }));
  expect(await state()).toBe("changed");
  await sign("withdrawn", "2026-01-02");
  expect(await state()).toBe("unsigned");
});
