import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenRaters } from "@/test/given-raters";
import { readOwnTendencies } from "./read-own-tendencies";

afterAll(closePool);

test("a rater sees their own figures and nobody else's; whoever rated nobody, or is nobody, sees none", async () => {
  const { given, ids } = await givenRaters(6, { "R0-0": (seen) => seen + 1 }, 21);
  const own = (await readOwnTendencies(given.as("manager", { personId: ids["R0-0"] ?? "" }), null))?.own;
  expect(own).toMatchObject({ people: 8, ratings: 128, least: { people: 5, ratings: 20 }, calibrations: [] });
  const severity = own?.figures.find(({ detector }) => detector === "severity");
  expect(severity).toMatchObject({ status: "look" });
  expect(severity?.value).toBeGreaterThan(0.5);
  const other = (await readOwnTendencies(given.as("manager", { personId: ids["R3-1"] ?? "" }), null))?.own;
  expect(other?.figures.find(({ detector }) => detector === "severity")).toMatchObject({ status: "fine" });
  expect(JSON.stringify(own)).not.toContain(ids["R3-1"]);

  expect(await readOwnTendencies(given.as("manager", { personId: ids["P0-0"] ?? "" }), null)).toBeNull();
  expect(await readOwnTendencies(given.as("manager"), null)).toBeNull();
  await expect(readOwnTendencies(given.as("employee", { personId: ids["R0-0"] ?? "" }), null)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("how often somebody rated is told from what was prepared, without a look through all ratings", async () => {
  const { given, ids } = await givenRaters(6, {}, 22);
  const look = () => readOwnTendencies(given.as("manager", { personId: ids["R0-0"] ?? "" }), null);
  const first = (await look())?.own;
  expect(first).toMatchObject({ people: 8, ratings: 128 });
  // Behind the back of the intake, so that what was prepared still holds.
  await inTenant(given.orgId, (tx) => tx.execute(sql`delete from observations`));
  expect((await look())?.own).toEqual(first);
});
