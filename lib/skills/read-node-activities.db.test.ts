import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { behaviours, skills } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { readNodeActivities } from "./read-node-activities";

afterAll(closePool);

test("a behaviour and a skill lead to what there is to learn and practise them with, and nobody else's", async () => {
  const given = await givenData({
    "people.csv": "employee_id,role\nE1,clerk\n",
    "skills.csv": "role,task,skill,behaviour\nclerk,refund,judging,Asks why\nclerk,refund,judging,Holds back\n",
    "activities.csv":
      "activity,title,format,delivery,skill,behaviour,owner\ncard,Why card,scenario_card,in_flow,,Asks why,Academy\ncourse,Judging course,course,destination,judging,,\nother,Other,course,destination,,,\n",
  });
  const ids = await inTenant(given.orgId, async (tx) => [
    ...(await tx.select({ id: behaviours.id, name: behaviours.statement }).from(behaviours)),
    ...(await tx.select({ id: skills.id, name: skills.name }).from(skills)),
  ]);
  const look = (name: string, viewer = given.as("ld_lead")) =>
    readNodeActivities(viewer, { nodeId: ids.find((one) => one.name === name)?.id ?? "" });
  const course = { name: "Judging course", format: "course", delivery: "destination" };
  expect(await look("Asks why")).toMatchObject([
    { name: "Why card", format: "scenario_card", delivery: "in_flow", owner: "Academy", about: null },
    { ...course, about: { kind: "skill", name: "judging" } },
  ]);
  expect(await look("Holds back")).toMatchObject([{ ...course, about: { kind: "skill" } }]);
  expect(await look("judging")).toMatchObject([
    { ...course, about: null },
    { name: "Why card", about: { kind: "behaviour", name: "Asks why" } },
  ]);
  expect(await look("judging", (await givenOrganisation()).as("admin"))).toEqual([]);
  await expect(look("judging", given.as([]))).rejects.toMatchObject({ code: "forbidden" });
});
