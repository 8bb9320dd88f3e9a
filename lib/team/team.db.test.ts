import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { readOwnPage } from "@/lib/governance/read-own-page";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenTeam, givenTeam } from "@/test/given-team";
import { readOwnDevelopment } from "./read-own-development";
import { readReady } from "./read-ready";
import { readReport } from "./read-report";
import { readWeek } from "./read-week";

afterAll(closePool);

const observations = [
  "o1,a,Asks why,4,manager,{40},true,true,C",
  "o2,a,Names the rule,4,peer,{30},true,true,b",
  "o3,b,Asks why,2,manager,{20},false,false,C",
  "o4,b,Asks why,2,manager,{21},false,true,C",
  "o5,d,Asks why,4,manager,{20},true,true,D",
  "o6,c,Asks why,5,self,{20},true,true,c",
];
/** Ann does ten jobs a month, nine right and none with help; Bob two in all. */
function work() {
  const rows = ["event_id,employee_id,task,completed_at,outcome,assisted,quality"];
  for (const [month, days] of [40, 5].entries())
    for (let i = 0; i < 10; i += 1)
      rows.push(`a${month}-${i},a,refund,{${days}},${i === 0 ? "error" : "ok"},false,0.9`);
  for (let i = 0; i < 2; i += 1) rows.push(`b${i},b,refund,{5},error,true,0.2`);
  return { "work_events.csv": `${rows.join("\n")}\n` };
}

const looks = async (given: GivenTeam) => {
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ subject: string; page: string }>(sql`
      select subject, detail->>'page' as page from audit_log where action = 'person.read' order by at, subject`),
  );
  return rows;
};

test("a coach sees direct reports, and everybody below on request; each of them reads who looked", async () => {
  const given = await givenTeam(observations);
  const tara = await given.user("T", "manager");
  expect((await readWeek(tara, "direct"))?.people.map(({ name, depth }) => [name, depth])).toEqual([
    ["Cleo", 1],
    ["Cora", 1],
  ]);
  const all = await readWeek(tara, "all");
  expect(all?.people.map(({ name }) => name)).toEqual(["Cleo", "Cora", "Ann", "Bob", "Cas", "Dee"]);
  const ann = await given.user("a", "employee");
  const page = await readOwnPage(ann, null);
  expect(page?.looks.find(({ action }) => action === "person.read")).toMatchObject({
    actor: "T signs in",
    where: "team",
    times: 1,
  });
});

test("evidence that has aged out is not counted as evidence that counts today", async () => {
  const given = await givenTeam(observations);
  const cleo = await given.user("C", "manager");
  expect((await readWeek(cleo, "direct"))?.withEvidence).toBe(2);
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update skill_states set seen_on = current_date - 2000 where person_id = ${given.idOf("b")}`),
  );
  expect((await readWeek(cleo, "direct"))?.withEvidence).toBe(1);
});

test("who is ready alone: three parts from work and from what was seen, never one score, and not enough is a state", async () => {
  const given = await givenTeam(observations, work());
  const cleo = await given.user("C", "manager");
  const ready = await readReady(cleo, "direct");
  expect(ready?.tasks.map(({ task, basis }) => [task, basis])).toEqual([["refund", "marked"]]);
  const [task] = ready?.tasks ?? [];
  const cell = (name: string) => task?.cells.find(({ personId }) => personId === given.idOf(name));
  expect(cell("a")).toMatchObject({
    state: "alone",
    parts: { independent: "yes", accurate: "yes", consistent: "yes" },
    kinds: 2,
    evidence: { ratings: 2 },
  });
  expect(cell("b")).toMatchObject({ state: "not-yet", parts: { independent: "no" } });
  // What Cas says of himself is no evidence.
  expect(cell("c")).toMatchObject({ state: "not-enough", kinds: 0, evidence: { ratings: 0 } });
  expect(task).toMatchObject({ alone: 1, jobs: 22, errorRate: 4 / 22, assistedShare: 2 / 22 });
  expect(task?.quality).toBeCloseTo((20 * 0.9 + 2 * 0.2) / 22, 12);
});

test("a skill that one person holds is fragile, and what to do next is said", async () => {
  const given = await givenTeam(observations);
  const cleo = await given.user("C", "manager");
  const fragile = (await readReady(cleo, "direct"))?.fragile;
  expect(fragile).toMatchObject([
    {
      skill: "refunds",
      critical: true,
      needed: 3,
      ready: [{ name: "Ann" }],
      isFragile: true,
      next: { kind: "observe" },
    },
  ]);
});

test("a struck observation is no evidence of being ready", async () => {
  const given = await givenTeam(observations);
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update observations set struck_at = now() where observation_id = 'o1'`),
  );
  const cleo = await given.user("C", "manager");
  const [task] = (await readReady(cleo, "direct"))?.tasks ?? [];
  expect(task?.cells.find(({ personId }) => personId === given.idOf("a"))?.evidence.ratings).toBe(1);
});

test("coaching suggestions carry their reason and name nobody outside", async () => {
  const given = await givenTeam(observations);
  const cleo = await given.user("C", "manager");
  const week = await readWeek(cleo, "direct");
  expect(week?.suggestions).toMatchObject([
    {
      name: "Bob",
      skill: "refunds",
      critical: true,
      reason: { kind: "below-target", level: 2, target: 4, ratings: 2 },
    },
  ]);
});

test("one person's page is for their line alone: for everybody else it does not exist, and no trace says it does", async () => {
  const given = await givenTeam(observations);
  const [cleo, cora, tara] = await Promise.all(["C", "D", "T"].map((id) => given.user(id, "manager")));
  if (!cleo || !cora || !tara) throw new Error("no managers");
  const ann = given.idOf("a");
  const report = await readReport(cleo, ann);
  expect(report?.timeline.latest.map(({ id, rater }) => [id, rater])).toEqual([
    ["o2", null],
    ["o1", "Cleo"],
  ]);
  expect(await readReport(tara, ann)).not.toBeNull();
  const traced = await looks(given);
  expect(traced).toEqual([
    { subject: ann, page: "team/person" },
    { subject: ann, page: "team/person" },
  ]);

  const theirs = await givenTeam();
  for (const [viewer, id] of [
    [cora, ann],
    [cleo, given.idOf("T")],
    [cleo, given.idOf("C")],
    [cleo, randomUUID()],
    [cleo, "nobody"],
    [await theirs.user("C", "manager"), ann],
  ] as const)
    expect(await readReport(viewer, id)).toBeNull();
  expect(await looks(given)).toEqual(traced);
  await expect(readReport(given.as("ld_lead"), ann)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readReport(given.as("admin", { personId: given.idOf("C") }), ann)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a manager without an employee record, and one without reports, see no one", async () => {
  const given = await givenTeam(observations);
  expect(await readWeek(given.as("manager"), "all")).toBeNull();
  const xen = await given.user("x", "manager");
  expect(await readWeek(xen, "all")).toMatchObject({ people: [], line: 0, contests: [], suggestions: [] });
  expect(await readReady(xen, "all")).toMatchObject({ people: [], tasks: [], fragile: [] });
});

test("questions a team repeats are counted by topic, with the person who keeps asking suggested for a talk", async () => {
  const given = await givenTeam(observations);
  const batch = randomUUID();
  const ask = (name: string, id: string, topic: string) =>
    inTenant(given.orgId, (tx) =>
      tx.execute(sql`
        insert into help_requests (org_id, person_id, request_id, asked_at, answered_at, minutes, topic, batch_id)
        values (${given.orgId}, ${given.idOf(name)}, ${id}, now() - interval '22 days', now() - interval '22 days' + interval '2 hours', 10, ${topic}, ${batch})`),
    );
  for (const i of [1, 2, 3]) await ask("c", `c${i}`, "Refund limits");
  await ask("a", "a1", "Refund limits");
  await ask("a", "a2", "Voids");
  await ask("d", "d1", "Voids");
  const cleo = await given.user("C", "manager");
  const week = await readWeek(cleo, "direct");
  expect(week?.questions.topics).toMatchObject([{ what: "Refund limits", asked: 4, people: 2, minutes: 40, hours: 2 }]);
  expect(week?.suggestions.map(({ name, reason }) => [name, reason.kind])).toContainEqual([
    "Cas",
    "repeated-questions",
  ]);
});

test("everything that is a season old and counts still stands on one's own page, where it can be contested", async () => {
  const many = Array.from({ length: 70 }, (_, index) => `m${index},a,Asks why,3,manager,{${index + 1}},,,C`);
  const given = await givenTeam(many);
  const own = await readOwnDevelopment(await given.user("a", "employee"), null);
  expect(own?.timeline).toMatchObject({ total: 70, latest: { length: 70 } });
});
