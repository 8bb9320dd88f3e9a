import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { overlappingShareChange } from "@/lib/stats/proportions/overlapping-change";
import { givenOrganisation } from "@/test/factory";
import { givenAble } from "@/test/given-able";
import { readAble } from "./read-able";

afterAll(closePool);

async function shown(viewer: Viewer, role: string | null = null) {
  const able = (await readAble(viewer, { role }))?.able;
  if (able?.kind !== "shown") throw new Error(`not shown: ${able?.kind}`);
  return able;
}

test("how many can do it alone, with help, not yet, and of how many it is not known, with the quality, errors and help of their work", async () => {
  const { given, id } = await givenAble();
  const able = await shown(given.as("ld_lead"), id("clerk"));
  expect(able).toMatchObject({ asOf: "2026-10-31", before: "2025-10-31" });
  const [refund] = able.tasks;
  expect(refund?.whole.state).toMatchObject({
    people: 14,
    standing: { kind: "told", seen: 12, alone: 9, helped: 1, notYet: 2, unclear: 1, unseen: 1 },
    // 12 people with 12 jobs each and one with two: 12 wrong, 12 with help.
    work: {
      quality: { value: expect.closeTo((134 * 0.9 + 12 * 0.5) / 146, 12), jobs: 146 },
      errors: { value: expect.closeTo(12 / 146, 12) },
      assisted: { value: expect.closeTo(12 / 146, 12) },
    },
  });
  // Wilson's interval of 9 in 14.
  expect(refund?.whole.state).toMatchObject({
    standing: { interval: [expect.closeTo(0.388, 3), expect.closeTo(0.837, 3)] },
  });
  expect(refund?.sites.map(({ label }) => label)).toEqual(["Oslo", "Rome"]);
  expect(refund?.sites.map(({ state }) => state)).toMatchObject([
    { people: 8, standing: { seen: 7, alone: 5, helped: 1, notYet: 1, unclear: 1, unseen: 0 } },
    { people: 6, standing: { seen: 5, alone: 4, helped: 0, notYet: 1, unclear: 0, unseen: 1 } },
  ]);
});

test("against a year before, with an interval that knows they are the same people", async () => {
  const { given } = await givenAble();
  const [refund] = (await shown(given.as("executive"))).tasks;
  const [now, before] = [
    { n: 14, events: 9 },
    { n: 14, events: 5 },
  ];
  const expected = overlappingShareChange({ now, before, both: { n: 14, now: 9, before: 5, always: 5 } });
  if (expected.kind !== "figure") throw new Error(expected.kind);
  expect(refund?.change).toMatchObject({ kind: "told", among: "all", now, before });
  expect(refund?.change).toMatchObject({ shift: { value: expect.closeTo(4 / 14, 12), verdict: "higher" } });
  if (refund?.change.kind !== "told") throw new Error(refund?.change.kind);
  expect(refund.change.shift.interval).toEqual(expected.interval);
  // 12 of 146 wrong now, 42 of 146 then; by person, and nearly everybody's own work.
  expect(refund.change.work.errors).toMatchObject({ value: expect.closeTo(-30 / 146, 12), verdict: "lower" });
  expect(refund.change.work.assisted).toMatchObject({ verdict: "flat" });
});

test("a role of few people is withheld, whatever is asked for", async () => {
  const { given, id } = await givenAble();
  const { tasks } = await shown(given.as("admin"), id("teller"));
  expect(tasks).toMatchObject([
    { task: "count", whole: { state: { kind: "withheld" } }, change: { kind: "withheld" } },
  ]);
});

test("of fewer seen than the minimum it is not told how they stand, nor where a total would tell it", async () => {
  const few = await givenAble({ r3: "none", r4: "none" });
  const [refund] = (await shown(few.given.as("ld_lead"), few.id("clerk"))).tasks;
  expect(refund?.whole.state).toMatchObject({ standing: { kind: "told", seen: 10 } });
  expect(refund?.sites.map(({ state }) => state)).toMatchObject([
    { standing: { kind: "guarded" }, work: { errors: { kind: "guarded" } } },
    { standing: { kind: "few" }, work: { errors: { kind: "few" } } },
  ]);
  const oslo = ["o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8"];
  const none = Object.fromEntries([...oslo, "r5"].map((id) => [id, "none" as const]));
  const nearlyNobody = await givenAble(none);
  const [other] = (await shown(nearlyNobody.given.as("ld_lead"))).tasks;
  expect(other?.whole.state).toMatchObject({ people: 14, standing: { kind: "few" } });
  expect(other?.change).toEqual({ kind: "few" });
});

test("where many more were looked at than then, only those of whom enough is known are held against each other", async () => {
  const { given } = await givenAble({ o4: "none", o5: "none", r3: "none" });
  const [refund] = (await shown(given.as("executive"))).tasks;
  expect(refund?.change).toMatchObject({
    kind: "told",
    among: "known",
    now: { n: 9, events: 6 },
    before: { n: 12, events: 5 },
  });
});

test("a business partner sees their units, a manager their line, and an employee nothing", async () => {
  const { given, id } = await givenAble();
  const [refund] = (await shown(given.as("hrbp", { units: [id("South")] }))).tasks;
  expect(refund?.whole.state).toMatchObject({ people: 6, standing: { seen: 5, alone: 4 } });
  expect((await readAble(given.as("hrbp", { units: [id("North")] }), { role: id("teller") }))?.able ?? null).toBeNull();
  expect(await readAble(given.as("hrbp"), { role: null })).toBeNull();
  const [ofLine] = (await shown(given.as("manager", { personId: id("boss") }))).tasks;
  expect(ofLine?.whole.state).toMatchObject({ people: 14 });
  expect((await readAble(given.as("manager", { personId: id("o1") }), { role: null }))?.able).toEqual({
    kind: "empty",
  });
  await expect(readAble(given.as("employee"), { role: null })).rejects.toMatchObject({ code: "forbidden" });
});

test("another organisation's role is not there, and without facts or critical tasks there is nothing to tell", async () => {
  const [{ id }, other] = [await givenAble(), await givenAble()];
  expect(await readAble(other.given.as("admin"), { role: id("clerk") })).toBeNull();
  const empty = await givenOrganisation();
  expect((await readAble(empty.as("admin"), { role: null }))?.able).toEqual({ kind: "empty" });
  await inTenant(other.given.orgId, (tx) => tx.execute(sql`update tasks set critical = false`));
  expect((await readAble(other.given.as("hrbp", { units: [other.id("Co")] }), { role: null }))?.able).toEqual({
    kind: "no-tasks",
  });
});

test("a task placed by its impact is there at once, although the answer of the whole organisation is kept", async () => {
  const { given } = await givenAble();
  const basisOf = async () => (await shown(given.as("executive"))).tasks.map(({ task, basis }) => [task, basis]);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update tasks set critical = false where name <> 'count'`));
  expect(await basisOf()).toEqual([["count", "marked"]]);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update tasks set impact = 4 where name = 'refund'`));
  expect(await basisOf()).toEqual([
    ["refund", "impact"],
    ["count", "marked"],
  ]);
});
