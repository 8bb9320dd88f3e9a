import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { computeGrowth } from "./compute-growth";
import { computeWorks } from "./compute-works";

afterAll(closePool);

/**
 * 36 people, each rated on Listening on the first of January and of July 2026 by their manager, and by themselves. The
 * first 12 used the tip (in the flow) in March, four of them the course as well; the next 12 the course (at a destination) only; the
 * others nothing. Gains: 1 or 0.5 in the flow, 0.5 or 0 at a destination, 0 or -0.5 without.
 */
const gains = { flow: [1, 0.5], apart: [0.5, 0], none: [0, -0.5] };
const gainOf = (i: number) => (i < 12 ? gains.flow : i < 24 ? gains.apart : gains.none)[i % 2] ?? 0;

function files() {
  const people = ["employee_id,role,unit,hire_date"];
  const observations = ["observation_id,employee_id,behaviour,level,source,observed_at"];
  const events = ["event_id,employee_id,activity,verb,at"];
  for (let i = 0; i < 36; i += 1) {
    people.push(`p${i},clerk,Co / ${i % 2 === 0 ? "North" : "South"},20${10 + (i % 7)}-01-01`);
    const rate = (day: string, level: number, source: string) =>
      observations.push(`${i}-${day}-${source},p${i},Asks why,${level},${source},2026-${day}T09:00:00Z`);
    rate("01-01", 2 + (i % 3) / 2, "manager");
    rate("07-01", 2 + (i % 3) / 2 + gainOf(i), "manager");
    rate("01-01", 3, "self");
    rate("07-01", 4, "self");
    if (i < 12) events.push(`t${i},p${i},tip,accessed,2026-03-04T09:00:00Z`);
    if (i >= 8 && i < 24) events.push(`c${i},p${i},course,accessed,2026-03-05T09:00:00Z`);
    // After the later rating: counts for nothing.
    if (i >= 24) events.push(`late${i},p${i},tip,accessed,2026-07-02T09:00:00Z`);
  }
  return {
    "people.csv": `${people.join("\n")}\n`,
    "skills.csv": "role,task,skill,behaviour,target_level\nclerk,greet,Listening,Asks why,4\n",
    "activities.csv":
      "activity,title,format,delivery,surface,skill\ntip,Tip,Hint,in_flow,CRM,Listening\ncourse,Course,Course,destination,LMS,Listening\n",
    "observations.csv": `${observations.join("\n")}\n`,
    "learning_events.csv": `${events.join("\n")}\n`,
  };
}

let given: GivenOrganisation;
beforeAll(async () => {
  given = await givenData(files());
});

const period = { grain: "quarter", start: "2026-07-01", end: "2026-10-01" } as const;
const growthOf = async (viewer = given.as("executive")) => {
  const found = await computeGrowth(viewer, { scope: null, period });
  if (found?.kind !== "shown") throw new Error(`not shown: ${found?.kind}`);
  return found;
};

test("growth is levels gained a quarter by the ratings of others, with one's own apart", async () => {
  const { groups } = await growthOf();
  // Two quarters between the ratings: the means of the gains are 0.75, 0.25 and -0.25.
  expect(groups.map(({ kind, growth }) => [kind, growth.kind === "figure" && [growth.value, growth.people]])).toEqual([
    ["flow", [0.375, 12]],
    ["traditional", [0.125, 12]],
    ["none", [-0.125, 12]],
  ]);
  expect(groups.every(({ self }) => self.kind === "figure" && self.value === 0.5)).toBe(true);
});

test("the same from the facts by other SQL", async () => {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ growth: number }>(sql`
      select (sum(b.level - a.level) / (2 * count(*)))::float8 as growth
      from observations a
      join observations b on b.person_id = a.person_id and b.source = a.source and b.observed_at > a.observed_at
      where a.source = 'manager' and exists (
        select from learning_events e join activities v on v.id = e.activity_id and v.delivery = 'in_flow'
        where e.person_id = a.person_id and e.occurred_at between a.observed_at and b.observed_at)`),
  );
  const { groups } = await growthOf();
  const [flow] = groups;
  expect(flow?.growth).toMatchObject({ value: expect.closeTo(rows[0]?.growth ?? 0, 12) });
});

test("in the flow against at a destination only: difference by hand, C at best, people chose themselves", async () => {
  const { pairs, claim, skills } = await growthOf();
  const [main] = pairs;
  expect(pairs.map(({ kinds }) => kinds.join())).toEqual(["flow,traditional", "flow,none", "traditional,none"]);
  if (main?.estimate.kind !== "estimate") throw new Error("not estimable");
  // Nobody is on both sides here: variance of a side is that of (gain - mean) / 2 quarters over its people, 1/16 x 1/4 / 12 each, as n of 24 counts it.
  expect(main.estimate.estimate).toBeCloseTo(0.25, 12);
  expect(main.estimate.standardError).toBeCloseTo(Math.sqrt((2 * (1 / 64) * (24 / 23)) / 12), 12);
  expect(claim).toMatchObject({
    selfSelected: true,
    sentence: expect.stringMatching(/higher than that of .*chose themselves/),
  });
  expect(["C", "D"]).toContain(claim.grade);
  expect(skills).toMatchObject([
    { skill: "Listening", difference: { kind: "estimate", estimate: expect.closeTo(0.25, 12) } },
  ]);
});

test("the difference as it is beside the adjusted one is of the same people and skills", async () => {
  const { adjusted } = await growthOf();
  if (adjusted?.raw.kind !== "estimate" || adjusted.adjusted.kind !== "estimate") throw new Error("not adjusted");
  expect(adjusted.raw.estimate).toBeCloseTo(0.25, 12);
  // Variance of growth 1/64 in each of two groups of 12, people counted as clusters: times 24 / 23.
  expect(adjusted.raw.standardError).toBeCloseTo(Math.sqrt((2 / 64 / 12) * (24 / 23)), 12);
  expect([adjusted.raw.n, adjusted.raw.method]).toEqual([adjusted.adjusted.n, adjusted.adjusted.method]);
});

test("no sums leave with the figures: those of all skills less those shown would be a withheld skill's", async () => {
  const { groups, skills } = await growthOf();
  for (const state of [...groups.map(({ growth }) => growth), ...skills.map(({ flow }) => flow)])
    expect(state).toMatchObject({ kind: "figure", numerator: null, denominator: null });
});

test("what works: users before the later rating against the others of the skill, under four effects not shrunken", async () => {
  const works = async (by: "activity" | "format" | "surface") => {
    const found = await computeWorks({ ...given.as("executive"), userId: null }, { scope: null, period, by });
    if (found?.kind !== "shown") throw new Error(`not shown: ${found?.kind}`);
    return found;
  };
  const { effects, pool, people } = await works("activity");
  expect([people, pool]).toEqual([36, null]);
  const tip = effects.find(({ item }) => item === "Tip")?.state;
  // 0.375 against (0.125 - 0.125) / 2.
  expect(tip).toMatchObject({
    kind: "compared",
    users: 12,
    others: 24,
    estimate: expect.closeTo(0.375, 12),
    shrunken: null,
  });
  expect((await works("format")).effects.map(({ item }) => item)).toEqual(["Hint", "Course"]);
  expect((await works("surface")).effects.find(({ item }) => item === "LMS")?.state).toMatchObject({
    users: 16,
    others: 20,
  });
});

test("roles without it are refused, another organisation sees nothing of it, a partner their own units", async () => {
  await expect(computeGrowth(given.as("manager"), { scope: null, period })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(computeWorks(given.as("employee"), { scope: null, period, by: "format" })).rejects.toMatchObject({
    code: "forbidden",
  });
  const other = await givenOrganisation();
  expect(await computeGrowth(other.as("admin"), { scope: null, period })).toEqual({ kind: "empty" });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string; name: string }>(sql`select id::text, name from business_units`),
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
  const partner = { ...given.as("hrbp", { units: [idOf("North")] }), userId: "00000000-0000-4000-9000-000000000009" };
  const { groups } = await growthOf(partner);
  expect(groups[0]?.growth).toMatchObject({ people: 6 });
  expect(await computeGrowth(partner, { scope: { kind: "unit", id: idOf("South") }, period })).toBeNull();
});
