import { expect, test } from "vitest";
import { observations } from "@/db/schema/work";
import { recordObservation } from "@/lib/observe/record";
import { inTenant } from "@/lib/server/tenant-access";
import { givenObserved } from "@/test/given-observed";
import { rateSelf } from "./rate-self";
import { readSelfView } from "./read-self-view";

test("what somebody says of themselves stands beside what others saw, once a day, and is never mixed with it", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const ada = who("employee", "a");
  const behaviourId = id("Names the file before storing it");
  await recordObservation(who("manager", "m1"), observation("m1", "a", { level: 2 }));
  await rateSelf(ada, { behaviourId, level: 4 });
  await rateSelf(ada, { behaviourId, level: 5 });
  const view = await readSelfView(ada, null);
  expect(view).toHaveLength(3);
  expect(view?.find((line) => line.behaviourId === behaviourId)).toMatchObject({
    own: { level: 5 },
    others: { level: 2, ratings: 1 },
  });
  const rows = await inTenant(orgId, (tx) => tx.select().from(observations));
  expect(rows.map((row) => row.source).sort()).toEqual(["manager", "self"]);
});

test("only of what the own role asks for, and only by who has a record", async () => {
  const { as, id, who } = await givenObserved();
  const behaviourId = id("Names the file before storing it");
  await expect(rateSelf(who("manager", "m1"), { behaviourId, level: 3 })).rejects.toMatchObject({ code: "not-found" });
  await expect(rateSelf(as("employee"), { behaviourId, level: 3 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(rateSelf(who("finance", "a"), { behaviourId, level: 3 })).rejects.toMatchObject({ code: "forbidden" });
  expect(await readSelfView(as("employee"), null)).toBeNull();
});
