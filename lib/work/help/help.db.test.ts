import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { tasks } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { addWorkflow } from "@/lib/work/workflows/add-workflow";
import { saveStep } from "@/lib/work/workflows/change-workflow";
import { givenData, givenOrganisation } from "@/test/factory";
import { readHelp } from "./read-help";

afterAll(closePool);

const askers = Array.from({ length: 6 }, (_, at) => `A${at + 1}`);
const helpers = Array.from({ length: 6 }, (_, at) => `H${at + 1}`);
const header = "request_id,employee_id,asked_at,answered_at,helper_id,minutes,task,topic,channel\n";
const at = (day: number, hour: number) =>
  `2025-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;

/** Everybody asks about refunds on the 3rd; A1 asks three people within a day, A2 comes back on the 20th. Only H1 knows tax. */
const rows = [
  ...askers.map((who, n) => `r${n},${who},${at(3, 9)},${at(3, 11)},${helpers[n]},30,refund,Refunds,Chat`),
  `r10,A1,${at(3, 12)},${at(3, 13)},H2,30,refund,Refunds,Chat`,
  `r11,A1,${at(4, 9)},${at(4, 11)},H3,,refund,Refunds,Chat`,
  `r12,A2,${at(20, 9)},,H4,30,refund,Refunds,Chat`,
  ...askers.flatMap((who, n) =>
    [5, 15].map((day) => `t${n}-${day},${who},${at(day, 9)},${at(day, 10)},H1,60,tax,Tax,`),
  ),
];
const given = (more = "") =>
  givenData({
    "people.csv": `employee_id,role,hourly_cost\n${[...askers, ...helpers].map((name) => `${name},clerk,${name === "H6" ? "" : 40}`).join("\n")}\n`,
    "help_requests.csv": `${header}${rows.join("\n")}\n${more}`,
  });

test("what questions cost is added up by topic, with what is not known said", async () => {
  const { as } = await given();
  const { total, topics, period } = await readHelp(as("ld_lead"));
  expect(period).toEqual({ start: "2024-10-01", end: "2025-04-01" });
  // Eight of nine refund requests say minutes; the second hour of A1's question asks a third person.
  const refunds = topics.groups.find(({ id }) => id === "Refunds");
  expect(refunds).toMatchObject({
    requests: 9,
    questions: 7,
    three: 1,
    askers: 6,
    again: 1,
    helpers: 6,
    minutesKnown: 8,
    restsOnFew: false,
  });
  expect(refunds?.waitedMedian).toBeCloseTo(2, 12);
  expect(total).toMatchObject({ requests: 21, minutes: 8 * 30 + 12 * 60 });
  // H6 has no hourly cost: one half hour less.
  expect(total).toMatchObject({ cost: ((8 * 30 - 30 + 12 * 60) / 60) * 40 });
});

test("a topic that one person answers is marked, and neither their time nor their pay is told, also not by subtraction", async () => {
  const { as } = await given();
  const { topics } = await readHelp(as("executive"));
  const of = (id: string) => topics.groups.find((group) => group.id === id);
  expect(of("Tax")).toMatchObject({
    requests: 12,
    restsOnFew: true,
    helpers: null,
    minutes: "withheld",
    cost: "withheld",
  });
  expect(of("Refunds")).toMatchObject({ minutes: "withheld", cost: "withheld" });
});

test("what one person asked about is in no group, and takes the smallest other one along", async () => {
  const { as } = await given(`s1,A1,${at(6, 9)},,H2,5,,Secret,\n`);
  const { topics } = await readHelp(as("ld_lead"));
  expect(topics.groups.map(({ id }) => id)).toEqual(["Tax"]);
  expect(topics.withheld).toEqual({ groups: 2, requests: 10 });
});

test("a manager sees the requests of their line only, an employee none, another organisation nothing", async () => {
  const { as } = await given();
  expect((await readHelp(as("manager"))).total).toBeNull();
  await expect(readHelp(as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  expect(await readHelp(other.as("admin"))).toMatchObject({ period: null, total: null });
});

test("what is asked about links to the step that says how it is done, or to where it should be written", async () => {
  const organisation = await given();
  const { as, orgId, take } = organisation;
  await take({ "skills.csv": "role,task,skill\nclerk,refund,judging\n" });
  const lead = as("ld_lead");
  const found = await inTenant(orgId, (tx) => tx.select().from(tasks));
  const refund = found.find(({ name, roleId }) => name === "refund" && roleId !== null);
  const asked = found.find(({ name, roleId }) => name === "refund" && roleId === null) ?? refund;
  const before = await readHelp(lead);
  expect(before.topics.groups.find(({ id }) => id === "Refunds")?.guidance).toMatchObject([
    { name: "refund", documented: false, steps: [] },
  ]);
  const { id: workflowId } = await addWorkflow(lead, {
    roleId: refund?.roleId ?? "",
    name: "Refunds",
    starter: null,
  });
  const step = {
    name: "Check the rule",
    taskId: asked?.id ?? null,
    goodPath: "The rule is named before an amount",
    failurePath: null,
    decisionQuality: null,
    handsToRoleId: null,
    statedDelayHours: null,
    kpiId: null,
  };
  await saveStep(lead, { workflowId, stepId: null, step, was: null });
  const { topics, tasks: byTask } = await readHelp(lead);
  const answer = { documented: true, steps: [{ workflow: "Refunds", name: "Check the rule", workflowId }] };
  expect(topics.groups.find(({ id }) => id === "Refunds")?.guidance).toMatchObject([answer]);
  expect(byTask.groups.find(({ name }) => name === "refund")).toMatchObject(answer);
});

test("requests stand by channel and by the channels one question went through", async () => {
  // Everybody asks about stock in the wiki first, and in the chat an hour after.
  const stock = askers.flatMap((who, n) => [
    `w${n},${who},${at(7, 9)},${at(7, 10)},,,stock,Stock,Wiki`,
    `v${n},${who},${at(7, 10)},${at(7, 14)},${helpers[n]},15,stock,Stock,Chat`,
  ]);
  const { as } = await given(`${stock.join("\n")}\n`);
  const { channels, paths } = await readHelp(as("ld_lead"));
  const of = (id: string) => [...channels.groups, ...paths.groups].find((group) => group.id === id);
  expect(of("Wiki")).toMatchObject({ requests: 6, askers: 6, waitedMedian: 1, minutes: null });
  expect(of("Chat")).toMatchObject({ requests: 15 });
  expect(of("Wiki → Chat")).toMatchObject({ questions: 6, requests: 12 });
  // Only A1 asked three times in the chat: in no group.
  expect(of("Chat → Chat → Chat")).toBeUndefined();
});
