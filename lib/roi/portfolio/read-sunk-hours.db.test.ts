import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { readSunkHours } from "./read-sunk-hours";

afterAll(closePool);

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const fitters = Array.from({ length: 15 }, (_, index) => `f${index + 1}`);

/**
 * Fifteen fitters spent an hour each on the video 100 days ago. The first five were seen at 2 before and at 4 since, the next five at 4 both times,
 * and the last five (of South) not at all since. Everybody spent half an hour on a chat that is for no skill; two of them watched a film.
 */
function givenLearned() {
  const seen = fitters.flatMap((id, index) => {
    const rating = (at: number, level: number) =>
      `o${id}${at},${id},Checks the first part,${level},manager,boss,${dayBefore(at)}`;
    return [rating(150, index < 5 ? 2 : 4), ...(index < 10 ? [rating(50, 4)] : [])];
  });
  const learned = (course: string, ids: readonly string[], seconds: number) =>
    ids.map((id) => `${course}${id},${id},${course},completed,${dayBefore(100)},${seconds}`);
  return givenData({
    "people.csv": `employee_id,role,unit,hire_date,hourly_cost\nboss,boss,Co,2020-01-01,\n${fitters
      .map((id, index) => `${id},fitter,Co / ${index < 10 ? "North" : "South"},2020-01-01,40`)
      .join("\n")}\n`,
    "skills.csv": "role,task,skill,behaviour,target_level\nfitter,fit,Checking,Checks the first part,3\n",
    "activities.csv":
      "activity,title,format,delivery,skill\nV,The video,video,destination,Checking\nC,The chat,chat,in_flow,\nF,The film,video,destination,Checking\n",
    "learning_events.csv": `event_id,employee_id,activity,verb,at,seconds\n${[
      ...learned("V", fitters, 3600),
      ...learned("C", fitters, 1800),
      ...learned("F", fitters.slice(0, 2), 3600),
    ].join("\n")}\n`,
    "observations.csv": `observation_id,employee_id,behaviour,level,source,rater_id,observed_at\n${seen.join("\n")}\n`,
  });
}

test("hours are sunk where nobody got better since, or nobody looked; those of few people, and of no skill, stand apart", async () => {
  const given = await givenLearned();
  const { sunk, of } = await readSunkHours(given.as("executive"), null);
  expect(of).toBe("everybody");
  expect(sunk).toMatchObject({ hours: 15, sunkHours: 10, sunkCost: 400, unseenHours: 5, unlinkedHours: 7.5 });
  expect(sunk?.rows.map(({ title, hours, sunk, withheld }) => [title, hours, sunk?.hours ?? null, withheld])).toEqual([
    ["The video", 15, 10, false],
    ["The chat", 7.5, null, false],
    ["The film", 0, null, true],
  ]);
});

test("who was never seen before counts as better at the level the role needs, and not below it", async () => {
  const given = await givenLearned();
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`delete from observations where observed_at < now() - interval '100 days'`),
  );
  expect((await readSunkHours(given.as("executive"), null)).sunk).toMatchObject({ sunkHours: 5, unseenHours: 5 });
  const lower = await givenLearned();
  await inTenant(lower.orgId, (tx) =>
    tx
      .execute(sql`delete from observations where observed_at < now() - interval '100 days'`)
      .then(() => tx.execute(sql`update observations set level = 2.5`)),
  );
  expect((await readSunkHours(lower.as("executive"), null)).sunk).toMatchObject({ sunkHours: 15, unseenHours: 5 });
});

test("a business partner sees their units alone, and a split that would tell of few is not told", async () => {
  const given = await givenLearned();
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from business_units where name = 'South'`),
  );
  const south = await readSunkHours(given.as("hrbp", { units: [rows[0]?.id ?? ""] }), null);
  expect(south).toMatchObject({ of: "units", sunk: { hours: 5, sunkHours: 5, unseenHours: 5 } });
  const few = await givenLearned();
  await inTenant(few.orgId, (tx) =>
    tx.execute(sql`
      update observations set level = 5
      where person_id in (select id from people where employee_id in ('f6', 'f7')) and observed_at > now() - interval '60 days'`),
  );
  expect((await readSunkHours(few.as("executive"), null)).sunk?.rows[0]).toMatchObject({
    title: "The video",
    hours: 15,
    sunk: null,
  });
});
