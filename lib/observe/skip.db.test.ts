import { expect, test } from "vitest";
import { observationSkips } from "@/db/schema/development";
import { inTenant } from "@/lib/server/tenant-access";
import { givenObserved } from "@/test/given-observed";
import { skipObservation, undoSkip } from "./skip";

test("what could not be seen is kept once a day, with its last reason, and can be taken back", async () => {
  const { orgId, who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const skip = { ...observation("m1", "a"), why: "not_there" as const, on: new Date().toISOString().slice(0, 10) };
  await skipObservation(manager, skip);
  await skipObservation(manager, { ...skip, why: "did_not_happen" });
  const skips = () => inTenant(orgId, (tx) => tx.select().from(observationSkips));
  expect(await skips()).toMatchObject([{ why: "did_not_happen" }]);
  const stranger = { ...skip, people: observation("m1", "z").people };
  await expect(skipObservation(manager, stranger)).rejects.toMatchObject({ code: "not-found" });
  await expect(skipObservation(manager, { ...skip, on: "2020-01-01" })).rejects.toMatchObject({
    code: "invalid-input",
  });
  await undoSkip(manager, skip);
  expect(await skips()).toEqual([]);
});
