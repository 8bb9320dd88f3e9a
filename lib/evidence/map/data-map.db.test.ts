import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { explainSkill } from "@/lib/evidence/explain-skill";
import { explainInWords } from "@/lib/evidence/explanation";
import { formatsFor } from "@/lib/format/formats";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { readDataMap } from "./read-data-map";

afterAll(closePool);

const fitters = Array.from({ length: 6 }, (_, index) => `E${index + 1}`);
const files = {
  "people.csv": `employee_id,role,hire_date\n${fitters.map((name) => `${name},Fitter,2020-01-01`).join("\n")}\n`,
  "skills.csv": `role,skill,behaviour
Fitter,Checking,Checks the first part
Fitter,Reading,Reads the drawing
`,
  "activities.csv": `activity,title,format,skill
C,Reading certificate,certification,Reading
S,Checking scenario,scenario,Checking
`,
  "learning_events.csv": `event_id,employee_id,activity,verb,at
${fitters.map((name) => `L${name},${name},C,passed,${new Date().toISOString().slice(0, 10)}`).join("\n")}
`,
  "observations.csv": `observation_id,employee_id,behaviour,level,source,rater_id,observed_at
${fitters.map((name, index) => `O${name},${name},Checks the first part,${index < 2 ? 2 : 4},manager,E1,${new Date().toISOString().slice(0, 10)}`).join("\n")}
`,
};

test("says which source speaks of which skill, who is prepared and seen, and which skill is a symbol", async () => {
  const org = await givenData(files);
  const map = await readDataMap(org.as("employee"), null);
  expect(map.skills).toMatchObject([
    {
      skill: "Checking",
      needed: 6,
      ratings: { manager: 6, peer: 0, system: 0 },
      practices: 1,
      reach: { prepared: 0, applied: expect.closeTo(4 / 6, 12), nothing: 0, symbolic: false },
    },
    {
      skill: "Reading",
      needed: 6,
      ratings: { manager: 0, peer: 0, system: 0 },
      tests: 1,
      reach: { prepared: 1, certified: 1, applied: 0, preparedNotApplied: 1, symbolic: true },
    },
  ]);
  expect(map.skills[0]?.levels.at(-1)).toBeCloseTo(20 / 6, 12);
  expect(map.skills[1]?.levels.every((level) => level === null)).toBe(true);
});

test("of a skill that fewer people need than the minimum nothing about people is said", async () => {
  const org = await givenData(files);
  await inTenant(org.orgId, (tx) =>
    tx.execute(sql`update organisations set minimum_group_size = 7 where id = ${org.orgId}`),
  );
  const { skills } = await readDataMap(org.as("ld_lead"), null);
  expect(skills).toMatchObject([
    { skill: "Checking", needed: null, reach: null, ratings: null },
    { skill: "Reading", needed: null, reach: null, ratings: null },
  ]);
  expect(skills.flatMap(({ levels }) => levels).every((level) => level === null)).toBe(true);
});

test("how those seen stand is not told where they are few, nor where a role of few could be taken from the rest", async () => {
  const sellers = Array.from({ length: 6 }, (_, index) => `S${index + 1}`);
  const seen = [...fitters, "S1"].map(
    (name) => `O${name},${name},Checks the first part,4,manager,E1,${new Date().toISOString().slice(0, 10)}`,
  );
  const header = "observation_id,employee_id,behaviour,level,source,rater_id,observed_at";
  const reach = async (observations: string[]) => {
    const org = await givenData({
      ...files,
      "people.csv": `${files["people.csv"]}${sellers.map((name) => `${name},Seller,2020-01-01`).join("\n")}\n`,
      "skills.csv": `${files["skills.csv"]}Seller,Checking,Checks the first part\n`,
      "observations.csv": `${header}\n${observations.join("\n")}\n`,
    });
    return (await readDataMap(org.as("employee"), null)).skills.find(({ skill }) => skill === "Checking")?.reach;
  };
  const untold = { applied: null, preparedNotApplied: null };
  expect(await reach(seen.slice(0, 6))).toMatchObject({ applied: 0.5, preparedNotApplied: 0 });
  expect(await reach(seen.slice(0, 1))).toMatchObject(untold);
  expect(await reach(seen)).toMatchObject(untold);
});

test("an expired certificate stays on file and prepares for nothing any more", async () => {
  const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const learned = fitters.map((name, at) => `L${name},${name},C,passed,${dayBefore(at < 2 ? 731 : 729)}`);
  const org = await givenData({
    ...files,
    "learning_events.csv": `event_id,employee_id,activity,verb,at\n${learned.join("\n")}\n`,
  });
  const reading = async () => (await readDataMap(org.as("employee"), null)).skills[1];
  expect(await reading()).toMatchObject({
    skill: "Reading",
    reach: {
      certified: 1,
      certificates: { held: 6, expired: 2 },
      prepared: expect.closeTo(4 / 6, 12),
      preparedNotApplied: expect.closeTo(4 / 6, 12),
      nothing: expect.closeTo(2 / 6, 12),
    },
  });
  const personId = await inTenant(org.orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from people where employee_id = 'E1'`);
    return rows[0]?.id ?? "";
  });
  const skillId = (await reading())?.skillId ?? "";
  const explanation = await inTenant(org.orgId, (tx) => explainSkill(tx, { orgId: org.orgId, personId, skillId }));
  expect(explanation?.standing?.status).toBe("expired");
  const words = explanation ? explainInWords(explanation, formatsFor({ locale: "en-GB", currency: "EUR" })) : [];
  expect(words.filter((sentence) => sentence.includes("expired on"))).toHaveLength(2);
});
