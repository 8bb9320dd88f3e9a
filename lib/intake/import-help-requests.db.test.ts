import { hash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { undoBatch } from "./undo-batch";

afterAll(closePool);

const people = "employee_id,role,email\nE1,clerk,e1@example.com\nE2,clerk,\n";
const header = "request_id,employee_id,asked_at,answered_at,helper_id,minutes,task,topic,channel\n";

async function look(orgId: string, query: string) {
  const { rows } = await inTenant(orgId, (tx) => tx.execute(sql.raw(query)));
  return rows;
}

const requests = `
  select h.request_id as id, p.employee_id as who, e.employee_id as helper, h.minutes, t.name as task, h.topic, h.answered_at is not null as answered
  from help_requests h join people p on p.id = h.person_id left join people e on e.id = h.helper_id
  left join tasks t on t.id = h.task_id order by 1`;

test("help requests name who asked, who helped and what it was about; what cannot be is named by line and column", async () => {
  const { orgId, take } = await givenData({ "people.csv": people });
  const [report] = await take({
    "help_requests.csv": `${header}1,e1@example.com,2025-01-01T10:00:00Z,2025-01-01T11:00:00Z,E2,12.5,refund,Refund after 30 days,Chat
2,E1,2025-01-02T10:00:00Z,2025-01-02T09:00:00Z,E2,5,,,
3,E1,2025-01-02T10:00:00Z,,E1,,,,
4,E2,2025-01-03,,E9,-3,,,
5,E2,2025-01-03,,E9,,,,
6,E7,2025-01-03,,,,,,
`,
  });
  expect(report).toMatchObject({ kind: "help_requests", status: "done", added: 2, rejected: 3, parked: 1 });
  expect(report?.faults.map(({ line, column }) => [line, column])).toEqual([
    [3, "answered_at"],
    [4, "helper_id"],
    [5, "minutes"],
  ]);
  expect(report?.notices).toEqual(["Requests whose helper nobody is known by, taken without the helper: 1"]);
  expect(await look(orgId, requests)).toEqual([
    { id: "1", who: "E1", helper: "E2", minutes: 12.5, task: "refund", topic: "Refund after 30 days", answered: true },
    { id: "5", who: "E2", helper: null, minutes: null, task: null, topic: null, answered: false },
  ]);
});

test("the same requests again change nothing, another content corrects, whoever it is about, and undoing puts back", async () => {
  const { orgId, take, as } = await givenData({ "people.csv": people });
  const file = (rows: string) => ({ "help_requests.csv": header + rows });
  const [first] = await take(file("1,E1,2025-01-01,,E2,5,refund,Refunds,\n2,E1,2025-01-02,,,,,,\n"));
  expect(first).toMatchObject({ added: 2 });
  expect((await take(file("1,E1,2025-01-01,,E2,5,refund,Refunds,\n")))[0]).toMatchObject({ added: 0, unchanged: 1 });
  const [second] = await take(file("1,E2,2025-01-05,,E1,9,refund,Refunds,\n"));
  expect(second).toMatchObject({ added: 0, corrected: 1 });
  expect(await look(orgId, requests)).toMatchObject([{ id: "1", who: "E2", minutes: 9 }, { id: "2" }]);
  await undoBatch(as("admin"), { batchId: second?.batchId ?? "" });
  expect(await look(orgId, requests)).toMatchObject([{ id: "1", who: "E1", minutes: 5 }, { id: "2" }]);
  await undoBatch(as("admin"), { batchId: first?.batchId ?? "" });
  expect(await look(orgId, requests)).toEqual([]);
  expect(await look(orgId, "select name from tasks")).toEqual([]);
  expect((await take(file("1,E1,2025-01-01,,E2,5,refund,Refunds,\n")))[0]).toMatchObject({ added: 1 });
});

test("people whom requests are about, or who helped, stay until those are undone", async () => {
  const { take, as } = await givenData({ "people.csv": "employee_id\nE1\n" });
  const [helper] = await take({ "people.csv": "employee_id\nE1\nE2\n" });
  await take({ "help_requests.csv": `${header}1,E1,2025-01-01,,E2,5,,,\n` });
  await expect(undoBatch(as("admin"), { batchId: helper?.batchId ?? "" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("help_requests.csv"),
  });
});

test("work events may name their case; without it they are what they were before there were cases", async () => {
  const { orgId, take } = await givenData({ "people.csv": people });
  const plain = "event_id,employee_id,task,completed_at,outcome\n1,E1,refund,2025-01-31,ok\n";
  await take({ "work_events.csv": plain });
  const before = ["1", "refund", "\\N", "2025-01-31 00:00:00Z", "ok", ...Array(3).fill("\\N"), "\\N"];
  const digest = hash("md5", before.map((cell) => `\t${cell}`).join(""));
  expect(await look(orgId, "select replace(digest::text, '-', '') as digest from event_ids")).toEqual([{ digest }]);
  const cased =
    "event_id,employee_id,task,completed_at,outcome,case_id,case_type\n1,E1,refund,2025-01-31,ok,C1,Escalation\n";
  expect((await take({ "work_events.csv": cased }))[0]).toMatchObject({ corrected: 1 });
  expect(await look(orgId, "select case_id, case_type from work_events")).toEqual([
    { case_id: "C1", case_type: "Escalation" },
  ]);
  expect((await take({ "work_events.csv": cased }))[0]).toMatchObject({ unchanged: 1 });
});
