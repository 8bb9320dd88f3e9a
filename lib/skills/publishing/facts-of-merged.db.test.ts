import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { takePendingRollups } from "@/lib/rollups/pending-rollups";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { rollBack } from "@/lib/skills/roll-back";
import { merge } from "@/lib/skills/tree/edits/merge";
import { evidenceKey, readTaskEvidence } from "@/lib/team/readiness/read-task-evidence";
import { addFriction } from "@/lib/work/friction/add-friction";
import { readPoints } from "@/lib/work/friction/read-points";
import { readHelp } from "@/lib/work/help/read-help";
import { addWorkflow } from "@/lib/work/workflows/add-workflow";
import { readSteps } from "@/lib/work/workflows/read-steps";
import type { GivenOrganisation } from "@/test/factory";
import { publishEdits } from "@/test/given-draft";
import { givenTaxonomy, nth } from "@/test/given-taxonomy";

afterAll(closePool);

const people = Array.from({ length: 6 }, (_, at) => `P${at + 1}`);
const lines = (header: string, rows: string[]) => `${header}\n${rows.join("\n")}\n`;

async function givenFacts(): Promise<GivenOrganisation> {
  const given = await givenTaxonomy();
  await inTenant(given.orgId, (tx) => tx.execute(sql`update skills set range_reason = 'So it is'`));
  const tasks = ["Resolve complaints", "Answer questions"];
  await given.take({
    "people.csv": lines(
      "employee_id,role,hire_date",
      people.map((who) => `${who},Service agent,2024-01-01`),
    ),
    "activities.csv": "activity,skill,format\nserve,Service orientation,certification\n",
    "work_events.csv": lines(
      "event_id,employee_id,task,completed_at,outcome,case_id",
      people.flatMap((who, n) =>
        tasks.map((task, at) => `${who}-${at},${who},${task},2025-03-0${n + 1}T1${at}:00:00Z,ok,`),
      ),
    ),
    "help_requests.csv": lines(
      "request_id,employee_id,asked_at,task",
      people.flatMap((who, n) =>
        tasks.map((task, at) => `${who}-${at},${who},2025-03-0${n + 1}T0${at}:00:00Z,${task}`),
      ),
    ),
    "learning_events.csv": lines(
      "event_id,employee_id,activity,verb,at",
      people.map((who) => `l${who},${who},serve,certified,2025-03-02`),
    ),
    "observations.csv": lines(
      "observation_id,employee_id,behaviour,level,source,observed_at",
      people.map((who) => `o${who},${who},Names the refund rule before promising an amount,4,manager,2025-03-05`),
    ),
  });
  return given;
}

const settle = ({ orgId }: GivenOrganisation) =>
  inTenant(orgId, async (tx) => {
    await takePendingRollups(tx, orgId);
    return verifyRollups(tx, orgId);
  });

const states = ({ orgId }: GivenOrganisation) =>
  inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute(sql`
      select person_id, skill_id, manager_ratings, certified_on::text, target_level from skill_states order by 1, 2`);
    return rows;
  });

test("certificates and ratings of what was merged count for its heir, and for itself again after a rollback", async () => {
  const given = await givenFacts();
  const lead = given.as("ld_lead");
  const before = await states(given);
  expect(before.filter((row) => row.certified_on !== null).map(({ skill_id }) => skill_id)).toEqual(
    people.map(() => nth("skill", 2)),
  );
  await publishEdits(
    lead,
    (now) => merge(now, nth("behaviour", 1), [nth("behaviour", 4)]),
    (now) => merge(now, nth("skill", 1), [nth("skill", 2)]),
  );
  expect(await settle(given)).toEqual([]);
  const merged = await states(given);
  expect(merged).toHaveLength(people.length);
  for (const row of merged) {
    expect(row).toMatchObject({ skill_id: nth("skill", 1), manager_ratings: 1, certified_on: "2025-03-02" });
  }
  await rollBack(lead, { to: 0, note: "Not the same" });
  expect(await settle(given)).toEqual([]);
  expect(await states(given)).toEqual(before);
});

test("jobs, questions, friction and steps of a merged task are those of its heir, and its own again after a rollback", async () => {
  const given = await givenFacts();
  const lead = given.as("ld_lead");
  const [first, second] = [nth("task", 1), nth("task", 2)];
  await addFriction(lead, {
    roleId: nth("role", 1),
    taskId: second,
    stepId: null,
    kind: "struggle",
    statement: "Nobody knows the rule",
    toldBy: 2,
  });
  await addWorkflow(lead, { roleId: nth("role", 1), name: "Serving", starter: null });
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      insert into workflow_steps (org_id, id, workflow_id, name, task_id, position)
      select org_id, gen_random_uuid(), id, 'Answer', ${second}::uuid, 0 from workflows`),
  );
  const read = async () => {
    const { rows } = await inTenant(given.orgId, (tx) =>
      tx.execute<{ id: string }>(sql`select id from people order by id`),
    );
    const ids = rows.map(({ id }) => id);
    return inTenant(given.orgId, async (tx) => {
      const evidence = await readTaskEvidence(tx, given.orgId, {
        personIds: ids,
        taskIds: [first, second],
        asOf: "2025-03-31",
      });
      const jobs = [first, second].map((task) =>
        ids.map(
          (id) =>
            evidence
              .get(evidenceKey(id, task))
              ?.months.map((month) => month.jobs)
              .join() ?? "",
        ),
      );
      const points = await readPoints(tx, given.orgId, null);
      const steps = await readSteps(tx, given.orgId, null);
      return { jobs, friction: points.map(({ task }) => task), steps: steps.map(({ task }) => task?.name) };
    });
  };
  const questions = async () =>
    (await readHelp(lead)).tasks.groups.map(({ name, requests, questions: asked }) => [name, requests, asked]).sort();
  const before = {
    jobs: [people.map(() => "1"), people.map(() => "1")],
    friction: [{ id: second, name: "Answer questions" }],
    steps: ["Answer questions"],
  };
  expect(await read()).toEqual(before);
  await publishEdits(lead, (now) => merge(now, first, [second]));
  await settle(given);
  expect(await read()).toEqual({
    jobs: [people.map(() => "2"), people.map(() => "")],
    friction: [{ id: first, name: "Resolve complaints" }],
    steps: ["Resolve complaints"],
  });
  // Two requests within three days about what is one task now are one question.
  expect(await questions()).toEqual([["Resolve complaints", 12, 6]]);
  await rollBack(lead, { to: 0, note: "Not the same" });
  await settle(given);
  expect(await read()).toEqual(before);
});
