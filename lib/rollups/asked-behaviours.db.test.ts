import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { explainSkill } from "@/lib/evidence/explain-skill";
import { explainInWords } from "@/lib/evidence/explanation";
import { formatsFor } from "@/lib/format/formats";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { postponeSkillStates, takePendingRollups } from "./pending-rollups";
import { verifyRollups } from "./verify-rollups";

afterAll(closePool);

/** Clerks check (at level 4) and name the rule (at 2), porters write the note. Ann the clerk was rated 4, 3 and 1 in the three, Bea in the note alone. */
const givenAnn = () =>
  givenData({
    "people.csv": "employee_id,role,unit,hire_date\nann,clerk,Co,2024-01-01\nbea,clerk,Co,2024-01-01\n",
    "skills.csv": [
      "role,task,skill,behaviour,target_level",
      "clerk,file,Refunds,Checks the order,4",
      "clerk,refund,Refunds,Names the rule,2",
      "porter,,Refunds,Writes the note,1",
      "",
    ].join("\n"),
    "observations.csv": [
      "observation_id,employee_id,behaviour,level,source,observed_at",
      "1,ann,Checks the order,4,manager,2025-03-10",
      "2,ann,Names the rule,3,peer,2025-03-10",
      "3,ann,Writes the note,1,manager,2025-03-10",
      "4,bea,Writes the note,2,manager,2025-01-10",
      "",
    ].join("\n"),
  });

async function stateOf(orgId: string) {
  return inTenant(orgId, async (tx) => {
    expect(await verifyRollups(tx, orgId)).toEqual([]);
    const { rows } = await tx.execute<{ level: number; target: number; ratings: number; held: string | null }>(sql`
      select level, target_level as target, manager_ratings + peer_ratings as ratings, held_since::text as held
      from skill_states join people p on p.id = person_id where skill_states.org_id = ${orgId} order by p.employee_id`);
    return rows;
  });
}

test("a state counts the behaviours the needs of the role name, over its tasks, each against its own level", async () => {
  const { orgId } = await givenAnn();
  // Weights 1 and 0.8: level (4 + 0.8 x 3) / 1.8, asked (4 + 0.8 x 2) / 1.8.
  expect(await stateOf(orgId)).toEqual([
    { level: expect.closeTo(6.4 / 1.8, 9), target: expect.closeTo(5.6 / 1.8, 9), ratings: 2, held: "2025-03-01" },
  ]);
});

test("somebody who moves to another role is stated by what that asks, from ratings that did not count before", async () => {
  const { orgId, take } = await givenAnn();
  expect(await stateOf(orgId)).toHaveLength(1);
  await take({
    "people (2).csv": "employee_id,role,unit,hire_date,effective_date\nbea,porter,Co,2024-01-01,2025-03-20\n",
  });
  const [, bea] = await stateOf(orgId);
  expect(bea).toEqual({ level: 2, target: 1, ratings: 1, held: "2025-01-01" });
});

test("what a need names decides, and where it names nothing more, all behaviours count again", async () => {
  const { orgId } = await givenAnn();
  await inTenant(orgId, async (tx) => {
    await tx.execute(
      sql`delete from need_behaviours where behaviour_id in (select id from behaviours where statement = 'Names the rule')`,
    );
    await postponeSkillStates(tx, orgId);
    await takePendingRollups(tx, orgId);
  });
  // The need of the second task now asks all three, at no level of its own: 3, but for what the first asks.
  const [state] = await stateOf(orgId);
  expect(state).toMatchObject({ level: expect.closeTo((4 + 0.8 * 3 + 1) / 2.8, 9), ratings: 3 });
});

test("an explanation lists ratings that are not asked of the role, and says that they do not count", async () => {
  const { orgId } = await givenAnn();
  const explanation = await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ personId: string; skillId: string }>(
      sql`select person_id as "personId", skill_id as "skillId" from skill_states`,
    );
    const [about] = rows;
    return about ? explainSkill(tx, { orgId, ...about, day: "2025-03-11" }) : null;
  });
  if (!explanation) throw new Error("Nothing to explain");
  expect(explanation.state?.level).toBeCloseTo(6.4 / 1.8, 9);
  expect(explanation.target).toBeCloseTo(5.6 / 1.8, 9);
  expect(explanation.ratings).toHaveLength(3);
  expect(explanation.ratings.find(({ behaviour }) => behaviour === "Writes the note")).toMatchObject({
    isAsked: false,
    weight: 0,
    share: 0,
  });
  const words = explainInWords(explanation, formatsFor({ locale: "en-GB", currency: "EUR" }));
  expect(words[0]).toBe(
    "One rating below is of a behaviour not asked of this role, whose needs name others: not counted.",
  );
});
