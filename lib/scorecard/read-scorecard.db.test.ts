import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { parseRequest } from "./input";
import { readScorecard } from "./read-scorecard";
import type { Scorecard } from "./scorecard";
import { scorecardCsv } from "./scorecard-csv";

afterAll(closePool);

/**
 * 20 people: 9 in North (one of them its boss, with 5 direct reports and 2 below one of these), 8 in South, 3 in East. 18 clerks,
 * 2 bosses. Everybody in North used the tip in both quarters of 2026, half of South only in the second.
 */
function csvFiles() {
  const people = ["employee_id,role,unit,site,team,manager_id,hire_date"];
  const events = ["event_id,employee_id,activity,verb,at,assigned_by"];
  const work = ["event_id,employee_id,task,completed_at,outcome"];
  const add = (id: string, role: string, unit: string, manager: string) =>
    people.push(
      `${id},${role},Co / ${unit},${unit === "East" ? "Rome" : "Oslo"},${role === "boss" ? "Leads" : "Crew"},${manager},2020-01-01`,
    );
  add("n0", "boss", "North", "");
  for (let i = 1; i <= 8; i += 1) add(`n${i}`, "clerk", "North", i <= 5 ? "n0" : i <= 7 ? "n1" : "");
  add("s0", "boss", "South", "");
  for (let i = 1; i <= 7; i += 1) add(`s${i}`, "clerk", "South", "s0");
  for (let i = 1; i <= 3; i += 1) add(`e${i}`, "clerk", "East", "");
  const use = (id: string, at: string) => events.push(`${id}-${at},${id},tip,accessed,${at}T10:00:00Z,self`);
  for (let i = 0; i <= 8; i += 1) for (const at of ["2026-02-03", "2026-05-04"]) use(`n${i}`, at);
  for (let i = 0; i < 4; i += 1) use(`s${i}`, "2026-06-30");
  const jobs = (id: string, at: string, errors: number) => {
    for (let i = 0; i < 10; i += 1)
      work.push(`${id}-${at}-${i},${id},file,${at}T10:00:0${i}Z,${i < errors ? "error" : "ok"}`);
  };
  for (let i = 0; i <= 8; i += 1) {
    jobs(`n${i}`, "2026-03-05", 4 + (i % 3));
    jobs(`n${i}`, "2026-06-05", i % 2);
  }
  return {
    "people.csv": `${people.join("\n")}\n`,
    "activities.csv": "activity,title,delivery\ntip,Tip,in_flow\n",
    "learning_events.csv": `${events.join("\n")}\n`,
    "work_events.csv": `${work.join("\n")}\n`,
  };
}

let given: GivenOrganisation;
let ids: Record<string, string> = {};

beforeEach(async () => {
  given = await givenData(csvFiles());
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select name, id::text from business_units union all select name, id::text from roles union all select name, id::text from sites
      union all select name, id::text from teams union all select employee_id, id::text from people`),
  );
  ids = Object.fromEntries(rows.map((row) => [row.name, row.id]));
});

async function read(viewer: Viewer, parameters: Record<string, string> = {}): Promise<Scorecard | null> {
  const request = parseRequest({ period: "2026-Q2", against: "previous", ...parameters });
  return request && readScorecard(viewer, request);
}

function shown(scorecard: Scorecard | null) {
  if (scorecard?.kind !== "shown") throw new Error(`not shown: ${scorecard?.kind}`);
  const tiles = [...scorecard.categories.flatMap((category) => category.tiles), ...scorecard.activity];
  const tile = (id: string) => {
    const found = tiles.find(({ metric }) => metric.id === id);
    if (!found) throw new Error(`no tile ${id}`);
    return found;
  };
  return { ...scorecard, tile };
}

test("figures carry their interval, people, change, grade and sentence", async () => {
  const scorecard = shown(await read(given.as("admin")));
  expect(scorecard.header).toMatchObject({
    people: 20,
    period: { name: "2026-Q2", complete: true },
    asOf: "2026-06-30",
  });
  expect(scorecard.tile("reach").state).toMatchObject({
    kind: "figure",
    value: 13 / 20,
    people: 20,
    method: "share_wilson",
  });
  const errors = scorecard.tile("error_rate");
  expect(errors.state).toMatchObject({ kind: "figure", value: expect.closeTo(4 / 90, 12), people: 9 });
  expect(errors.change).toMatchObject({ kind: "difference", verdict: "better" });
  expect(errors.grade).toBe("D");
  expect(errors.sentence).toMatch(/^Down by .* against Q1 2026\. We cannot say because of learning\.$/);
  expect(scorecard.whatChanged[0]?.metricId).toBe("error_rate");
  expect(scorecard.activity.every(({ metric }) => metric.category === "activity")).toBe(true);
});

test("what there is no data of says so, and is never zero", async () => {
  const scorecard = shown(await read(given.as("admin")));
  expect(scorecard.tile("proficiency_change").state).toMatchObject({ kind: "no-data" });
  expect(scorecard.tile("certified").state).toMatchObject({ kind: "no-data" });
  expect(scorecard.certifiedApplied).toBeNull();
});

test("talent outcomes are too early to tell until their window after the start of learning has passed", async () => {
  const scorecard = shown(await read(given.as("admin")));
  expect(scorecard.tile("retention").state).toMatchObject({ kind: "too-early", until: "2026-07-31" });
  await given.take({
    "learning_events.csv": "event_id,employee_id,activity,verb,at\nlate,n1,tip,accessed,2025-06-01T10:00:00Z\n",
  });
  const later = shown(await read(given.as("admin")));
  expect(later.tile("retention").state).toMatchObject({ kind: "figure", value: 1, people: 20 });
});

test("an organisation without data is told what to bring", async () => {
  const bare = await givenOrganisation();
  expect(await read(bare.as("admin"))).toEqual({ kind: "empty" });
});

test("a role without the scorecard is refused", async () => {
  await expect(read(given.as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(read(given.as("auditor"))).rejects.toMatchObject({ code: "forbidden" });
});

test("another organisation's unit does not exist", async () => {
  const other = await givenOrganisation();
  expect(await read(other.as("admin"), { scope: `unit:${ids.North}` })).toBeNull();
});

test("a business partner sees their units and nothing beside them", async () => {
  const partner = given.as("hrbp", { units: [ids.North ?? ""] });
  expect(shown(await read(partner)).header).toMatchObject({ people: 9, scope: { label: "Your units" } });
  expect(await read(partner, { scope: `unit:${ids.South}` })).toBeNull();
  expect(await read(partner, { against: `unit:${ids.South}` })).toBeNull();
  expect(shown(await read(partner, { scope: `site:${ids.Oslo}` })).header.people).toBe(9);
  expect(await read(partner, { scope: "line" })).toBeNull();
  const offered = shown(await read(partner)).header.choices.scopes.flatMap((group) =>
    group.options.map((one) => one.value),
  );
  expect(offered).toContain(`unit:${ids.North}`);
  expect(offered).not.toContain(`unit:${ids.South}`);
});

test("a business partner of no unit sees nothing", async () => {
  expect(await read(given.as("hrbp"))).toBeNull();
});

test("a manager sees their reporting line only, whoever stands between", async () => {
  const manager = given.as("manager", { personId: ids.n0 ?? "" });
  const scorecard = shown(await read(manager));
  expect(scorecard.header.people).toBe(7);
  expect(scorecard.tile("error_rate").state).toMatchObject({ kind: "figure", people: 7 });
  expect(await read(manager, { scope: "org" })).toBeNull();
  expect(shown(await read(manager, { scope: `unit:${ids.North}` })).header.people).toBe(7);
  expect(await read(given.as("manager", { personId: ids.n1 ?? "" }))).toMatchObject({
    kind: "withheld",
    why: "too-few",
  });
});

test("a group under the minimum is withheld, and the next smallest with it", async () => {
  expect(await read(given.as("executive"), { scope: `unit:${ids.East}` })).toMatchObject({
    kind: "withheld",
    why: "too-few",
  });
  const scorecard = shown(await read(given.as("executive"), { by: "unit", show: "reach" }));
  const states = Object.fromEntries(scorecard.breakdown?.groups.map((group) => [group.label, group.state]) ?? []);
  expect(states).toMatchObject({
    East: { kind: "withheld", why: "too-few" },
    South: { kind: "withheld", why: "complementary" },
    North: { kind: "figure", people: 9 },
  });
});

test("what is withheld in a table cannot be had by its own address", async () => {
  const viewer = given.as("executive");
  expect(await read(viewer, { scope: `unit:${ids.South}` })).toMatchObject({ kind: "withheld", why: "complementary" });
  expect(await read(viewer, { scope: `role:${ids.clerk}` })).toMatchObject({ kind: "withheld", why: "complementary" });
  expect(await read(viewer, { scope: `unit:${ids.North}` })).toMatchObject({ kind: "shown" });
});

test("a view that differs from one already shown by a small group is refused, to this user in this period", async () => {
  const viewer = given.as("executive");
  expect(shown(await read(viewer)).header.people).toBe(20);
  expect(await read(viewer, { scope: `team:${ids.Crew}` })).toMatchObject({ kind: "withheld", why: "differencing" });
  expect(await read(viewer)).toMatchObject({ kind: "shown" });
  expect(await read(viewer, { scope: `team:${ids.Crew}`, period: "2026-Q1" })).toMatchObject({ kind: "shown" });
  const somebodyElse = { ...viewer, userId: "00000000-0000-4000-8000-000000000001" };
  expect(await read(somebodyElse, { scope: `team:${ids.Crew}` })).toMatchObject({ kind: "shown" });
});

test("a comparison that would reveal a small group is withheld, the figures stay", async () => {
  const viewer = given.as("executive");
  await read(viewer);
  const scorecard = shown(await read(viewer, { scope: `unit:${ids.North}`, against: `team:${ids.Crew}` }));
  expect(scorecard.tile("reach").state).toMatchObject({ kind: "figure" });
  expect(scorecard.tile("reach").change).toEqual({
    kind: "none",
    reason: "The comparison is withheld: it would reveal a small group.",
  });
});

test("everybody else is compared as everybody else", async () => {
  const scorecard = shown(await read(given.as("executive"), { scope: `unit:${ids.North}`, against: "rest" }));
  expect(scorecard.tile("reach").change).toMatchObject({ kind: "difference", estimate: 1 - 4 / 11, verdict: "better" });
});

test("a KPI that exists per team is a figure over teams, and says so", async () => {
  await given.take({
    "kpis.csv": "kpi,name,layer,direction,kind\nscrap,Scrap,business,down,ratio\n",
    "kpi.csv":
      "kpi,date,team,numerator,denominator\nscrap,2026-04-30,Crew,4,100\nscrap,2026-05-31,Crew,2,100\nscrap,2026-06-30,Leads,1,50\n",
  });
  const scorecard = shown(await read(given.as("admin")));
  const scrap = scorecard.categories
    .flatMap((category) => category.tiles)
    .find(({ metric }) => metric.name === "Scrap, by team");
  expect(scrap?.state).toMatchObject({ kind: "figure", value: 7 / 250, people: 2, numerator: 7, denominator: 250 });
  expect(scrap?.metric.counts).toBe("teams");
});

test("an address that means nothing is nobody's scorecard", async () => {
  for (const parameters of [
    { scope: "unit:x" },
    { period: "2026-Q5" },
    { against: "yesterday" },
    { by: "star sign" },
  ]) {
    expect(parseRequest(parameters as Record<string, string>)).toBeNull();
  }
});

test("the file holds what the page shows", async () => {
  const scorecard = shown(await read(given.as("admin")));
  const [header = "", ...lines] = scorecardCsv(scorecard, null).split("\r\n");
  const reach = lines.find((line) => line.includes(",reach,"))?.split(",") ?? [];
  const at = (name: string) => reach[header.replace("\ufeff", "").split(",").indexOf(name)];
  expect([at("value"), at("people"), at("numerator")]).toEqual(["0.65", "20", "13"]);
  expect(scorecardCsv(scorecard, "reach").trim().split("\r\n")).toHaveLength(
    1 + scorecard.tile("reach").history.length,
  );
});
