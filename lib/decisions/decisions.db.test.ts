import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { costs } from "@/db/schema/costs";
import { decisionReviews, decisions } from "@/db/schema/decisions";
import { initiatives } from "@/db/schema/initiatives";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { undoBatch } from "@/lib/intake/undo-batch";
import { readMoney } from "@/lib/roi/results/read-money";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { type GivenStudy, givenStudy } from "@/test/given-study";
import { expectSentOnce } from "@/test/sent-once";
import { bothArms } from "@/test/small-study";
import type { RecordDecision } from "./decision-input";
import { readDecision, readDecisions } from "./read-decisions";
import { readLatestDecisions } from "./read-latest-decisions";
import { recordDecision } from "./record-decision";
import { reviewDecision, withdrawDecision } from "./review-decision";

afterAll(closePool);

let given: GivenStudy;
const today = new Date().toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const lead = () => given.as("ld_lead");

beforeEach(async () => {
  given = await givenStudy({}, bothArms());
});

const about = (change: Partial<RecordDecision> = {}): Entry<RecordDecision> => ({
  initiativeId: given.initiativeId,
  kind: "scale",
  title: "Offer it to every site",
  reason: "It moved the figure it was meant to move.",
  decidedBy: "Steering group",
  decidedOn: today,
  reviewOn: inDays(90),
  ...change,
});
const record = (change: Partial<RecordDecision> = {}) => recordDecision(lead(), about(change));
const log = async (viewer = lead()) => (await readDecisions(viewer, {})).decisions;
const review = (id: string, revision: number, change = {}) =>
  reviewDecision(lead(), {
    id,
    revision,
    outcome: "as_expected",
    whatHappened: "All sites have it.",
    nextReviewOn: null,
    ...change,
  });

test("a decision keeps the evidence of its moment, also when the data say something else later", async () => {
  const { id } = await record();
  const [then] = await log();
  expect(then).toMatchObject({
    id,
    kind: "scale",
    initiative: "Study",
    decidedBy: "Steering group",
    withdrawnOn: null,
    reviews: [],
    evidence: {
      initiative: "Study",
      money: null,
      dataVersion: expect.stringMatching(/^sha256:/),
      claim: { kind: "claimed", grade: expect.stringMatching(/^[A-E]$/), headline: { kind: "estimate" } },
    },
  });
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`update kpi_values set value = 5 where org_id = ${given.orgId}`);
    await tx.execute(sql`update initiatives set plan_hash = 'sha256:later' where org_id = ${given.orgId}`);
  });
  const [later] = await log();
  expect(later?.evidence).toEqual(then?.evidence);
  await review(id, 1);
  const reviewed = await readDecision(lead(), id);
  const now = reviewed?.reviews[0]?.evidence;
  expect(now).toMatchObject({ dueOn: inDays(90), claim: { kind: "claimed", planHash: "sha256:later" } });
  expect(now?.claim).not.toEqual(then?.evidence.claim);
});

test("figures of money go into the snapshot as the page shows them, with the digest of the stored result", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.insert(costs).values({
      ...{ orgId: given.orgId, initiativeId: given.initiativeId, item: "Licences", kind: "platform" },
      ...{ amount: 300, currency: "EUR", spentOn: "2025-03-01", enteredBy: null },
    }),
  );
  const money = await readMoney(lead(), given.initiativeId);
  await record();
  expect((await log())[0]?.evidence.money).toEqual({
    ...{ benefit: null, cost: 300, lossProbability: null, assumptions: { used: 0, signed: 0 } },
    ...{ currency: money?.result.currency, digest: money?.digest },
  });
});

test("a draft has no claim, something else no evidence of its own, and few people are withheld", async () => {
  await record({ initiativeId: null, title: "Close the old platform" });
  expect((await log())[0]).toMatchObject({ initiative: null, evidence: { claim: null, money: null } });
  await inTenant(given.orgId, (tx) => tx.update(initiatives).set({ draft: true }));
  await record({ title: "Begin it" });
  expect((await log())[0]?.evidence.claim).toEqual({ kind: "draft" });
  await inTenant(given.orgId, async (tx) => {
    await tx.update(initiatives).set({ draft: false });
    await tx.execute(sql`update organisations set minimum_group_size = 10 where id = ${given.orgId}`);
  });
  await record({ title: "Wait" });
  expect((await log())[0]?.evidence.claim).toEqual({ kind: "withheld", minimum: 10 });
});

test("a review says what happened, may set the next one, and the second of two at once is refused", async () => {
  const { id } = await record();
  const tries = await Promise.allSettled([review(id, 1, { nextReviewOn: inDays(30) }), review(id, 1)]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = tries.find((one) => one.status === "rejected");
  expect(refused).toMatchObject({ reason: { code: "conflict" } });
  const kept = await readDecision(lead(), id);
  expect(kept?.reviews).toHaveLength(1);
  expect(kept?.revision).toBe(2);
  await expect(review(id, 2, { nextReviewOn: today })).rejects.toMatchObject({
    fields: { nextReviewOn: ["Choose a day to come"] },
  });
  await expect(review(id, 2, { whatHappened: " " })).rejects.toMatchObject({
    fields: { whatHappened: ["Say what happened after"] },
  });
});

test("a withdrawn decision stays, is not the latest, and cannot be reviewed", async () => {
  const first = await record({ decidedOn: inDays(-10), kind: "wait", title: "Wait for the follow-up" });
  const { id } = await record();
  expect(await readLatestDecisions(lead(), null)).toEqual([
    {
      initiativeId: given.initiativeId,
      id,
      kind: "scale",
      title: "Offer it to every site",
      decidedOn: today,
      reviewOn: inDays(90),
      decidedBy: "Steering group",
    },
  ]);
  await withdrawDecision(lead(), { id, revision: 1 });
  expect(await log()).toHaveLength(2);
  expect((await readDecision(lead(), id))?.withdrawnOn).toBe(today);
  expect((await readLatestDecisions(lead(), null)).map((one) => one.id)).toEqual([first.id]);
  await expect(review(id, 2)).rejects.toMatchObject({ code: "conflict" });
  await expect(withdrawDecision(lead(), { id, revision: 2 })).rejects.toMatchObject({ code: "conflict" });
  const traces = await inTenant(given.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, id)));
  expect(traces.map(({ action, detail }) => [action, (detail as { change: string }).change])).toEqual([
    ["decision.record", "recorded"],
    ["decision.record", "withdrawn"],
  ]);
});

test("days that cannot be and initiatives that are not there are refused, and nothing is kept", async () => {
  await expect(record({ decidedOn: inDays(1), reviewOn: inDays(1) })).rejects.toMatchObject({
    fields: { decidedOn: ["Choose a day that has come"], reviewOn: ["Choose a day after the decision"] },
  });
  await expect(record({ initiativeId: randomUUID() })).rejects.toMatchObject({ code: "not-found" });
  await expect(record({ reason: "" })).rejects.toMatchObject({ code: "invalid-input" });
  expect(await log()).toEqual([]);
});

test("who may not decide only reads, who may not read is refused, and another organisation sees nothing", async () => {
  const { id } = await record();
  for (const role of ["hrbp", "finance", "auditor"] as const) {
    expect(await log(given.as(role))).toHaveLength(1);
    expect((await readDecisions(given.as(role), {})).choices).toBeNull();
    await expect(recordDecision(given.as(role), about())).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawDecision(given.as(role), { id, revision: 1 })).rejects.toMatchObject({ code: "forbidden" });
  }
  for (const role of ["manager", "employee"] as const) {
    await expect(readDecisions(given.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(readLatestDecisions(given.as(role), null)).rejects.toMatchObject({ code: "forbidden" });
  }
  const other = (await givenOrganisation()).as("ld_lead");
  expect(await log(other)).toEqual([]);
  expect(await readDecision(other, id)).toBeNull();
  await expect(recordDecision(other, about())).rejects.toMatchObject({ code: "not-found" });
  await expect(withdrawDecision(other, { id, revision: 1 })).rejects.toMatchObject({ code: "not-found" });
  await inTenant(given.orgId, async (tx) => {
    expect(await tx.$count(decisions)).toBe(1);
    expect(await tx.$count(decisionReviews)).toBe(0);
  });
});

test("an import whose initiative was decided about is not taken back under the decision", async () => {
  const file = { title: "Refunds", design: "comparison", primary_kpi: "errors", initiative: "refunds" };
  const org = await givenData({ "kpis.csv": "kpi,direction\nerrors,down\n" });
  const reports = await org.take({ "study.json": JSON.stringify(file) });
  const batchId = reports.find(({ kind }) => kind === "study")?.batchId ?? "";
  await inTenant(org.orgId, async (tx) => {
    const [own] = await tx.select({ id: initiatives.id }).from(initiatives);
    const { reviewOn: _, ...decision } = about({ initiativeId: own?.id ?? "" });
    await tx.insert(decisions).values({ ...decision, orgId: org.orgId, evidence: {} });
  });
  const undo = () => undoBatch(org.as("admin"), { batchId });
  await expect(undo()).rejects.toThrow("Decisions or a programme of this initiative are kept");
  await inTenant(org.orgId, (tx) => tx.delete(decisions));
  await undo();
});

test("a decision sent twice, and a review sent twice, is kept once; sent again changed it is refused", async () => {
  const send = (viewer: Viewer, entryId: string) =>
    recordDecision(viewer, { ...about({ initiativeId: null }), entryId });
  await expectSentOnce({ table: decisions, viewer: lead(), send });

  const { id } = await record();
  const looked = { id, revision: 1, outcome: "better", whatHappened: "It held.", nextReviewOn: inDays(30) } as const;
  const review = (viewer: Viewer, entryId: string) => reviewDecision(viewer, { ...looked, entryId });
  await expectSentOnce({ table: decisionReviews, viewer: lead(), send: review });

  const entryId = randomUUID();
  await recordDecision(lead(), { ...about(), entryId });
  await expect(recordDecision(lead(), { ...about({ title: "Another one" }), entryId })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/kept already, as you first sent it/),
  });
  const again = { ...looked, id: (await record()).id, entryId: randomUUID() };
  await reviewDecision(lead(), again);
  await expect(reviewDecision(lead(), { ...again, nextReviewOn: null })).rejects.toMatchObject({ code: "conflict" });
});
