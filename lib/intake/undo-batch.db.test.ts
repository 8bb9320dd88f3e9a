import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/access";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { tableHashes } from "@/test/table-hashes";
import { undoBatch } from "./undo-batch";

const base = {
  "people.csv":
    "employee_id,email,role,unit,team,manager_id,hire_date\nE1,a@x.org,clerk,Co / Ops,A,E2,2020-01-01\nE2,,lead,Co / Ops,A,,2019-01-01\n",
  "skills.csv": "role,task,skill,depth,behaviour\nclerk,refund,refunds,applied,Asks why\n",
  "activities.csv": "activity,title,delivery\ncheck,Checklist,in_flow\n",
  "kpis.csv": "kpi,direction\nerrors,down\n",
  "study.json": JSON.stringify({ title: "Refunds", design: "phased", primary_kpi: "errors" }),
  "cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2025-02-01\n",
  "costs.csv": "initiative,item,amount\nrefunds,Content,10\n",
  "employment_events.csv": "employee_id,date,event,from,to\nE1,2024-01-01,promotion,trainee,clerk\n",
  "kpi.csv": "kpi,date,employee_id,value\nerrors,2025-01-31,E1,3\n",
  "observations.csv":
    "observation_id,employee_id,behaviour,level,source,observed_at\n1,E1,Asks why,3,manager,2025-01-10\n",
  "work_events.csv": "event_id,employee_id,task,completed_at\n1,E1,refund,2025-01-01\n",
  "learning_events.csv": "event_id,employee_id,activity,verb,at\n1,E1,check,completed,2025-01-01\n",
  "surveys.csv": "employee_id,date,question,answer\nE1,2025-01-01,Why?,Because\n",
  "calendar.csv": "event,kind,from,unit\nMerger,reorganisation,2025-01-01,Co / Ops\n",
};

/** For each kind a file that adds something, and, where the kind knows corrections, changes something. */
const later: [string, string][] = [
  [
    "people.csv",
    "employee_id,email,role,unit,team,manager_id,hire_date,grade\nE1,b@x.org,clerk,Co / New / Deep,B,E3,2020-02-01,4\nE3,,boss,Co,,,,\n",
  ],
  ["skills.csv", "role,task,skill,depth,behaviour\nclerk,refund,refunds,complex,Listens\nboss,plan,planning,,\n"],
  ["activities.csv", "activity,title,delivery,skill\ncheck,Checklist,destination,talking\nnew,New,in_flow,\n"],
  ["kpis.csv", "kpi,direction\nerrors,up\nspeed,up\n"],
  [
    "employment_events.csv",
    "employee_id,date,event,from,to\nE1,2024-01-01,promotion,novice,clerk\nE2,2024-05-01,transfer,Co / Old,Co / Ops\n",
  ],
  [
    "kpi.csv",
    "kpi,date,employee_id,team,value\nerrors,2025-01-31,E1,,4\nerrors,2025-02-28,E2,,1\nerrors,2025-02-28,,Z,1\n",
  ],
  [
    "observations.csv",
    "observation_id,employee_id,behaviour,level,source,observed_at\n1,E2,Asks why,5,peer,2025-03-10\n2,E1,Asks why,4,self,2025-01-11\n",
  ],
  ["work_events.csv", "event_id,employee_id,task,completed_at\n1,E2,refund,2025-04-01\n2,E1,unheard of,2025-01-05\n"],
  [
    "learning_events.csv",
    "event_id,employee_id,activity,verb,at\n1,E2,unheard of,certified,2025-05-01\n2,E1,check,passed,2025-01-01T23:30:00-05:00\n",
  ],
  ["surveys.csv", "employee_id,date,question,answer\nE1,2025-01-01,Why?,Because\nE1,2025-01-02,Why?,Why not\n"],
  ["calendar.csv", "event,kind,from,unit\nMerger,staffing,2025-01-01,Co / Ops\nMerger,policy,2025-01-01,\n"],
];

test.each(later)("undoing a %s that added and changed things restores every table exactly", async (name, text) => {
  const { orgId, take, as } = await givenData(base);
  const before = await tableHashes(orgId);
  const [report] = await take({ [name]: text });
  expect(report).toMatchObject({ status: "done", rejected: 0, parked: 0 });
  expect(await tableHashes(orgId)).not.toEqual(before);
  await undoBatch(as("admin"), { batchId: report?.batchId ?? "" });
  expect(await tableHashes(orgId)).toEqual(before);
});

test("a plan, its arms and its costs can be taken back one by one", async () => {
  const { orgId, take, as } = await givenData(base);
  const before = await tableHashes(orgId);
  const plan = JSON.stringify({
    initiative: "refunds",
    title: "Refunds",
    design: "phased",
    primary_kpi: "errors",
    summary: "Other words",
  });
  const reports = await take({
    "study.json": plan,
    "cohort.csv": "employee_id,arm,exposed_on\nE1,treatment,2025-03-01\nE2,control,\n",
    "costs.csv": "initiative,item,amount\nrefunds,Content,20\nrefunds,Platform,5\n",
  });
  expect(reports.map(({ added, corrected }) => [added, corrected])).toEqual([
    [0, 1],
    [1, 1],
    [1, 1],
  ]);
  for (const { batchId } of reports.toReversed()) await undoBatch(as("admin"), { batchId: batchId ?? "" });
  expect(await tableHashes(orgId)).toEqual(before);
});

test("everything can be undone in reverse order down to an empty organisation", async () => {
  const { orgId, take, as } = await givenOrganisation();
  const empty = await tableHashes(orgId);
  const reports = await take(base);
  for (const { batchId } of reports.toReversed()) await undoBatch(as("admin"), { batchId: batchId ?? "" });
  expect(await tableHashes(orgId)).toEqual(empty);
});

test("an import that a later one builds on cannot be undone, and the later one is named", async () => {
  const { take, as } = await givenOrganisation();
  const [people, kpis, kpi] = await take({
    "people.csv": base["people.csv"],
    "kpis.csv": base["kpis.csv"],
    "kpi.csv": base["kpi.csv"],
  });
  await expect(undoBatch(as("admin"), { batchId: people?.batchId ?? "" })).rejects.toThrow(
    /^kpi.csv of .* builds on this import/,
  );
  await expect(undoBatch(as("admin"), { batchId: kpis?.batchId ?? "" })).rejects.toThrow(
    /^kpi.csv of .* builds on this import/,
  );
  const [corrected] = await take({ "kpi.csv": "kpi,date,employee_id,value\nerrors,2025-01-31,E1,9\n" });
  await expect(undoBatch(as("admin"), { batchId: kpi?.batchId ?? "" })).rejects.toThrow(
    /^kpi.csv of .* builds on this import/,
  );
  await undoBatch(as("admin"), { batchId: corrected?.batchId ?? "" });
  await undoBatch(as("admin"), { batchId: kpi?.batchId ?? "" });
});

test("a label stays where another import uses it by now", async () => {
  const { take, as, orgId } = await givenData({ "people.csv": base["people.csv"] });
  const events = (id: number) => ({
    "learning_events.csv": `event_id,employee_id,activity,verb,at\n${id},E1,shared,completed,2025-01-01\n`,
  });
  const [first] = await take(events(1));
  await take(events(2));
  await undoBatch(as("admin"), { batchId: first?.batchId ?? "" });
  const { rows } = await inTenant(orgId, (tx) => tx.execute(sql`select code from activities`));
  expect(rows).toEqual([{ code: "shared" }]);
});

test("undoing what parked rows became lets them wait again", async () => {
  const { take, as, orgId } = await givenData({ "people.csv": "employee_id\nE1\n" });
  await take({ "learning_events.csv": base["learning_events.csv"].replace("E1", "E9") });
  const before = await tableHashes(orgId);
  const [people, resolved] = await take({ "people.csv": "employee_id\nE9\n" });
  await expect(undoBatch(as("admin"), { batchId: people?.batchId ?? "" })).rejects.toThrow(
    "learning_events.csv (parked rows)",
  );
  await undoBatch(as("admin"), { batchId: resolved?.batchId ?? "" });
  await undoBatch(as("admin"), { batchId: people?.batchId ?? "" });
  expect(await tableHashes(orgId)).toEqual(before);
  expect(await take({ "people.csv": "employee_id\nE9\n" })).toMatchObject([{ added: 1 }, { added: 1 }]);
});

test("only an administrator of the same organisation undoes, once, and it leaves an audit row", async () => {
  const ours = await givenOrganisation();
  const theirs = await givenOrganisation();
  const [report] = await ours.take({ "people.csv": base["people.csv"] });
  const input = { batchId: report?.batchId ?? "" };
  await expect(undoBatch(ours.as("ld_lead"), input)).rejects.toThrow("Your role does not include this");
  await expect(undoBatch(theirs.as("admin"), input)).rejects.toThrow("This import does not exist");
  await undoBatch(ours.as("admin"), input);
  await expect(undoBatch(ours.as("admin"), input)).rejects.toThrow("This import was undone already");
  const rows = await inTenant(ours.orgId, (tx) => tx.select().from(auditLog));
  expect(rows.filter(({ action }) => action === "data.undo")).toMatchObject([
    { actorId: ours.userId, subject: input.batchId },
  ]);
});
