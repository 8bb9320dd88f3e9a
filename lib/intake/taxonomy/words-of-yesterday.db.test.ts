import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { merge } from "@/lib/skills/tree/edits/merge";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { NodeKind, TaxonomyNode } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { inForce, publishEdits } from "@/test/given-draft";
import { tableHashes } from "@/test/table-hashes";

afterAll(closePool);

const old = `role,task,skill,behaviour,about,range_reason,skill_summary
clerk,refund,refunds,Asks why,,Few,Paying back
clerk,refund,refunds,Checks the order,,Few,Paying back
clerk,refuse,saying no,Names the rule,,Few,Declining
clerk,refuse,saying no,Stays calm,,Few,Declining
`;
let given: GivenOrganisation;
let file = 0;

beforeEach(async () => {
  given = await givenOrganisation();
  await given.take({ "skills.csv": old });
});

const taken = async (name: string, text: string) => {
  const [report] = await given.take({ [`${name} (${++file}).csv`]: `${text}${"\n".repeat(file % 9)}` });
  if (!report) throw new Error("Nothing was taken");
  return report;
};
const wordsOf = (node: TaxonomyNode) => (node.kind === "behaviour" ? node.statement : "name" in node ? node.name : "");
const idOf = (index: TreeIndex, kind: NodeKind, name: string) => {
  const found = [...index.tree.values()].find((node) => node.kind === kind && wordsOf(node) === name);
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found.id;
};
const rename = (kind: "role" | "task" | "skill" | "behaviour", from: string, to: string) => (index: TreeIndex) =>
  setFields(index, [idOf(index, kind, from)], kind === "behaviour" ? { statement: to } : { name: to });
const mergeInto =
  (kind: NodeKind, into: string, ...others: string[]) =>
  (index: TreeIndex) =>
    merge(
      index,
      idOf(index, kind, into),
      others.map((name) => idOf(index, kind, name)),
    );
const takeOut = (kind: NodeKind, name: string) => (index: TreeIndex) => remove(index, [idOf(index, kind, name)]);
const publish = (...edits: Parameters<typeof publishEdits>[1][]) => publishEdits(given.as("ld_lead"), ...edits);
const named = async (kind: NodeKind) =>
  [...(await inForce(given)).values()]
    .filter((node) => node.kind === kind)
    .map(wordsOf)
    .sort();
const needs = async () => [...(await inForce(given)).values()].filter(({ kind }) => kind === "need").length;

test("a file in the old words adds nothing once everything in it has other words, and says so", async () => {
  await publish(
    rename("role", "clerk", "Service agent"),
    rename("task", "refund", "Handle a refund"),
    rename("skill", "refunds", "Refund handling"),
    rename("behaviour", "Asks why", "Asks for the reason"),
  );
  const before = await inForce(given);
  const report = await taken("skills", old);
  expect(report).toMatchObject({ added: 0, corrected: 0, rejected: 0 });
  expect(await inForce(given)).toEqual(before);
  expect(report.notices).toEqual([
    "Roles that have another name by now: “clerk” as “Service agent”",
    "Skills that have another name by now: “refunds” as “Refund handling”",
    "Behaviours that have another name by now: “Asks why” as “Asks for the reason”",
    "Tasks that have another name by now: “refund” as “Handle a refund”",
  ]);
});

test("a row that gives the name of today wins over one that gives the old", async () => {
  await publish(rename("skill", "refunds", "Refund handling"), rename("behaviour", "Asks why", "Asks for the reason"));
  const report = await taken(
    "skills",
    `${old}clerk,refund,Refund handling,Asks for the reason,,Enough,Giving money back\n`,
  );
  expect(report).toMatchObject({ added: 0, rejected: 0 });
  const skill = [...(await inForce(given)).values()].find((node) => wordsOf(node) === "Refund handling");
  expect(skill).toMatchObject({ rangeReason: "Enough", summary: "Giving money back" });
});

test("a file that names what became part of something else says nothing against that, and adds nothing", async () => {
  await publish(mergeInto("skill", "refunds", "saying no"), mergeInto("behaviour", "Asks why", "Stays calm"));
  await publish(mergeInto("task", "refund", "refuse"));
  const before = await inForce(given);
  const report = await taken("skills", old);
  expect(report).toMatchObject({ added: 0, rejected: 0 });
  expect(report.notices).toEqual([
    "Skills that became part of another: “saying no” as “refunds”",
    "Behaviours that became part of another: “Stays calm” as “Asks why”",
    "Tasks that became part of another: “refuse” as “refund”",
  ]);
  for (const kind of ["skill", "task", "behaviour"] as const) {
    expect(await named(kind)).toEqual(
      [...before.values()]
        .filter((node) => node.kind === kind)
        .map(wordsOf)
        .sort(),
    );
  }
  expect(await needs()).toBe(1);
  const skill = [...(await inForce(given)).values()].find(({ kind }) => kind === "skill");
  expect(skill).toMatchObject({ summary: "Paying back" });
});

test("words that became part of those of another skill do not take them away from it", async () => {
  await publish(mergeInto("behaviour", "Asks why", "Stays calm"));
  const report = await taken("skills", old);
  expect(report).toMatchObject({ added: 0, rejected: 0 });
  const tree = await inForce(given);
  const asks = [...tree.values()].find((node) => wordsOf(node) === "Asks why");
  expect(asks?.kind === "behaviour" && tree.get(asks.skillId)).toMatchObject({ name: "refunds" });
  expect(await needs()).toBe(2);
});

test("what was taken out comes back when a file names it, with a notice, and goes again when that is undone", async () => {
  await publish(takeOut("skill", "saying no"));
  const hashes = async () => ({ ...(await tableHashes(given.orgId)), pending_rollups: null });
  const before = await hashes();
  const report = await taken("skills", old);
  expect(report.notices).toEqual([
    "Back in the taxonomy, from which they had been taken out: behaviour “Names the rule”, behaviour “Stays calm”, skill “saying no”",
  ]);
  expect(await named("skill")).toEqual(["refunds", "saying no"]);
  await undoBatch(given.as("admin"), { batchId: report.batchId ?? "" });
  expect(await hashes()).toEqual(before);
});

test("taken out after it was renamed, it comes back under the name it had last", async () => {
  await publish(rename("skill", "saying no", "Declining"));
  await publish(takeOut("skill", "Declining"));
  const report = await taken("skills", "about,role,skill\nskill,,saying no\n");
  expect(report.added).toBe(0);
  expect(await named("skill")).toEqual(["Declining", "refunds"]);
});

test("activities go by the words of today: of what was renamed and of what became part of another", async () => {
  await publish(rename("behaviour", "Asks why", "Asks for the reason"), mergeInto("skill", "refunds", "saying no"));
  await publish(rename("skill", "refunds", "Refund handling"));
  const report = await taken(
    "activities",
    "activity,skill,behaviour\none,refunds,Asks why\ntwo,saying no,\nthree,Refund handling,Checks the order\n",
  );
  expect(report).toMatchObject({ added: 3, rejected: 0 });
  expect(report.notices).toEqual([
    "Skills that have another name by now: “refunds” as “Refund handling”",
    "Skills that became part of another: “saying no” as “Refund handling”",
    "Behaviours that have another name by now: “Asks why” as “Asks for the reason”",
  ]);
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      select a.code, k.name as skill, b.statement as behaviour from activities a join skills k on k.id = a.skill_id
      left join behaviours b on b.id = a.behaviour_id order by a.code`),
  );
  expect(rows).toEqual([
    { code: "one", skill: "Refund handling", behaviour: "Asks for the reason" },
    { code: "three", skill: "Refund handling", behaviour: "Checks the order" },
    { code: "two", skill: "Refund handling", behaviour: null },
  ]);
  expect(await named("skill")).toEqual(["Refund handling"]);
});

test("people in a role that was renamed are in it, also by what events said of them, and a role that was taken out is told", async () => {
  await given.take({
    "people.csv": "employee_id,role,hire_date\nE1,clerk,2024-01-01\nE2,packer,2024-01-01\n",
    "employment_events.csv": "employee_id,date,event,from,to\nE1,2024-06-01,promotion,packer,clerk\n",
  });
  await publish(rename("role", "clerk", "Service agent"), takeOut("role", "packer"));
  const report = await taken(
    "people",
    "employee_id,role,hire_date,name\nE1,clerk,2024-01-01,Ada\nE2,packer,2024-01-01,Bo\n",
  );
  expect(report.notices).toEqual([
    "Roles that have another name by now: “clerk” as “Service agent”",
    "In roles that were taken out of the taxonomy, so that nothing is needed in them: packer",
  ]);
  await taken("employment_events", "employee_id,date,event,from,to\nE1,2024-06-01,promotion,packer,clerk\n");
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      select p.employee_id as who, e.starts_on::text as since, r.name as role from employments e join people p on p.id = e.person_id
      left join roles r on r.id = e.role_id order by 1, 2`),
  );
  expect(rows).toEqual([
    { who: "E1", since: "2024-01-01", role: "packer" },
    { who: "E1", since: "2024-06-01", role: "Service agent" },
    { who: "E2", since: "2024-01-01", role: "packer" },
  ]);
});
