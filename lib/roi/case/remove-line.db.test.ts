import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { assumptionSignatures, assumptions } from "@/db/schema/money";
import { inTenant } from "@/lib/server/tenant-access";
import { type CaseDesks, givenCaseDesks } from "@/test/given-case-desks";
import { givenBenefitLine } from "@/test/given-case-study";
import { readCaseDesk } from "./read-case-desk";
import { removeLine } from "./remove-line";
import { signAssumption } from "./sign-assumption";

afterAll(closePool);

let given: CaseDesks;
let line: Awaited<ReturnType<typeof givenBenefitLine>>;
beforeEach(async () => {
  given = await givenCaseDesks();
  line = await givenBenefitLine(given.study, { volume: { value: 50, unit: "pieces" }, value_per_unit: { value: 4 } });
});

const sign = (kind: "signed" | "withdrawn" = "signed") =>
  signAssumption(given.as("finance"), { id: line.ids.volume ?? "", revision: 1, kind, note: null });

async function seen() {
  const desk = await readCaseDesk(given.as("ld_lead"), given.study.initiativeId);
  return desk?.lines.find(({ id }) => id === line.lineId) ?? expect.fail("No line");
}

test("a line goes with its assumptions and signatures; what they were and who signed stays in the audit log", async () => {
  await sign();
  const { seen: name, ...goes } = await seen();
  expect(goes).toEqual({ id: line.lineId, assumptions: 2, signed: 1 });
  const input = { id: line.lineId, seen: name };
  await expect(removeLine(given.stranger, input)).rejects.toMatchObject({ code: "not-found" });
  await expect(removeLine(given.as("executive"), input)).rejects.toMatchObject({ code: "forbidden" });
  await removeLine(given.as("ld_lead"), input);
  expect(await given.newest()).toMatchObject({
    action: "case.edit",
    subject: given.study.initiativeId,
    detail: {
      change: "benefit line removed",
      title: "What it saves",
      kpi: "outcome",
      assumptions: [
        { key: "value_per_unit", value: 4, signature: "unsigned", by: null },
        { key: "volume", value: 50, unit: "pieces", source: "Finance", signature: "signed", by: "Some finance" },
      ],
    },
  });
  expect((await given.built()).lines).toEqual([]);
  await expect(removeLine(given.as("ld_lead"), input)).rejects.toMatchObject({ code: "not-found" });
});

test("what was signed, withdrawn or stated since somebody looked is not removed unseen", async () => {
  const before = await seen();
  await sign();
  const conflict = { code: "conflict", message: /nothing was removed/ };
  await expect(removeLine(given.as("ld_lead"), { id: line.lineId, seen: before.seen })).rejects.toMatchObject(conflict);
  const signed = await seen();
  await sign("withdrawn");
  await expect(removeLine(given.as("ld_lead"), { id: line.lineId, seen: signed.seen })).rejects.toMatchObject(conflict);
  await inTenant(given.study.orgId, (tx) =>
    tx
      .update(assumptions)
      .set({ value: 60, revision: 2 })
      .where(eq(assumptions.id, line.ids.volume ?? "")),
  );
  await expect(removeLine(given.as("ld_lead"), { id: line.lineId, seen: before.seen })).rejects.toMatchObject(conflict);
  expect(await inTenant(given.study.orgId, (tx) => tx.select().from(assumptionSignatures))).toHaveLength(2);
});
