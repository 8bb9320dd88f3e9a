import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { surveys } from "@/db/schema/surveys";
import type { Viewer } from "@/lib/access/viewer";
import { addDays, dayOf } from "@/lib/days";
import { undoBatch } from "@/lib/intake/undo-batch";
import { mostListed } from "@/lib/most-listed";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { address, ask, pulse, surveysOf, today } from "@/test/given-surveys";
import { readForm } from "./answering/read-form";
import { makeSharedLink } from "./links/make-links";
import { revokeLinks } from "./links/revoke-links";
import { enterStatements } from "./notes/enter-statements";
import { readFormChoices } from "./read-form-choices";
import { readSurvey } from "./results/read-survey";
import { readSurveys } from "./results/read-surveys";
import { createSurvey, editSurvey } from "./save-survey";
import { readExperience } from "./sources/read-experience";
import { closeSurvey, openSurvey } from "./turn-survey";

const inAYear = addDays(dayOf(new Date()), 365);

afterAll(closePool);

let given: GivenOrganisation;
let units: Map<string, string>;
beforeEach(async () => {
  given = await givenOrganisation();
  await withPeople();
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string; path: string }>(sql`select id, path from business_units`),
  );
  units = new Map(rows.map(({ id, path }) => [path, id]));
});
const { lead, made, shared, fromMany, personal, withPeople } = surveysOf(() => given);
const unit = (path: string) => units.get(path) ?? "";
const partnerOf = (path: string) => given.as("hrbp", { units: [unit(path)] });
const titles = async (viewer: Viewer) => (await readSurveys(viewer, null)).surveys.map(({ title }) => title).toSorted();

test("a partner makes and turns surveys of their own units, and of no others", async () => {
  const partner = partnerOf("Co / A");
  for (const unitId of [null, unit("Co / B"), unit("Co"), randomUUID()])
    await expect(createSurvey(partner, pulse({ unitId }))).rejects.toMatchObject({
      code: "invalid-input",
      fields: { unitId: [expect.any(String)] },
    });
  const choices = await readFormChoices(partner, null);
  expect(choices).toMatchObject({ everybody: false });
  expect(choices.units.map(({ path }) => path)).toEqual(["Co / A", "Co / A / North"]);
  expect(await readFormChoices(lead(), null)).toMatchObject({ everybody: true, units: { length: units.size } });

  const { id } = await createSurvey(partner, pulse({ unitId: unit("Co / A / North"), opensOn: inAYear }));
  await openSurvey(partner, { id, revision: 1 });
  const moved = pulse({ unitId: unit("Co / B") });
  await expect(editSurvey(partner, { ...moved, id, revision: 2 })).rejects.toMatchObject({
    fields: { unitId: [expect.any(String)] },
  });
  await personal(id, partner);
  await expect(editSurvey(lead(), { ...moved, id, revision: 2 })).rejects.toMatchObject({
    fields: { unitId: [expect.stringContaining("links of their own")] },
  });
  await closeSurvey(partner, { id, revision: 2 });
});

test("what asks others is not a partner's to change: a survey of everybody is refused, one of another unit is not there", async () => {
  const debrief = { instrument: "debrief" as const, questions: [ask("What helped?", "words")] };
  const elsewhere = await made({ ...debrief, unitId: unit("Co / B") });
  const everybody = await made({ ...debrief });
  const other = (await givenOrganisation()).as("hrbp", { units: [unit("Co / B")] });
  const changes = (id: string) => [
    (viewer: Viewer) => closeSurvey(viewer, { id, revision: 1 }),
    (viewer: Viewer) => openSurvey(viewer, { id, revision: 1 }),
    (viewer: Viewer) => editSurvey(viewer, { ...pulse({ unitId: unit("Co / A") }), id, revision: 1 }),
    (viewer: Viewer) => makeSharedLink(viewer, { surveyId: id, mostAnswers: 5 }),
    (viewer: Viewer) => personal(id, viewer),
    (viewer: Viewer) => revokeLinks(viewer, { surveyId: id, which: "personal" }),
    (viewer: Viewer) =>
      enterStatements(viewer, {
        surveyId: id,
        entryId: randomUUID(),
        heldOn: today,
        statements: [{ speaker: 1, words: "It helped", class: "helpful", dimension: null }],
      }),
  ];
  for (const change of changes(everybody))
    await expect(change(partnerOf("Co / A"))).rejects.toMatchObject({ code: "forbidden" });
  for (const change of changes(elsewhere))
    await expect(change(partnerOf("Co / A"))).rejects.toMatchObject({ code: "not-found" });
  for (const id of [everybody, elsewhere])
    for (const change of changes(id)) await expect(change(other)).rejects.toMatchObject({ code: "not-found" });
  for (const id of [everybody, elsewhere]) await closeSurvey(lead(), { id, revision: 1 });
});

test("answers are told whole to who serves everybody asked, as nothing of others' units, and never under the minimum", async () => {
  const [north, b, all] = [
    await made({ title: "Of North", unitId: unit("Co / A / North") }),
    await made({ title: "Of B", unitId: unit("Co / B") }),
    await made({ title: "Of All" }),
  ];
  for (const id of [north, b, all]) await fromMany(await shared(id), 5);
  const partner = partnerOf("Co / A");
  expect(await titles(lead())).toEqual(["Of All", "Of B", "Of North"]);
  expect(await titles(given.as("executive"))).toEqual(["Of All", "Of B", "Of North"]);
  expect(await titles(partner)).toEqual(["Of All", "Of North"]);
  expect(await titles(given.as("hrbp"))).toEqual(["Of All"]);
  expect((await readSurveys(partner, null)).surveys).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        title: "Of North",
        unit: "Co / A / North",
        people: 5,
        isBeyond: false,
        isShared: true,
      }),
      expect.objectContaining({
        title: "Of All",
        unit: null,
        people: null,
        waiting: false,
        isBeyond: true,
        isShared: false,
      }),
    ]),
  );
  expect(await readSurvey(partner, north)).toMatchObject({ reach: "whole", mayEdit: true, people: 5 });
  expect(await readSurvey(partner, b)).toBeNull();
  expect(await readSurvey(partner, all)).toMatchObject({ reach: "units", people: null, results: null });
  expect(await readSurvey(given.as("executive"), b)).toMatchObject({ reach: "whole", mayEdit: false, people: 5 });

  const voices = async (viewer: Viewer) => {
    const support = (await readExperience(viewer, null)).dimensions.find(({ id }) => id === "support");
    return support?.scale.kind === "shown" ? support.scale.value.people : support?.scale.kind;
  };
  expect(await voices(lead())).toBe(15);
  expect(await voices(partner)).toBe(5);
  expect(await voices(partnerOf("Co / C"))).toBe("none");
  const few = await made({ title: "Of Few", unitId: unit("Co / C") });
  await fromMany(await shared(few), 4);
  expect(await readSurvey(partnerOf("Co / C"), few)).toMatchObject({ reach: "whole", people: null, results: null });
  expect(await voices(partnerOf("Co / C"))).toBe("none");
});

test("whoever answers is not told which unit was asked", async () => {
  const link = await shared(await made({ unitId: unit("Co / A") }));
  expect(JSON.stringify(await readForm(link, address()))).not.toContain(unit("Co / A"));
});

test("a unit that a survey asks stays when the import that named it is undone", async () => {
  const [report] = await given.take({ "people.csv": "employee_id,role,unit,team\nE90,clerk,Co / D / East,T9\n" });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from business_units where path = 'Co / D'`),
  );
  const id = await made({ unitId: rows[0]?.id ?? "" });
  await undoBatch(given.as("admin"), { batchId: report?.batchId ?? "" });
  expect(await readSurvey(lead(), id)).toMatchObject({ unit: { path: "Co / D" } });
  expect((await readFormChoices(lead(), null)).units.map(({ path }) => path)).not.toContain("Co / D / East");
});

test("of more surveys than a list holds the open ones are on it, and it says how many a viewer reaches", async () => {
  const old = await made({ title: "Still open", opensOn: "2020-01-01", unitId: unit("Co / A") });
  const closed = { orgId: given.orgId, title: "Closed", instrument: "pulse", opensOn: "2021-01-01" } as const;
  const questions = [{ id: "q1", text: "How?", kind: "class", required: true } as const];
  await inTenant(given.orgId, (tx) =>
    tx.insert(surveys).values(
      Array.from({ length: mostListed + 1 }, (_, at) => ({
        ...closed,
        closesOn: "2021-02-01",
        questions,
        unitId: at === 0 ? unit("Co / B") : null,
      })),
    ),
  );
  const list = await readSurveys(lead(), null);
  expect([list.surveys.length, list.total, list.surveys[0]?.id]).toEqual([mostListed, mostListed + 2, old]);
  const partners = await readSurveys(partnerOf("Co / A"), null);
  expect([partners.surveys.length, partners.total, partners.surveys[0]?.id]).toEqual([mostListed, mostListed + 1, old]);
});
