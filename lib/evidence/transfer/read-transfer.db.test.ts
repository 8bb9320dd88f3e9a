import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { givenData } from "@/test/factory";
import { readTransfer } from "./read-transfer";

afterAll(closePool);

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const fitters = Array.from({ length: 12 }, (_, index) => `f${index + 1}`);

/**
 * Six fitters in Oslo and six in Rome passed the quiz 100 days ago. Since then all but the last of each site were seen: those of Oslo at 4, three of
 * Rome at 4 and two at 2; the last of Oslo before the quiz alone. The boss passed it, too, and needs no such skill.
 */
async function givenTransfer(alsoPassed: readonly string[] = []) {
  const seen = fitters.flatMap((id, index) => {
    if (index === 11) return [];
    return [
      `o${id},${id},Checks the first part,${index === 9 || index === 10 ? 2 : 4},manager,boss,${dayBefore(index === 5 ? 120 : 50)}`,
    ];
  });
  const passed = (course: string, ids: readonly string[]) =>
    ids.map((id) => `${course}${id},${id},${course},passed,${dayBefore(100)},true`);
  const given = await givenData({
    "people.csv": `employee_id,role,unit,site,hire_date\nboss,boss,Co,Oslo,2020-01-01\n${fitters
      .map((id, index) => `${id},fitter,Co / ${index < 6 ? "North,Oslo" : "South,Rome"},2020-01-01`)
      .join("\n")}\n`,
    "skills.csv": "role,task,skill,behaviour,target_level\nfitter,fit,Checking,Checks the first part,3\n",
    "activities.csv": "activity,title,format,skill\nQ,The quiz,quiz,Checking\nR,Another course,video,Checking\n",
    "learning_events.csv": `event_id,employee_id,activity,verb,at,success\n${[
      ...passed("Q", ["boss", ...fitters]),
      ...passed("R", alsoPassed),
    ].join("\n")}\n`,
    "observations.csv": `observation_id,employee_id,behaviour,level,source,rater_id,observed_at\n${seen.join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select code as name, id::text from activities union all select name, id::text from business_units`),
  );
  return { given, id: (name: string) => rows.find((row) => row.name === name)?.id ?? `no ${name}` };
}

async function shown(viewer: Viewer, course: string | null = null) {
  const transfer = (await readTransfer(viewer, { course }))?.transfer;
  if (!transfer) throw new Error("There is no answer");
  return transfer;
}

test("of those who passed a course, how many were seen applying its skill after that day, with an interval, by role and site", async () => {
  const { given, id } = await givenTransfer();
  const { courses, chosen } = await shown(given.as("ld_lead"), id("Q"));
  expect(courses).toEqual([
    {
      courseId: id("Q"),
      title: "The quiz",
      skill: "Checking",
      whole: { kind: "told", passed: 12, seen: 10, applied: 8, interval: wilsonInterval({ n: 12, events: 8 }) },
    },
  ]);
  expect(chosen?.places).toMatchObject([
    { role: "fitter", site: "Oslo", transferred: { passed: 6, seen: 5, applied: 5 } },
    { role: "fitter", site: "Rome", transferred: { passed: 6, seen: 5, applied: 3 } },
  ]);
});

test("of two courses whose people differ by fewer than the minimum the smaller is withheld", async () => {
  const { given, id } = await givenTransfer(fitters.slice(0, 11));
  const { courses, chosen } = await shown(given.as("executive"), id("R"));
  expect(courses.map(({ title, whole }) => [title, whole.kind])).toEqual([
    ["Another course", "withheld"],
    ["The quiz", "told"],
  ]);
  expect(chosen?.places.map(({ transferred }) => transferred.kind)).toEqual(["withheld", "withheld"]);
});

test("how those few stand who were seen is not told, nor where the total would tell it", async () => {
  const { given, id } = await givenTransfer();
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      update skill_states set seen_on = null where person_id in (select id from people where employee_id in ('f7', 'f8'))`),
  );
  const { courses, chosen } = await shown(given.as("ld_lead"), id("Q"));
  expect(courses[0]?.whole).toMatchObject({ kind: "told", seen: 8, applied: 6 });
  expect(chosen?.places.map(({ transferred }) => transferred)).toEqual([
    { kind: "few", passed: 6 },
    { kind: "few", passed: 6 },
  ]);
});

test("a business partner sees their units, an employee nothing, and nobody a course of another organisation", async () => {
  const { given, id } = await givenTransfer();
  const [ofSouth] = (await shown(given.as("hrbp", { units: [id("South")] }))).courses;
  expect(ofSouth?.whole).toMatchObject({ passed: 6, seen: 5, applied: 3 });
  expect(await readTransfer(given.as("hrbp"), { course: null })).toBeNull();
  await expect(readTransfer(given.as("employee"), { course: null })).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenTransfer();
  expect(await readTransfer(other.given.as("admin"), { course: id("Q") })).toBeNull();
});
