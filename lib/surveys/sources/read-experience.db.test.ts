import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { surveysOf } from "@/test/given-surveys";
import { readExperience } from "./read-experience";

afterAll(closePool);

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation();
});
const { lead, made, shared, sheet, fromMany } = surveysOf(() => given);

const change = (statement: SQL) => inTenant(given.orgId, (tx) => tx.execute(statement));
const support = async (viewer = lead()) =>
  (await readExperience(viewer, null)).dimensions.find(({ id }) => id === "support")?.scale;
const shown = (people: number, mean: number) => ({ kind: "shown", value: { people, mean: expect.closeTo(mean, 9) } });

test("how support is experienced counts whole waves of twelve months, and lets go of them whole", async () => {
  const link = await shared(await made());
  await fromMany(link, 4);
  expect(await support()).toEqual({ kind: "none" });
  await sheet(link, { q1: "helpful", q2: "1" });
  expect(await support()).toMatchObject(shown(5, 3.4));
  await fromMany(link, 5);
  expect(await support()).toMatchObject(shown(10, 3.7));
  // The day of one answer of the first wave falls out of the months, those of the others do not.
  await change(sql`
    update survey_answers set answered_on = answered_on - 400
    where response_id = (select response_id from survey_answers where score = 1)`);
  expect(await support()).toMatchObject(shown(10, 3.7));
  await change(sql`
    update survey_answers set answered_on = current_date - 400 where response_id::text like '00000000%'`);
  expect(await support()).toMatchObject(shown(5, 4));
});

test("who may not read surveys is refused, and another organisation's experience is its own", async () => {
  await fromMany(await shared(await made()), 5);
  for (const role of ["manager", "employee", "finance", "auditor"] as const)
    await expect(readExperience(given.as(role), null)).rejects.toMatchObject({ code: "forbidden" });
  expect(await support((await givenOrganisation()).as("admin"))).toEqual({ kind: "none" });
});
