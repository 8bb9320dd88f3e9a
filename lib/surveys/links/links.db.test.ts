import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { surveyLinks } from "@/db/schema/surveys";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { readForm } from "@/lib/surveys/answering/read-form";
import { readSurvey } from "@/lib/surveys/results/read-survey";
import { readSurveys } from "@/lib/surveys/results/read-surveys";
import { closeSurvey } from "@/lib/surveys/turn-survey";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { address, helpful, staff, surveysOf, today } from "@/test/given-surveys";
import { makePersonalLinks } from "./make-links";
import { readGroupChoices } from "./read-group-choices";
import { revokeLinks } from "./revoke-links";

afterAll(closePool);

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation();
});
const { lead, made, shared, personal, sheet, fromMany, stored, withPeople } = surveysOf(() => given);

test("personal links are good once each, and the answers of an anonymous survey lead back to none of them", async () => {
  await withPeople();
  const id = await made();
  const links = await personal(id);
  expect(links.map(({ employeeId }) => employeeId)).toEqual(staff);
  for (const { link } of links.slice(0, 6)) expect(await sheet(link, helpful)).toEqual({ kind: "taken" });
  expect(await sheet(links[0]?.link ?? "", helpful)).toEqual({ kind: "refused", why: "answered" });
  expect(await readForm(links[0]?.link ?? "", address())).toBe("answered");
  expect(await readForm(links[9]?.link ?? "", address())).toMatchObject({ named: false });

  const answers = await stored();
  const kept = await inTenant(given.orgId, (tx) => tx.select().from(surveyLinks));
  expect(answers).toHaveLength(18);
  const told = JSON.stringify(answers);
  for (const { id: linkId, tokenHash, personId } of kept)
    for (const trail of [linkId, tokenHash, personId ?? "nobody"]) expect(told).not.toContain(trail);
  expect(new Set(answers.map(({ answeredOn }) => answeredOn))).toEqual(new Set([today]));
  expect((await readSurveys(lead(), null)).surveys).toMatchObject([{ people: 5, invited: 14 }]);

  // Who has a link that works gets no second one; after revoking, who answered gets one that is used up.
  expect(await makePersonalLinks(lead(), { surveyId: id, group: "org" })).toEqual({ links: [], hadOne: 14 });
  await revokeLinks(lead(), { surveyId: id, which: "personal" });
  const again = await personal(id);
  expect(again).toHaveLength(14);
  expect(await readForm(again[0]?.link ?? "", address())).toBe("answered");
  expect(await sheet(again[6]?.link ?? "", helpful)).toEqual({ kind: "taken" });
  expect(await sheet(links[8]?.link ?? "", helpful)).toEqual({ kind: "refused", why: "revoked" });
});

test("an import of people who were asked by name cannot be taken back", async () => {
  const [batch] = await withPeople();
  await personal(await made());
  await expect(undoBatch(given.as("admin"), { batchId: batch?.batchId ?? "" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("A survey asks"),
  });
});

test("a partner asks people of their own units, and groups are offered with their counts", async () => {
  await withPeople();
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string; path: string }>(sql`select id, path from business_units order by path`),
  );
  const unit = (path: string) => rows.find((row) => row.path === path)?.id ?? "";
  const partner = given.as("hrbp", { units: [unit("Co / A")] });
  const names = async (viewer = lead()) =>
    (await readGroupChoices(viewer, asked)).map(({ kind, name, people }) => [kind, name, people]);
  let asked = await made();
  expect(await names()).toEqual([
    ["org", "", 14],
    ["unit", "Co", 14],
    ["unit", "Co / A", 7],
    ["unit", "Co / A / North", 7],
    ["unit", "Co / B", 5],
    ["unit", "Co / C", 2],
    ["role", "clerk", 14],
    ["team", "T0", 7],
    ["team", "T1", 7],
  ]);
  expect(await names(partner)).toEqual([]);
  await expect(personal(asked, lead(), `unit:${unit("Co / C")}`)).rejects.toMatchObject({
    fields: { group: [expect.stringContaining("at least 5")] },
  });
  await expect(personal(asked, partner)).rejects.toMatchObject({ code: "forbidden" });

  asked = await made({ unitId: unit("Co / A") });
  expect(await names(partner)).toEqual(await names());
  expect(await names(partner)).toContainEqual(["org", "", 7]);
  expect(await names(partner)).not.toContainEqual(expect.arrayContaining(["Co / B"]));
  for (const viewer of [partner, lead()])
    await expect(personal(asked, viewer, `unit:${unit("Co / B")}`)).rejects.toMatchObject({
      fields: { group: [expect.any(String)] },
    });
  expect(await personal(asked, partner)).toHaveLength(7);
});

test("a partner of no units who leads somebody asks nobody, and is not told who works here", async () => {
  await given.take({
    "people.csv": `employee_id,role,unit,manager_id\nB1,boss,Co / A,\n${staff.map((id) => `${id},clerk,Co / A,B1`).join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from people where employee_id = 'B1'`),
  );
  const partner = { ...given.as("hrbp", { personId: rows[0]?.id ?? "" }), roles: ["hrbp", "manager"] as const };
  const id = await made();
  for (const group of ["org", "line"])
    await expect(personal(id, partner, group)).rejects.toMatchObject({ code: "forbidden" });
  expect(await personal(id)).toHaveLength(15);
});

test("a named survey tells by unit once it is closed, a unit only where it and the rest are large enough, a partner's own alone", async () => {
  await withPeople();
  const id = await made({ isAnonymous: false });
  const links = await personal(id);
  expect(await readForm(links[0]?.link ?? "", address())).toMatchObject({ named: true });
  for (const { link } of links) await sheet(link, helpful);
  await fromMany(await shared(id), 1);
  expect(await readSurvey(lead(), id)).toMatchObject({ people: 15, units: null });
  await closeSurvey(lead(), { id, revision: 1 });
  const told = await readSurvey(lead(), id);
  // Two of C and one nobody knows would be what is left of the total: B is withheld with them.
  expect(told?.units?.map(({ name, people, classes, scale }) => [name, people, classes.kind, scale.kind])).toEqual([
    ["A", 7, "shown", "shown"],
    ["B", null, "withheld", "withheld"],
    ["C", null, "withheld", "withheld"],
  ]);
  const unitA = told?.units?.[0]?.id ?? "";
  // A partner of A is told of A alone: not how many there are beside it, and not what all of them wrote.
  const partners = await readSurvey(given.as("hrbp", { units: [unitA] }), id);
  expect(partners).toMatchObject({ reach: "units", mayEdit: false, people: null, waiting: false, results: null });
  expect(partners).toMatchObject({ sharedLinks: [], personal: { people: 0, working: 0 } });
  expect(partners?.units).toEqual(told?.units?.slice(0, 1));
});
