import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { keepFriction } from "@/lib/work/friction/judge-proposal";
import { givenData } from "@/test/factory";
import { readFigures } from "./read-figures";
import { readTaskSums } from "./read-task-sums";
import { taskFigures, type WorkFigures } from "./task-figures";

afterAll(closePool);

/** Twelve people of two roles; clerks do a hard task of their own, everybody sorts. */
async function givenWork() {
  const names = Array.from({ length: 12 }, (_, at) => `E${at}`);
  const jobs = names.flatMap((name, at) =>
    Array.from({ length: 10 }, (_, job) => {
      const [day, task] = [`2025-03-${10 + job}`, at < 6 && job < 4 ? "hard" : "sort"];
      const outcome = job % (2 + (at % 3)) === 0 ? "error" : "ok";
      return `${name}-${job},${name},${task},${day}T10:00:00Z,${day}T10:${20 + at}:00Z,${outcome},${job % 3 === 0}`;
    }),
  );
  const given = await givenData({
    "people.csv": `employee_id,role,unit\n${names.map((name, at) => `${name},${at < 6 ? "clerk" : "porter"},Co`).join("\n")}\n`,
    "skills.csv": "role,task,skill\nclerk,hard,judging\n",
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome,assisted\n${jobs.join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string; name: string }>(sql`select id, name from roles union all select id, name from tasks`),
  );
  return { given, idOf: (name: string) => rows.find((row) => row.name === name)?.id ?? "" };
}

const inOrder = (figures: WorkFigures) => ({
  ...figures,
  tasks: figures.tasks.toSorted((one, other) => one.taskId.localeCompare(other.taskId)),
});

test("figures of one role out of those of all equal figures asked for that role alone, and are the same the second time", async () => {
  const { given, idOf } = await givenWork();
  const lead = given.as("ld_lead");
  for (const role of ["clerk", "porter"]) {
    const roleId = idOf(role);
    const { figures, period, told } = await readFigures(lead, roleId);
    if (!period) throw new Error("No work is on file");
    const question = { orgId: given.orgId, bounds: { kind: "everybody" }, period, roleId, minimum: 5 } as const;
    const alone = await inTenant(given.orgId, async (tx) => taskFigures(await readTaskSums(tx, question), 5));
    expect(inOrder(figures)).toEqual(inOrder(alone));
    expect(figures.tasks.length).toBeGreaterThan(0);
    expect(told).toEqual({ kind: "current" });
    expect((await readFigures(given.as("executive"), roleId)).figures).toEqual(figures);
  }
});

test("who sees some people only never gets what is prepared of everybody", async () => {
  const { given } = await givenWork();
  const whole = await readFigures(given.as("admin"), null);
  expect(whole.figures.roles).toHaveLength(2);
  const nobody = await readFigures(given.as("hrbp"), null);
  expect(nobody).toMatchObject({ people: "line", figures: { tasks: [], roles: [] } });
  const manager = await readFigures(given.as("manager", { personId: given.userId }), null);
  expect(manager).toMatchObject({ people: "line", figures: { tasks: [], roles: [] } });
  await expect(readFigures(given.as("employee"), null)).rejects.toMatchObject({ code: "forbidden" });
});

test("another minimum of people withholds at once, whatever was prepared", async () => {
  const { given, idOf } = await givenWork();
  expect((await readFigures(given.as("admin"), idOf("clerk"))).figures.tasks).toHaveLength(2);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = 7`));
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update prepared_answers set answer = jsonb_set(answer, '{took}', '60000')`),
  );
  const { figures, told } = await readFigures(given.as("admin"), idOf("clerk"));
  expect([figures.tasks, told.kind]).toEqual([[], "current"]);
});

test("while figures are computed for the first time nothing is judged by them", async () => {
  const { given, idOf } = await givenWork();
  await readFigures(given.as("admin"), null);
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update prepared_answers set answer = '{"took": 0, "minimum": 5}'`),
  );
  const friction = {
    roleId: idOf("clerk"),
    taskId: idOf("hard"),
    kind: "avoidable_error" as const,
    statement: "It is hard to do",
  };
  await expect(keepFriction(given.as("admin"), friction)).rejects.toThrow("being computed");
});
