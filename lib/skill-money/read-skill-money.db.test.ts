import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { behaviours, roleSkills, roles, skills, tasks } from "@/db/schema/taxonomy";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenStudy, givenStudy, readStudyFixture } from "@/test/given-study";
import { readPayingTasks } from "./read-paying-tasks";
import { readSkillMoney } from "./read-skill-money";

// Nobody who uses the app can change an evaluation.
const owner = new pg.Pool({ connectionString: process.env.DATABASE_URL });
afterAll(async () => {
  await owner.end();
  await closePool();
});

/** A study whose chain names one behaviour, of a skill that a task needs; the ladder is written by hand, because nobody was observed. */
async function given(): Promise<GivenStudy> {
  const fixture = readStudyFixture("nsw");
  const study = await givenStudy({ ...fixture.plan, chain: { behaviours: ["Asks why"] } }, fixture.members);
  await inTenant(study.orgId, async (tx) => {
    const { orgId } = study;
    const [role] = await tx.insert(roles).values({ orgId, name: "clerk" }).returning();
    const [task] = await tx
      .insert(tasks)
      .values({ orgId, roleId: role?.id ?? null, name: "refund" })
      .returning();
    const [skill] = await tx.insert(skills).values({ orgId, name: "judging" }).returning();
    if (!role || !task || !skill) throw new Error("The taxonomy was not written");
    await tx.insert(behaviours).values({ orgId, skillId: skill.id, statement: "Asks why" });
    await tx.insert(roleSkills).values({ orgId, roleId: role.id, skillId: skill.id, taskId: task.id });
  });
  await evaluateMissing(study.as("admin"));
  return study;
}

const side = (n: number, sd: number) => ({ n, mean: 1, sd, ci: null });
const measure = (over: Record<string, unknown>) => ({
  id: "level",
  name: "Behaviour, seen by others",
  source: "observation",
  decides: true,
  role: "chain",
  unit: "levels",
  direction: "up",
  log: false,
  status: "estimated",
  estimate: 0.6,
  ci: [0.4, 0.8],
  p_adjusted: null,
  n: { treated: 150, control: 200 },
  counted: "people",
  levels: { treated: side(150, 1), control: side(200, 1) },
  mark: null,
  matters: null,
  ...over,
});
const kpi = { id: "earnings", name: "Earnings", role: "primary", unit: "count", estimate: 1600, ci: [400, 2800] };

async function write(
  study: GivenStudy,
  applied: Record<string, unknown>,
  effect: Record<string, unknown>,
): Promise<void> {
  const rungs = [
    { id: "applied", measures: [measure(applied)] },
    { id: "business", measures: [measure({ ...kpi, ...effect })] },
  ];
  await owner.query(
    "update evaluations set result = jsonb_set(result, '{ladder,rungs}', $1) where initiative_id = $2",
    [JSON.stringify(rungs), study.initiativeId],
  );
}

test("a skill of an evaluated chain is set beside its KPI, and the task that needs it is told so", async () => {
  const study = await given();
  await write(study, {}, {});
  const found = await readSkillMoney(study.as("executive"));
  expect(found).toMatchObject({ registered: 1, evaluated: 1, telling: 1 });
  expect(found.pays).toMatchObject([
    {
      skill: { name: "judging" },
      kpi: { id: "earnings" },
      behaviours: ["Asks why"],
      people: 350,
      grade: "C",
      effect: { kind: "single", estimate: 1600 },
      verdict: "pays",
      evidence: [{ money: null }],
    },
  ]);
  const skill = found.pays[0]?.skill.id ?? "";
  expect(found.tasks[skill]).toMatchObject([{ role: "clerk", task: "refund" }]);
  const paying = await readPayingTasks(study.as("ld_lead"));
  expect(Object.values(paying)).toEqual([["judging"]]);
  expect(await readPayingTasks(study.as("manager"))).toEqual({});

  await write(study, {}, { estimate: 0, ci: [-900, 900] });
  expect((await readSkillMoney(study.as("executive"))).pays[0]?.verdict).toBe("unclear");
  expect(await readPayingTasks(study.as("ld_lead"))).toEqual({});
});

test("what rests on too few people, or has no verdict yet, says nothing", async () => {
  const study = await given();
  await write(study, {}, { n: { treated: 3, control: 200 } });
  expect((await readSkillMoney(study.as("executive"))).pays).toEqual([]);
  await write(study, {}, { status: "too_early", estimate: null, ci: null });
  expect((await readSkillMoney(study.as("executive"))).pays).toEqual([]);
});

test("a manager may not look, and another organisation's initiatives do not exist", async () => {
  const [ours, theirs] = [await given(), await given()];
  await write(theirs, {}, {});
  const { pays } = await readSkillMoney(ours.as("admin"));
  // Nobody was observed in ours, so what is known of its KPI says nothing of the skill.
  expect(pays.map(({ verdict }) => verdict)).toEqual(["unclear"]);
  expect(pays.flatMap(({ evidence }) => evidence.map(({ initiativeId }) => initiativeId))).toEqual([ours.initiativeId]);
  await expect(readSkillMoney(theirs.as("manager"))).rejects.toMatchObject({ code: "forbidden" });
});
