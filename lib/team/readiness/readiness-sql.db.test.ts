import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { competence } from "@/lib/metrics/competence";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { randomFrom } from "@/test/random-from";
import { evidenceKey, readCriticalTasks, readTaskEvidence } from "./read-task-evidence";
import { readinessSql } from "./readiness-sql";
import { noEvidence, taskReadiness } from "./task-readiness";

afterAll(closePool);

const people = Array.from({ length: 40 }, (_, index) => ({ id: `E${index}`, role: index % 2 ? "clerk" : "fitter" }));

/** Ratings of either behaviour and jobs of either task in half a year, by lot: some people with hardly any, some with many. */
function drawnFiles(): Record<string, string> {
  const random = randomFrom(7).next;
  const pick = <One>(...choices: readonly One[]): One => choices[Math.floor(random() * choices.length)] as One;
  const ratings = [
    "observation_id,employee_id,behaviour,level,source,observed_at,rater_id,independent,accurate,consistent",
  ];
  const work = ["event_id,employee_id,task,completed_at,outcome,assisted"];
  for (const { id } of people) {
    const [skill, luck, much] = [random(), random(), pick(0, 2, 5, 14)];
    for (let index = 0; index < pick(0, 1, 3, 6); index += 1) {
      const flag = () => pick("", random() < 0.3 + skill ? "true" : "false");
      const day = `2026-${pick("04", "05", "07", "09", "10")}-1${index}`;
      const by = pick("manager", "peer", "self");
      const rater = by === "self" ? id : "E0";
      ratings.push(
        `o${ratings.length},${id},${pick("Asks why", "Cuts clean")},${pick(2, 3, 4)},${by},${day},${rater},${flag()},${flag()},${flag()}`,
      );
    }
    for (const month of ["07", "08", "09", "10"]) {
      for (let index = 0; index < much; index += 1) {
        const outcome = random() < 0.6 + luck / 2 ? "ok" : pick("error", "escalated", "");
        const assisted = pick("", random() < 0.25 * luck ? "true" : "false");
        work.push(
          `w${work.length},${id},${pick("refund", "cut")},2026-${month}-${10 + index}T10:00:00Z,${outcome},${assisted}`,
        );
      }
    }
  }
  return {
    "people.csv": `employee_id,role,hire_date\n${people.map(({ id, role }) => `${id},${role},2020-01-01`).join("\n")}\n`,
    "skills.csv":
      "role,task,skill,behaviour\nclerk,refund,Refunds,Asks why\nfitter,cut,Cutting,Cuts clean\nfitter,refund,Refunds,Asks why\n",
    "observations.csv": `${ratings.join("\n")}\n`,
    "work_events.csv": `${work.join("\n")}\n`,
  };
}

test("the statement over many says of everybody what the rule for one person says", async () => {
  const { orgId } = await givenData(drawnFiles());
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`update tasks set critical = true`);
    const rule = { start: "hire", days: 180, jobs: 3, rightFirstTime: 0.7, assisted: 0.4 };
    await tx.execute(sql`update roles set proficiency = ${JSON.stringify(rule)}::jsonb where name = 'fitter'`);
    const { rows: roles } = await tx.execute<{ id: string }>(sql`select id from roles`);
    const tasks = await readCriticalTasks(
      tx,
      orgId,
      roles.map(({ id }) => id),
    );
    const { rows: all } = await tx.execute<{ id: string }>(sql`select id from people`);
    const day = "2026-10-20";
    const question = { personIds: all.map(({ id }) => id), taskIds: tasks.map(({ taskId }) => taskId), asOf: day };
    const evidence = await readTaskEvidence(tx, orgId, question);
    const { rows } = await tx.execute<Record<"person_id" | "task_id" | "state", string> & Record<string, unknown>>(
      readinessSql({
        orgId,
        day,
        people: sql`select person_id, role_id, null::uuid as site_id from employments`,
        tasks: tasks.map(({ taskId, roleId, rule: own }) => ({ taskId, roleId, rule: own ?? competence })),
      }),
    );
    expect(rows.length).toBe(20 + 40);
    const part = (value: unknown) => (value === null ? "unknown" : value ? "yes" : "no");
    for (const row of rows) {
      const found = evidence.get(evidenceKey(row.person_id, row.task_id));
      const own = tasks.find(({ taskId }) => taskId === row.task_id)?.rule ?? competence;
      const { state, parts } = taskReadiness(found ?? noEvidence(), own);
      expect([row.state, part(row.independent), part(row.accurate), part(row.consistent), row.looked]).toEqual([
        state,
        parts.independent,
        parts.accurate,
        parts.consistent,
        found !== undefined,
      ]);
    }
    // Every kind of answer was among them.
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["alone", "not-yet", "not-enough"]));
    expect(new Set(rows.map(({ looked }) => looked))).toEqual(new Set([true, false]));
  });
});

test("where ratings are newer than the files of work, the months of work stay those on file; work long past says nothing", async () => {
  const { orgId } = await givenData({
    "people.csv": "employee_id,role,hire_date\nE0,clerk,2020-01-01\n",
    "skills.csv": "role,task,skill,behaviour\nclerk,refund,Refunds,Asks why\n",
    "observations.csv":
      "observation_id,employee_id,behaviour,level,source,observed_at\no1,E0,Asks why,4,manager,2026-11-20\no2,E0,Asks why,4,manager,2027-02-20\n",
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome\n${["06", "08", "09", "10"].map((month) => `w${month},E0,refund,2026-${month}-12T10:00:00Z,ok`).join("\n")}\n`,
  });
  await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ person: string; task: string }>(sql`
      select p.id as person, t.id as task from people p cross join tasks t`);
    const { person = "", task = "" } = rows[0] ?? {};
    const monthsAt = async (asOf: string) => {
      const found = await readTaskEvidence(tx, orgId, { personIds: [person], taskIds: [task], asOf });
      return found.get(evidenceKey(person, task))?.months.map(({ month }) => month.slice(0, 7));
    };
    expect(await monthsAt("2026-10-31")).toEqual(["2026-08", "2026-09", "2026-10"]);
    expect(await monthsAt("2026-11-22")).toEqual(["2026-08", "2026-09", "2026-10"]);
    expect(await monthsAt("2027-02-22")).toEqual(["2026-09", "2026-10"]);
  });
});
