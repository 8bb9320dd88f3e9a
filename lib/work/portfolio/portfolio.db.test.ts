import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { readPortfolio } from "./read-portfolio";

afterAll(closePool);

const people = Array.from({ length: 6 }, (_, at) => `E${at + 1}`);
const given = () =>
  givenData({
    "people.csv": `employee_id,role,hourly_cost\n${people.map((name) => `${name},clerk,${name === "E6" ? "" : 30}`).join("\n")}\n`,
    "skills.csv":
      "role,task,skill,facet,risk,depth,behaviour\nclerk,refund,judging,judgment,high,complex,Asks why\nclerk,file,judging,fluency,low,routine,Files at once\nclerk,pack,packing,fluency,low,routine,Packs\n",
    "activities.csv":
      "activity,title,format,delivery,skill,behaviour\ncard,Why cards,scenario_card,in_flow,judging,Asks why\ncourse,Filing course,course,destination,judging,Files at once\nrare,Rarely used,hint,in_flow,,\n",
    "learning_events.csv": `event_id,employee_id,activity,verb,at,seconds\n${people
      .flatMap((name) => [
        `${name}c,${name},card,completed,2025-03-03,1800`,
        `${name}f,${name},course,completed,2025-03-04,7200`,
      ])
      .join("\n")}\nr,E1,rare,completed,2025-03-05,60\nn,E1,card,nudged,2025-03-05,9999\n`,
    "work_events.csv": "event_id,employee_id,task,completed_at\n1,E1,refund,2025-03-31\n",
  });

test("activities carry what the need of their behaviour says, the hours people spent and what those cost", async () => {
  const { as } = await given();
  const { activities, risks, period } = await readPortfolio(as("executive"));
  const of = (name: string) => activities.find((one) => one.name === name);
  expect(period).toEqual({ start: "2024-10-01", end: "2025-04-01" });
  expect(of("Why cards")).toMatchObject({
    skill: "judging",
    facet: "judgment",
    risk: "high",
    depth: "complex",
    people: 6,
    hours: 3,
  });
  expect(of("Filing course")).toMatchObject({ facet: "fluency", risk: "low", depth: "routine", hours: 12 });
  // Five of six have an hourly cost; half an hour each.
  expect(of("Why cards")?.cost).toBeCloseTo(5 * 0.5 * 30, 9);
  expect(risks).toEqual([
    { risk: "high", needs: 1, covered: 1 },
    { risk: "low", needs: 2, covered: 1 },
  ]);
});

test("an activity for a behaviour or a skill that is no longer in force says so", async () => {
  const { as, orgId } = await given();
  await inTenant(orgId, (tx) => tx.execute(sql`update behaviours set retired_at = now() where statement = 'Asks why'`));
  const retired = async () => {
    const { activities } = await readPortfolio(as("executive"));
    return activities.map((one) => [one.name, one.retired]).toSorted();
  };
  expect(await retired()).toEqual([
    ["Filing course", null],
    ["Rarely used", null],
    ["Why cards", "Asks why"],
  ]);
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`update skills set retired_at = now() where name = 'judging'`);
    await tx.execute(sql`update organisations set revised_at = now() where id = ${orgId}`);
  });
  expect(await retired()).toContainEqual(["Filing course", "judging"]);
});

test("an activity for a behaviour that became part of another is for that one: in force, with its kind and what its needs say", async () => {
  const { as, orgId } = await given();
  await inTenant(orgId, (tx) =>
    tx.execute(sql`
      update behaviours b set retired_at = now(), merged_into = h.id from behaviours h
      where b.statement = 'Asks why' and h.statement = 'Files at once'`),
  );
  const { activities } = await readPortfolio(as("executive"));
  expect(activities.find(({ name }) => name === "Why cards")).toMatchObject({
    retired: null,
    facet: "fluency",
    risk: "low",
    depth: "routine",
  });
});

test("use of which no event says how long is not known, not nothing", async () => {
  const { as, take } = await given();
  await take({
    "activities (2).csv":
      "activity,title,format,delivery,skill,behaviour\nvideo,A video,video,destination,judging,\nidle,Never used,video,destination,judging,\n",
    "learning_events (2).csv": `event_id,employee_id,activity,verb,at\n${people.map((name) => `${name}v,${name},video,completed,2025-03-03`).join("\n")}\n`,
  });
  const { activities } = await readPortfolio(as("executive"));
  expect(activities.find(({ name }) => name === "A video")).toMatchObject({ people: 6, hours: null, cost: null });
  expect(activities.find(({ name }) => name === "Never used")).toMatchObject({ people: 0, hours: 0 });
});

test("use by few people is withheld; who may not look sees nothing, and another organisation has nothing", async () => {
  const { as } = await given();
  const { activities } = await readPortfolio(as("ld_lead"));
  expect(activities.find(({ name }) => name === "Rarely used")).toMatchObject({
    withheld: true,
    people: 0,
    hours: 0,
    cost: null,
    skill: null,
  });
  await expect(readPortfolio(as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  expect(await readPortfolio((await givenOrganisation()).as("admin"))).toMatchObject({ period: null, activities: [] });
});
