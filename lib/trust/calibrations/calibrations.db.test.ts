import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { calibrations } from "@/db/schema/maturity";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import type { SetCalibration } from "./input";
import { rateCalibration } from "./rate-calibration";
import { findBehaviours, readCalibration, readCalibrations } from "./read-calibrations";
import { closeCalibration, removeCalibration, setCalibration } from "./set-calibration";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string>;

beforeEach(async () => {
  given = await givenData({
    "people.csv": "employee_id,role,unit,site\nM1,clerk,Co,Lyon\n",
    "skills.csv":
      "role,task,skill,behaviour\nclerk,Files,Care,Asks first\nclerk,Files,Care,Checks twice\nclerk,Files,Care,Says why\n",
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(
      sql`select statement as name, id::text from behaviours union all select employee_id, id::text from people`,
    ),
  );
  ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
});

const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
const one = (change: Partial<SetCalibration> = {}): SetCalibration => ({
  title: "A call",
  artefact: "Hello",
  link: null,
  behaviours: ["Asks first", "Checks twice"].map((name) => ({ id: ids[name] ?? "", expected: 3 })),
  opensOn: day(0),
  closesOn: day(7),
  ...change,
});
/** A manager with a user of their own. */
const manager = (personId: string | null = null) => ({
  ...given.as("manager", personId ? { personId } : {}),
  userId: randomUUID(),
});
const levels = (...given_: number[]) =>
  ["Asks first", "Checks twice"].map((name, at) => ({
    behaviourId: ids[name] ?? "",
    level: given_[at] ?? 0,
    note: null,
  }));

test("it is set, rated by many, changed until it closes, and shows groups only; nobody sees who gave what", async () => {
  const lead = given.as("ld_lead");
  const { id } = await setCalibration(lead, one());
  const raters = [manager(ids.M1), manager(), manager(), manager(), manager(), manager()];
  for (const [at, rater] of raters.entries()) await rateCalibration(rater, { id, ratings: levels(3, at < 3 ? 3 : 4) });
  const [first] = raters;
  if (!first) throw new Error("nobody");
  await rateCalibration(first, { id, ratings: levels(2, 3) });

  const open = await readCalibration(lead, { id });
  expect(open).toMatchObject({ state: "open", raters: 6, rated: false, result: { kind: "open" } });
  expect(open?.behaviours.map(({ expected, own }) => [expected, own])).toEqual([
    [null, null],
    [null, null],
  ]);
  const own = await readCalibration(first, { id });
  expect(own?.behaviours.map((behaviour) => [behaviour.own?.level, behaviour.expected])).toEqual([
    [2, 3],
    [3, 3],
  ]);
  expect(own).toMatchObject({ ownDistance: -0.5, result: { kind: "open" } });

  await closeCalibration(lead, { id });
  const closed = await readCalibration(given.as("hrbp"), { id });
  expect(closed).toMatchObject({ state: "closed", result: { kind: "result", raters: 6, ofOthers: false } });
  expect(closed?.result).toMatchObject({ behaviours: [{ levels: [0, 1, 5, 0, 0] }, { levels: [0, 0, 3, 3, 0] }] });
  expect(JSON.stringify(closed)).not.toContain(first.userId);
  // For one who rated, the five others.
  expect(await readCalibration(first, { id })).toMatchObject({ result: { kind: "result", raters: 5, ofOthers: true } });
  await expect(rateCalibration(first, { id, ratings: levels(5, 5) })).rejects.toMatchObject({ code: "conflict" });
  await expect(closeCalibration(lead, { id })).rejects.toMatchObject({ code: "conflict" });
  const site = await inTenant(given.orgId, (tx) =>
    tx.execute<{ named: number }>(
      sql`select count(distinct user_id)::int as named from calibration_ratings where site_id is not null`,
    ),
  );
  expect(site.rows[0]?.named).toBe(1);
});

test("with too few raters the result is withheld", async () => {
  const { id } = await setCalibration(given.as("admin"), one());
  for (const rater of [manager(), manager()]) await rateCalibration(rater, { id, ratings: levels(3, 3) });
  await closeCalibration(given.as("admin"), { id });
  expect((await readCalibration(given.as("ld_lead"), { id }))?.result).toMatchObject({ kind: "withheld" });
});

test("what is wrong is said beside its field, and half a rating is none", async () => {
  const lead = given.as("ld_lead");
  const fields = async (change: Partial<SetCalibration>) =>
    setCalibration(lead, one(change)).then(
      () => null,
      (error: { fields: Record<string, string[]> }) => Object.keys(error.fields),
    );
  expect(await fields({ artefact: "", link: null })).toEqual(["artefact"]);
  expect(await fields({ link: "javascript:alert(1)" })).toEqual(["link"]);
  expect(await fields({ opensOn: day(-9), closesOn: day(-2) })).toEqual(["closesOn"]);
  expect(await fields({ behaviours: [{ id: randomUUID(), expected: null }] })).toEqual(["behaviours"]);
  expect(await fields({ behaviours: [] })).toEqual(["behaviours"]);
  const { id } = await setCalibration(lead, one());
  expect(await fields({})).toEqual(["title"]);
  await expect(rateCalibration(manager(), { id, ratings: levels(3).slice(0, 1) })).rejects.toMatchObject({
    code: "invalid-input",
    fields: { [ids["Checks twice"] ?? ""]: ["Choose a level"] },
  });
  const early = await setCalibration(lead, one({ title: "Later", opensOn: day(3) }));
  await expect(rateCalibration(manager(), { id: early.id, ratings: levels(3, 3) })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("only who may sets, rates or sees; another organisation has none of it; each step leaves a row", async () => {
  for (const role of ["manager", "hrbp", "executive", "employee"] as const)
    await expect(setCalibration(given.as(role), one())).rejects.toMatchObject({ code: "forbidden" });
  const lead = given.as("ld_lead");
  const { id } = await setCalibration(lead, one());
  for (const role of ["hrbp", "employee", "finance"] as const)
    await expect(rateCalibration(given.as(role), { id, ratings: levels(3, 3) })).rejects.toMatchObject({
      code: "forbidden",
    });
  expect(await readCalibration(given.as("employee"), { id })).toBeNull();
  expect(await readCalibrations(given.as("employee"), null)).toEqual([]);
  const stranger = await givenOrganisation();
  expect(await readCalibration(stranger.as("admin"), { id })).toBeNull();
  await expect(rateCalibration(stranger.as("admin"), { id, ratings: levels(3, 3) })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(closeCalibration(stranger.as("admin"), { id })).rejects.toMatchObject({ code: "not-found" });
  expect(await findBehaviours(lead, "ASKS")).toMatchObject([{ statement: "Asks first", skill: "Care" }]);

  await rateCalibration(manager(), { id, ratings: levels(3, 3) });
  await expect(removeCalibration(lead, { id })).rejects.toMatchObject({ code: "conflict" });
  const { id: other } = await setCalibration(lead, one({ title: "Nobody came" }));
  await removeCalibration(lead, { id: other });
  expect((await readCalibrations(lead, null)).map(({ title }) => title)).toEqual(["A call"]);
  const rows = await inTenant(given.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, id)));
  expect(rows.map(({ action, detail }) => [action, (detail as { change?: string }).change])).toEqual([
    ["calibration.set", "set"],
    ["calibration.rate", undefined],
  ]);
  expect(await inTenant(given.orgId, (tx) => tx.$count(calibrations))).toBe(1);
});
