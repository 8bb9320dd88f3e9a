import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { readBalance } from "./read-balance";

afterAll(closePool);

const people = Array.from({ length: 6 }, (_, at) => `E${at + 1}`);

/** Each of six clerks did ten refunds, of which five went wrong, one was escalated and four of the others were helped, and filed ten times without trouble. */
function jobs(): string[] {
  return people.flatMap((name) =>
    Array.from({ length: 10 }, (_, n) => {
      const outcome = n < 5 ? "error" : n < 6 ? "escalated" : "ok";
      return [
        `${name}r${n},${name},refund,2025-03-1${n},${outcome},${n >= 6}`,
        `${name}f${n},${name},file,2025-03-1${n},ok,false`,
      ];
    }).flat(),
  );
}

const given = (by: readonly string[] = people) =>
  givenData({
    "people.csv": `employee_id,role\n${people.map((name) => `${name},clerk`).join("\n")}\n`,
    "skills.csv":
      "role,task,skill,behaviour\nclerk,refund,judging,Asks why\nclerk,file,filing,Files at once\nclerk,file,judging,Asks why\n",
    "activities.csv":
      "activity,title,format,delivery,skill\ncard,Why cards,scenario_card,in_flow,judging\ncourse,Filing course,course,destination,filing\n",
    "learning_events.csv": `event_id,employee_id,activity,verb,at,seconds\n${by
      .flatMap((name) => [
        `${name}c,${name},card,completed,2025-03-03,1800`,
        `${name}f,${name},course,completed,2025-03-04,7200`,
      ])
      .join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome,assisted\n${jobs().join("\n")}\n`,
  });

test("learning time and trouble of each skill, from the tasks that need it", async () => {
  const { as } = await given();
  const found = await readBalance(as("ld_lead"));
  // 30 errors, 6 escalated and 24 helped refunds, all of them judging's: all trouble on 3 of 15 hours.
  expect(found).toMatchObject({ hours: 15, trouble: 60, elsewhere: 0, withheld: { tasks: 0, activities: 0 } });
  const [judging, filing] = found.skills;
  expect(judging).toMatchObject({ skill: "judging", hours: 3, wrong: 30, escalated: 6, assisted: 24, jobs: 120 });
  expect(judging).toMatchObject({ shareOfHours: 0.2, shareOfTrouble: 1, verdict: "more-trouble" });
  expect(judging?.ratio?.value).toBeCloseTo(5, 12);
  expect(judging?.tasks.map(({ task, role }) => `${role}: ${task}`).sort()).toEqual(["clerk: file", "clerk: refund"]);
  expect(filing).toMatchObject({ hours: 12, shareOfTrouble: 0, verdict: "more-learning", minutes: null });
});

test("tasks and activities of few people are in no figure, and are counted as left out", async () => {
  const { orgId, as } = await given(people.slice(0, 2));
  const used = await readBalance(as("ld_lead"));
  expect(used).toMatchObject({ hours: 0, withheld: { tasks: 0, activities: 2 } });
  expect(used.skills.map(({ verdict, ratio }) => [verdict, ratio])).toEqual([
    ["time-not-known", null],
    ["time-not-known", null],
  ]);
  await inTenant(orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = 7`));
  expect(await readBalance(as("hrbp"))).toMatchObject({ skills: [], trouble: 0 });
});

test("who may not look sees nothing, and another organisation has nothing", async () => {
  const { as } = await given();
  await expect(readBalance(as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(readBalance(as("finance"))).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  expect(await readBalance(other.as("admin"))).toMatchObject({ skills: [], hours: 0, trouble: 0, evaluated: {} });
});
