import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { decisionReviews, decisions } from "@/db/schema/decisions";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { waitingForReview } from "./decision";
import { type LogFilter, logFilter } from "./log-filter";
import { readDecisions } from "./read-decisions";
import { readLogPage, readWholeLog } from "./read-log";

afterAll(closePool);

const many = 620;
let viewer: Viewer;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ask = (change: Partial<Record<keyof LogFilter, unknown>> = {}) => readLogPage(viewer, logFilter.parse(change));

beforeAll(async () => {
  const org = await givenOrganisation();
  viewer = org.as("executive");
  const evidence = { initiative: null, claim: null, money: null, advice: null, dataVersion: null };
  await inTenant(org.orgId, async (tx) => {
    const kept = await tx
      .insert(decisions)
      .values(
        Array.from({ length: many }, (_, at) => ({
          orgId: org.orgId,
          kind: at % 4 === 0 ? ("stop" as const) : ("scale" as const),
          title: `Decision ${String(at).padStart(3, "0")}`,
          reason: at === 7 ? "Because 50%_of them asked" : "Because of what was known",
          decidedBy: at === 9 ? "Board of Łódź" : "Steering group",
          decidedOn: day(-at),
          reviewOn: at % 5 === 0 ? null : day(at % 5 === 1 ? -3 : at % 5 === 2 ? 0 : 30),
          withdrawnAt: at % 31 === 1 ? new Date() : null,
          evidence,
        })),
      )
      .returning({ id: decisions.id, title: decisions.title });
    const [first] = kept;
    await tx.insert(decisionReviews).values({
      orgId: org.orgId,
      decisionId: first?.id ?? "",
      reviewedOn: day(0),
      outcome: "better",
      whatHappened: "It held.",
      evidence: { claim: null, money: null, dataVersion: null },
    });
  });
});

test("the log is paged by the database, and no decision is beyond its last page", async () => {
  const pages = [];
  for (let page = 1; page <= 13; page += 1) pages.push(await ask({ page }));
  expect(pages.every(({ total, pages: all }) => total === many && all === 13)).toBe(true);
  const titles = pages.flatMap(({ decisions: own }) => own.map(({ title }) => title));
  expect(new Set(titles).size).toBe(many);
  expect(titles[0]).toBe("Decision 000");
  expect(titles.at(-1)).toBe("Decision 619");
  expect(await ask({ page: 99 })).toMatchObject({ page: 13 });
});

test("filter and order are of all of it, not of a page", async () => {
  expect((await ask({ order: "earliest" })).decisions[0]?.title).toBe("Decision 619");
  expect((await ask({ order: "title" })).decisions[0]?.title).toBe("Decision 000");
  expect((await ask({ order: "review" })).decisions[0]?.reviewOn).toBe(day(-3));
  expect((await ask({ kind: "stop" })).total).toBe(155);
  expect((await ask({ find: "decision 61" })).decisions.map(({ title }) => title)).toHaveLength(10);
  expect((await ask({ find: "łódź" })).decisions.map(({ title }) => title)).toEqual(["Decision 009"]);
  // What a pattern means to the database, it does not mean here.
  expect((await ask({ find: "50%_of" })).decisions.map(({ title }) => title)).toEqual(["Decision 007"]);
  expect((await ask({ find: "%" })).total).toBe(1);
  expect(await ask({ find: "nowhere" })).toMatchObject({ decisions: [], total: 0, page: 1, pages: 1 });
});

test("where reviews stand is asked of the database as the page says it", async () => {
  const { decisions: all, today } = await readDecisions(viewer, {});
  const overdue = await ask({ state: "overdue" });
  const due = await ask({ state: "due" });
  expect(overdue.total + due.total).toBe(waitingForReview(all, today).length);
  expect((await ask({ state: "reviewed" })).decisions.map(({ title }) => title)).toEqual(["Decision 000"]);
  const totals = [];
  for (const state of ["overdue", "due", "planned", "reviewed", "unplanned", "withdrawn"]) {
    totals.push(await ask({ state }));
  }
  expect(totals.reduce((sum, { total }) => sum + total, 0)).toBe(many);
});

test("what makes no sense in an address is left out", () => {
  expect(logFilter.parse({ kind: "x", state: ["due"], order: "x", page: "-1", find: " " })).toEqual({
    order: "latest",
    page: 1,
  });
});

test("the whole log comes in batches, in the order asked for", async () => {
  const sizes = [];
  const titles = [];
  for await (const batch of readWholeLog(viewer, logFilter.parse({ order: "earliest" }))) {
    sizes.push(batch.length);
    titles.push(...batch.map(({ title }) => title));
  }
  expect(sizes).toEqual([500, 120]);
  expect(titles).toEqual(Array.from({ length: many }, (_, at) => `Decision ${String(many - 1 - at).padStart(3, "0")}`));
});

test("another organisation's log is empty, and somebody without the permission is refused", async () => {
  const other = (await givenOrganisation()).as("executive");
  expect(await readLogPage(other, logFilter.parse({}))).toMatchObject({ decisions: [], total: 0 });
  const nobody = { ...viewer, roles: ["employee" as const] };
  await expect(readWholeLog(nobody, logFilter.parse({})).next()).rejects.toMatchObject({ code: "forbidden" });
});
