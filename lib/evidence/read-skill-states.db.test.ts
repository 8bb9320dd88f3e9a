import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { formatsFor } from "@/lib/format/formats";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { explainSkill } from "./explain-skill";
import { explainInWords } from "./explanation";
import { readSkillStates } from "./read-skill-states";

afterAll(closePool);
const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

/** Five fitters need checking at level 3; E1 to E4 were seen, E5 is certified and was not. */
const files = {
  "people.csv": `employee_id,role,site,hire_date
E1,Fitter,North,2020-01-01
E2,Fitter,North,2020-01-01
E3,Fitter,South,2020-01-01
E4,Fitter,South,2020-01-01
E5,Fitter,South,2020-01-01
`,
  "skills.csv": `role,task,skill,behaviour,target_level
Fitter,Set up,Checking,Checks the first part,3
Fitter,Set up,Checking,Notes the result,3
Fitter,Set up,Reading,Reads the drawing,4
`,
  "activities.csv": `activity,title,format,skill
C,Checking certificate,certification,Checking
S,Checking scenario,scenario,Checking
`,
  "learning_events.csv": `event_id,employee_id,activity,verb,at,score
L1,E5,C,passed,2026-01-10,0.9
L2,E1,C,passed,2026-01-10,0.8
L3,E2,S,completed,2026-01-11,
`,
  "observations.csv": `observation_id,employee_id,behaviour,level,source,rater_id,observed_at
O1,E1,Checks the first part,4,manager,E4,2026-01-20
O2,E1,Notes the result,4,peer,E2,2026-01-22
O3,E2,Checks the first part,2,manager,E4,2026-01-20
O4,E3,Checks the first part,3,system,,2024-01-01
O5,E4,Checks the first part,5,self,E4,2026-01-20
`,
};

test("counts by role, skill and site say who is seen, validated, no longer seen, and only certified", async () => {
  const { orgId } = await givenData(files);
  const read = (people = sql`select id from people where org_id = ${orgId}`, day = "2026-02-01") =>
    inTenant(orgId, async (tx) => {
      const cells = await readSkillStates(tx, orgId, people, day);
      const { rows } = await tx.execute<{ id: string; name: string }>(sql`
        select id, name from skills union all select id, name from sites`);
      const names = new Map(rows.map(({ id, name }) => [id, name]));
      return new Map(cells.map((cell) => [`${names.get(cell.skillId)} ${names.get(cell.siteId)}`, cell]));
    });

  const cells = await read();
  expect([...cells.keys()].sort()).toEqual(["Checking North", "Checking South", "Reading North", "Reading South"]);
  expect(cells.get("Checking North")).toMatchObject({
    needed: 2,
    known: 2,
    evidenced: 2,
    applied: 1,
    validated: 1,
    sustained: 0,
    stale: 0,
    certified: 1,
    certifiedNotApplied: 0,
    prepared: 2,
    preparedNotApplied: 1,
    level: 3,
    levelVariance: 2,
    target: 3,
  });
  expect(cells.get("Checking South")).toMatchObject({
    needed: 3,
    known: 2,
    evidenced: 0,
    applied: 0,
    stale: 1,
    everSeen: 1,
    certified: 1,
    certifiedNotApplied: 1,
    level: null,
  });
  expect(cells.get("Reading North")).toMatchObject({ needed: 2, known: 0, everSeen: 0, target: 4 });

  const one = await read(sql`select id from people where employee_id = 'E1'`);
  expect(one.get("Checking North")?.needed).toBe(1);
  expect(one.get("Checking South")).toBeUndefined();
  const later = await read(undefined, "2028-02-01");
  expect(later.get("Checking North")).toMatchObject({ evidenced: 0, stale: 2, certifiedNotApplied: 1 });
  expect((await read(undefined, "2019-01-01")).size).toBe(0);
});

test("an explanation goes down to each rating and event, and a struck rating weighs nothing in it", async () => {
  const { orgId } = await givenData(files);
  const explain = () =>
    inTenant(orgId, async (tx) => {
      const { rows } = await tx.execute<{ person: string; skill: string }>(sql`
        select p.id as person, s.id as skill from people p, skills s where p.employee_id = 'E1' and s.name = 'Checking'`);
      const { person: personId = "", skill: skillId = "" } = rows[0] ?? {};
      return explainSkill(tx, { orgId, personId, skillId, day: "2026-01-22" });
    });
  const explained = await explain();
  expect(explained).toMatchObject({
    skill: "Checking",
    rulesVersion: 0,
    target: 3,
    standing: { status: "validated" },
    acts: [{ activity: "Checking certificate", verb: "passed", score: 0.8, kind: "recalled" }],
  });
  // Two days of 180 are left off the manager's; the peer's counts 0.8.
  const [peer, manager] = explained?.ratings ?? [];
  expect(peer).toMatchObject({ source: "peer", weight: 0.8, ageDays: 0 });
  expect(manager?.weight).toBeCloseTo(0.5 ** (2 / 180), 12);
  expect((peer?.share ?? 0) + (manager?.share ?? 0)).toBeCloseTo(1, 12);
  expect(explained && explainInWords(explained, formats).join(" ")).toContain(
    "Level 4.0 of 5: 4.0 by managers (1 of the ratings, 55% of the weight); 4.0 by peers (1 of the ratings, 45% of the weight).",
  );

  await inTenant(orgId, (tx) => tx.execute(sql`update observations set struck_at = now() where observation_id = 'O2'`));
  const after = await explain();
  expect(after?.standing?.status).toBe("applied");
  expect(after?.ratings[0]).toMatchObject({ source: "peer", weight: 0, share: 0, struckOn: expect.any(String) });
});

test("nothing on file is said as such, and another organisation's skill does not exist", async () => {
  const [ours, theirs] = [await givenData(files), await givenData(files)];
  const idsOf = (orgId: string) =>
    inTenant(orgId, async (tx) => {
      const { rows } = await tx.execute<{ person: string; skill: string }>(sql`
        select p.id as person, s.id as skill from people p, skills s where p.employee_id = 'E5' and s.name = 'Reading'`);
      return { personId: rows[0]?.person ?? "", skillId: rows[0]?.skill ?? "" };
    });
  const own = await idsOf(ours.orgId);
  const found = await inTenant(ours.orgId, (tx) => explainSkill(tx, { orgId: ours.orgId, ...own }));
  expect(found).toMatchObject({ state: null, standing: null, target: 4 });
  expect(found && explainInWords(found, formats)).toContain("Nothing on file says anything about this skill.");
  const foreign = { ...own, skillId: (await idsOf(theirs.orgId)).skillId };
  expect(await inTenant(ours.orgId, (tx) => explainSkill(tx, { orgId: ours.orgId, ...foreign }))).toBeNull();
});
