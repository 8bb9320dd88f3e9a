import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/access";
import { ratingScales } from "@/db/schema/taxonomy-versions";
import { observations } from "@/db/schema/work";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { percentileCaveat } from "./presets";
import { readScales } from "./read-scales";
import { saveScale } from "./save-scale";

const base = {
  "people.csv": "employee_id,role,unit\nE1,clerk,Co\n",
  "skills.csv": "role,skill,behaviour\nclerk,refunds,Asks why\n",
};
const header = "observation_id,employee_id,behaviour,level,source,observed_at,scale,consistent,note\n";

const stored = (orgId: string) =>
  inTenant(orgId, (tx) => tx.select().from(observations).orderBy(observations.observationId));

test("a level on another scale is kept as stated beside what it is on ours, and the scale's version", async () => {
  const { orgId, take, as } = await givenData(base);
  const [report] = await take({
    "observations.csv": `${header}1,E1,Asks why,4,manager,2025-01-10,1-8,true,Twice\n2,E1,Asks why,4,peer,2025-01-10,,,\n`,
  });
  expect(report).toMatchObject({ added: 2, rejected: 0 });
  const [scale] = await inTenant(orgId, (tx) => tx.select().from(ratingScales));
  expect(scale).toMatchObject({ name: "1-8", version: 1 });
  expect(await stored(orgId)).toMatchObject([
    { level: 2.5, statedLevel: 4, scaleId: scale?.id, consistent: true, note: "Twice" },
    { level: 4, statedLevel: null, scaleId: null, consistent: null, note: null },
  ]);
  const rows = await readScales(as("ld_lead"), null);
  expect(rows.find(({ name }) => name === "1-8")?.versions).toMatchObject([{ version: 1, used: 1 }]);
});

test("a level that is not on its scale, a scale nobody knows, and 7 without a scale are rejected by line, column and reason", async () => {
  const { take } = await givenData(base);
  const [report] = await take({
    "observations.csv":
      `${header}1,E1,Asks why,9,manager,2025-01-10,1-8,,\n2,E1,Asks why,3,peer,2025-01-10,stars,,\n` +
      "3,E1,Asks why,7,peer,2025-01-10,,,\n4,E1,Asks why,50,peer,2025-01-11,Percentile,,\n",
  });
  expect(report).toMatchObject({ added: 1, rejected: 3 });
  expect(
    report?.faults
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, column, value, reason }) => [line, column, value, reason]),
  ).toEqual([
    [2, "level", "9", "The scale 1-8 goes from 1 to 8"],
    [3, "scale", "stars", "No scale has this name. Add it under Skills, Rating scales"],
    [4, "level", "7", "This should be a level from 1 to 5"],
  ]);
  expect(report?.notices).toContain(percentileCaveat);
});

test("the new columns left empty make no other rating of one that was taken in without them, and filled in they do", async () => {
  const { take } = await givenData(base);
  const old = "observation_id,employee_id,behaviour,level,source,observed_at\n1,E1,Asks why,4,manager,2025-01-10\n";
  await take({ "observations.csv": old });
  const [same] = await take({ "observations (2).csv": `${header}1,E1,Asks why,4,manager,2025-01-10,,,\n` });
  expect(same).toMatchObject({ added: 0, corrected: 0, unchanged: 1 });
  for (const cells of [",true,", ",,Seen twice", "1-8,,", "1-8,false,Seen twice"]) {
    const [other] = await take({
      [`observations (${cells}).csv`]: `${header}1,E1,Asks why,4,manager,2025-01-10,${cells}\n`,
    });
    expect(other).toMatchObject({ added: 0, corrected: 1, unchanged: 0 });
  }
});

test("a rating says which version of the taxonomy was in force when it was made, and none before the first", async () => {
  const { orgId, take } = await givenData(base);
  await take({
    "observations.csv": `${header}1,E1,Asks why,4,manager,2025-01-10,,,\n2,E1,Asks why,4,manager,2199-01-10,,,\n`,
  });
  expect((await stored(orgId)).map(({ taxonomyVersion }) => taxonomyVersion)).toEqual([null, 1]);
});

test("a changed mapping is a new version: what was read by the old one stays, and what comes is read by the new one", async () => {
  const { orgId, take, as } = await givenData(base);
  await take({ "observations.csv": `${header}1,E1,Asks why,60,manager,2025-01-10,1-100,,\n` });
  const points = [
    { value: 1, level: 1 },
    { value: 100, level: 5 },
  ];
  const scale = { name: "1-100", kind: "points" as const, lowest: 1, highest: 100, points };
  expect(await saveScale(as("ld_lead"), { ...scale, basedOn: 1 })).toEqual({ version: 2 });
  const [report] = await take({ "observations (2).csv": `${header}2,E1,Asks why,60,manager,2025-02-10,1-100,,\n` });
  const levels = (await stored(orgId)).map(({ level }) => level);
  expect(levels[0]).toBe(3);
  expect(levels[1]).toBeCloseTo(1 + (59 / 99) * 4, 12);
  await undoBatch(as("admin"), { batchId: report?.batchId ?? "" });
  expect(await stored(orgId)).toHaveLength(1);
});

test("who may not set rules saves none, two tabs do not overwrite each other, and saving leaves a trace", async () => {
  const { orgId, as } = await givenOrganisation();
  const scale = {
    name: "stars",
    kind: "points" as const,
    lowest: 0,
    highest: 3,
    points: [
      { value: 0, level: 1 },
      { value: 3, level: 5 },
    ],
    basedOn: 0,
  };
  await expect(saveScale(as("manager"), scale)).rejects.toThrow("Your role does not include this");
  await saveScale(as("ld_lead"), scale);
  await expect(saveScale(as("ld_lead"), { ...scale, name: "Stars" })).rejects.toThrow(
    "There is a scale of this name already",
  );
  await saveScale(as("ld_lead"), { ...scale, basedOn: 1 });
  await expect(saveScale(as("ld_lead"), { ...scale, basedOn: 1 })).rejects.toThrow("changed by somebody else");
  const trail = await inTenant(orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, "stars")));
  expect(trail).toHaveLength(2);
  const other = await givenOrganisation();
  expect((await readScales(other.as("admin"), null)).some(({ name }) => name === "stars")).toBe(false);
});
