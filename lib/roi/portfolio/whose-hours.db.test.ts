import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { costs } from "@/db/schema/costs";
import { buildRoiDocument } from "@/lib/reports/build-roi-document";
import { documentCsv } from "@/lib/reports/document-csv";
import { rebuildRollups } from "@/lib/rollups/refresh-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { insertRow } from "@/test/insert-row";
import { readRoi } from "./read-roi";

afterAll(closePool);

/** An initiative that did harm, whose card the six treated people of North used for an hour each; nobody works in South. */
async function givenHarm() {
  const study = await givenCaseStudy({ plan: { kpis: [{ code: "outcome", direction: "down" }] }, seconds: 3600 });
  const { orgId, initiativeId, personIds } = study;
  const [north, south] = [randomUUID(), randomUUID()];
  await inTenant(orgId, async (tx) => {
    await insertRow(tx, "business_units", { org_id: orgId, id: north, name: "North", path: "North" });
    await insertRow(tx, "business_units", { org_id: orgId, id: south, name: "South", path: "South" });
    for (const id of personIds.values()) {
      await insertRow(tx, "employments", { org_id: orgId, person_id: id, starts_on: "2024-01-01", unit_id: north });
    }
    await tx.execute(sql`update activities set delivery = 'in_flow'`);
    const licence = { item: "Licence", kind: "platform" as const, amount: 100, recurrence: "monthly" as const };
    await tx.insert(costs).values({ ...licence, orgId, initiativeId, spentOn: "2025-01-01" });
    await rebuildRollups(tx, orgId);
  });
  await givenBenefitLine(study, { volume: { value: 100 }, value_per_unit: { value: 2 } });
  const partner = (unit: string) => ({ ...study.as("hrbp"), units: [unit] });
  return { executive: study.as("executive"), ofNorth: partner(north), ofSouth: partner(south) };
}

test("money, grades and how it was delivered are the same for whoever reads them; hours are of the reader's units", async () => {
  const { executive, ofNorth, ofSouth } = await givenHarm();
  const all = await readRoi(executive);
  expect(all.sunk).toMatchObject({ of: "everybody", units: [] });
  expect(all.roi.deliveries).toMatchObject([{ delivery: "in_flow", initiatives: 1 }]);
  expect(all.roi.stops).toMatchObject({
    hours: 6,
    atLeast: false,
    stopped: [{ hours: 6, unknown: [], delivery: "in_flow" }],
  });
  const south = await readRoi(ofSouth);
  const { stops: of, ...whole } = all.roi;
  const { stops, ...same } = south.roi;
  expect(same).toEqual(whole);
  expect(south.sunk).toMatchObject({ of: "units", units: ["South"] });
  expect(stops).toMatchObject({
    running: of.running,
    hours: null,
    hoursCost: null,
    stopped: [
      { hours: null, hoursCost: null, delivery: "in_flow", unknown: [{ title: "Rule card", because: "none" }] },
    ],
  });
  expect((await readRoi(ofNorth)).roi.stops).toMatchObject({ hours: 6 });
});

test("a report names the units its hours are of, what is unknown stands as unknown, and the day what runs is counted from is in its imprint", async () => {
  const { executive, ofSouth } = await givenHarm();
  const [whole, part] = [await buildRoiDocument(executive, null), await buildRoiDocument(ofSouth, null)];
  const today = new Date().toISOString().slice(0, 10);
  expect(whole).toMatchObject({ day: today, filters: ["Whole organisation", "1 initiative"] });
  expect(part?.filters).toEqual([
    "Money, grades and advice of the whole organisation",
    "Hours of learning of the unit South",
    "1 initiative",
  ]);
  const csv = part && documentCsv(part, null);
  expect(csv).toContain("Hours of the unit South");
  expect(csv).toContain("Hours of learning of the unit South");
  expect(csv).toMatch(/Figures of .*, as of \d/);
  const stop = part?.blocks.find(({ title }) => title.startsWith("What stopping"));
  const [row] = stop?.kind === "table" ? stop.rows : [];
  expect(row).toMatchObject({ hours: { text: "not known" }, cost: { text: "not known" } });
});
