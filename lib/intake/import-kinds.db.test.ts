import { hash } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { undoBatch } from "./undo-batch";

const people = "employee_id,role,unit,team\nE1,clerk,Co / Ops,A\nE2,clerk,Co / Ops,A\n";
const skills =
  "role,task,frequency,impact,skill,facet,risk,depth,behaviour,target_level\n" +
  "clerk,refund,5,4,refunds,judgment,medium,complex,Checks the order,4\n" +
  "clerk,refund,5,4,refunds,,,,Asks why,4\nlead,refund,2,4,coaching,,,,,\n";
const activities =
  "activity,title,delivery,skill,behaviour,minutes\ncheck,Refund checklist,in_flow,refunds,Checks the order,2\n";

const tables = {
  skills: "select name, facet, risk, depth from skills order by 1",
  tasks:
    "select r.name as role, t.name, frequency, impact from tasks t left join roles r on r.id = t.role_id order by 1, 2",
  needs:
    "select r.name as role, s.name as skill, t.name as task, target_level from role_skills n join roles r on r.id = n.role_id join skills s on s.id = n.skill_id left join tasks t on t.id = n.task_id order by 1, 2",
  behaviours: "select statement from behaviours order by 1",
};

async function look(orgId: string, query: string) {
  const { rows } = await inTenant(orgId, (tx) => tx.execute(sql.raw(query)));
  return rows;
}

test("skills.csv becomes roles, tasks, skills, behaviours and what a role needs", async () => {
  const { orgId } = await givenData({ "skills.csv": skills });
  expect(await look(orgId, tables.skills)).toEqual([
    { name: "coaching", facet: null, risk: null, depth: null },
    { name: "refunds", facet: "judgment", risk: "medium", depth: "complex" },
  ]);
  expect(await look(orgId, tables.tasks)).toEqual([
    { role: "clerk", name: "refund", frequency: 5, impact: 4 },
    { role: "lead", name: "refund", frequency: 2, impact: 4 },
  ]);
  expect(await look(orgId, tables.needs)).toEqual([
    { role: "clerk", skill: "refunds", task: "refund", target_level: 4 },
    { role: "lead", skill: "coaching", task: "refund", target_level: null },
  ]);
  expect(await look(orgId, tables.behaviours)).toEqual([{ statement: "Asks why" }, { statement: "Checks the order" }]);
});

test("the same skills.csv again changes nothing, also where a skill is routine in one task and complex in another", async () => {
  const { take, orgId } = await givenOrganisation();
  const file = {
    "skills.csv":
      "role,task,skill,facet,depth,behaviour,target_level\nclerk,refund,listening,judgment,complex,Asks why,4\n" +
      "clerk,refund,listening,fluency,complex,Writes it down,3\nclerk,file,listening,fluency,routine,Waits,3\n",
  };
  expect((await take(file))[0]).toMatchObject({ added: 3, rejected: 0 });
  expect((await take(file))[0]).toMatchObject({ added: 0, corrected: 0, unchanged: 3 });
  expect(await look(orgId, "select depth, target_level from role_skills order by 1")).toEqual([
    { depth: "complex", target_level: 4 },
    { depth: "routine", target_level: 3 },
  ]);
  expect(await look(orgId, tables.skills)).toEqual([{ name: "listening", facet: null, risk: null, depth: null }]);
});

test("a row that contradicts an earlier one about the same task is rejected, and the line is named", async () => {
  const { take } = await givenOrganisation();
  const [report] = await take({
    "skills.csv":
      "role,task,impact,skill,depth\nclerk,refund,4,listening,complex\nclerk,refund,5,refunds,\nclerk,file,,listening,routine\n",
  });
  expect(report).toMatchObject({ added: 2, rejected: 1 });
  expect(report?.faults).toEqual([
    { file: "skills.csv", line: 3, column: "impact", value: "5", reason: "Line 2 says 4 of the same task" },
  ]);
});

test("learning events name activities, tasks and people, and a verb may be an IRI", async () => {
  const { orgId, take } = await givenData({ "people.csv": people, "skills.csv": skills, "activities.csv": activities });
  const [report] = await take({
    "learning_events.csv":
      "event_id,employee_id,activity,verb,at,success,score,confidence,seconds,surface,before_task,assigned_by\n" +
      "1,E1,check,http://adlnet.gov/expapi/verbs/completed,2025-01-31T23:30:00-02:00,yes,0.5,,12.4,chat,refund,self\n" +
      "2,E2,new one,shared,2025-02-01,,,,,,,\n",
  });
  expect(report).toMatchObject({ status: "done", added: 2, rejected: 0 });
  const rows = await look(
    orgId,
    `
    select e.event_id, a.code, a.title, e.verb, e.occurred_at at time zone 'UTC' as at, e.success, e.seconds, t.name as task, r.name as role
    from learning_events e join activities a on a.id = e.activity_id left join tasks t on t.id = e.before_task_id
    left join roles r on r.id = t.role_id order by 1`,
  );
  expect(rows).toEqual([
    {
      event_id: "1",
      code: "check",
      title: "Refund checklist",
      verb: "completed",
      at: expect.anything(),
      success: true,
      seconds: 12,
      task: "refund",
      role: "clerk",
    },
    {
      event_id: "2",
      code: "new one",
      title: null,
      verb: "shared",
      at: expect.anything(),
      success: null,
      seconds: null,
      task: null,
      role: null,
    },
  ]);
  const months = await look(
    orgId,
    "select month::text, events from person_months where events > 0 or shares > 0 order by 1, 2",
  );
  expect(months).toEqual([
    { month: "2025-02-01", events: 1 },
    { month: "2025-02-01", events: 1 },
  ]);
});

test("work events, observations, surveys, costs and employment events are taken", async () => {
  const { take, orgId } = await givenData({ "people.csv": people, "skills.csv": skills, "kpis.csv": "kpi\nerrors\n" });
  const plan = JSON.stringify({ title: "Refunds", design: "phased", primary_kpi: "errors" });
  const reports = await take({
    "study.json": plan,
    "work_events.csv":
      "event_id,employee_id,task,started_at,completed_at,outcome,assisted,quality,value\n1,E1,refund,2025-01-01T10:00:00Z,2025-01-01T10:05:00Z,ok,false,0.9,12\n2,E1,other,2025-01-02,2025-01-01,ok,,,\n",
    "observations.csv":
      "observation_id,employee_id,behaviour,level,source,rater_id,observed_at,independent,accurate\n1,E1,Asks why,3,manager,E2,2025-01-10,true,true\n2,E1,Unheard of,3,peer,,2025-01-10,,\n",
    "surveys.csv":
      "employee_id,date,instrument,question,answer,class\n,2025-01-10,pulse,Of use?,Yes,helpful\n,2025-01-10,pulse,Of use?,Yes,helpful\nE1,2025-01-10,pulse,Of use?,No,irrelevant\n",
    "costs.csv":
      "initiative,item,kind,amount,date\nrefunds,Content,content,100,\nrefunds,Content,content,100,\nrefunds,Content,content,90,\n",
    "employment_events.csv":
      "employee_id,date,event,from,to\nE1,2024-01-01,promotion,trainee,clerk\nE2,2024-06-01,transfer,Co / Old,Co / Ops\n",
  });
  expect(reports.map(({ kind, added, unchanged, rejected }) => [kind, added, unchanged, rejected])).toEqual([
    ["study", 1, 0, 0],
    ["costs", 1, 1, 1],
    ["employment_events", 2, 0, 0],
    ["observations", 1, 0, 1],
    ["work_events", 1, 0, 1],
    ["surveys", 3, 0, 0],
  ]);
  const spells = await look(
    orgId,
    `
    select p.employee_id as who, s.starts_on::text as since, r.name as role, u.path as unit, t.name as team
    from employments s join people p on p.id = s.person_id left join roles r on r.id = s.role_id
    left join business_units u on u.id = s.unit_id left join teams t on t.id = s.team_id order by 1, 2`,
  );
  expect(spells).toEqual([
    { who: "E1", since: "1900-01-01", role: "trainee", unit: "Co / Ops", team: "A" },
    { who: "E1", since: "2024-01-01", role: "clerk", unit: "Co / Ops", team: "A" },
    { who: "E2", since: "1900-01-01", role: "clerk", unit: "Co / Old", team: null },
    { who: "E2", since: "2024-06-01", role: "clerk", unit: "Co / Ops", team: "A" },
  ]);
});

test("a cost may run until a day, and a KPI may say what of the business it speaks of", async () => {
  const { take, orgId } = await givenData({ "kpis.csv": "kpi,domain\nerrors,cost\nspeed,\n" });
  expect(await look(orgId, "select code, domain from kpis order by code")).toEqual([
    { code: "errors", domain: "cost" },
    { code: "speed", domain: null },
  ]);
  const [, report] = await take({
    "study.json": JSON.stringify({ title: "Refunds", design: "phased", primary_kpi: "errors" }),
    "costs.csv":
      "initiative,item,amount,date,recurrence,ends_on\nrefunds,Licence,100,2025-01-01,monthly,2025-12-31\nrefunds,Cards,50,2025-01-01,,\nrefunds,Once,1,2025-01-01,one_off,2025-02-01\nrefunds,Before,1,2025-01-01,yearly,2024-02-01\n",
  });
  expect(report).toMatchObject({ kind: "costs", added: 2, rejected: 2 });
  expect(await look(orgId, "select item, recurrence, ends_on::text as ends from costs order by item")).toEqual([
    { item: "Cards", recurrence: "one_off", ends: null },
    { item: "Licence", recurrence: "monthly", ends: "2025-12-31" },
  ]);
});

test("a unit of a KPI is not worth less than nothing: harm would count as a benefit", async () => {
  const { take, orgId } = await givenData({ "people.csv": people });
  const [report] = await take({ "kpis.csv": "kpi,value_per_unit\nerrors,-40\nspeed,40\n" });
  expect(report).toMatchObject({ kind: "kpis", added: 1, rejected: 1 });
  expect(await look(orgId, "select code, value_per_unit as worth from kpis")).toEqual([{ code: "speed", worth: 40 }]);
});

test("learning events may name the version that was seen; another version is a correction, none is what it was before", async () => {
  const { orgId, take, as } = await givenData({ "people.csv": people });
  const row = (version: string) => `1,E1,check,completed,2025-01-31,true${version}\n`;
  const [plain, versioned] = ["event_id,employee_id,activity,verb,at,success", ",version"];
  await take({ "learning_events.csv": `${plain}\n${row("")}` });
  const same = await take({ "learning_events.csv": `${plain}${versioned}\n${row(",")}` });
  expect(same[0]).toMatchObject({ added: 0, corrected: 0, unchanged: 1 });
  const [second] = await take({ "learning_events.csv": `${plain}${versioned}\n${row(",2.0")}` });
  expect(second).toMatchObject({ added: 0, corrected: 1, unchanged: 0 });
  const seen = () => look(orgId, "select version from learning_events");
  expect(await seen()).toEqual([{ version: "2.0" }]);
  await undoBatch(as("admin"), { batchId: second?.batchId ?? "" });
  expect(await seen()).toEqual([{ version: null }]);
});

test("a learning event has the digest it had before events had versions", async () => {
  const { orgId } = await givenData({
    "people.csv": people,
    "learning_events.csv": "event_id,employee_id,activity,verb,at,success\n1,E1,check,completed,2025-01-31,true\n",
  });
  const before = ["1", "check", "completed", "2025-01-31 00:00:00Z", "true", ...Array(6).fill("\\N"), "\\N"];
  const digest = hash("md5", before.map((cell) => `\t${cell}`).join(""));
  expect(await look(orgId, "select replace(digest::text, '-', '') as digest from event_ids")).toEqual([{ digest }]);
});
