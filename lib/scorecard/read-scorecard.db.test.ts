import { parse } from "csv-parse/sync";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { judgeGuardrails } from "@/lib/marks/guardrails/judge-guardrails";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";
import { parseRequest } from "./input";
import { scorecardCsv } from "./scorecard-csv";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};

beforeEach(async () => {
  ({ given, ids } = await givenScorecard());
});

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

test("a period without data says so, and can be left by what is on offer", async () => {
  for (const period of ["2019-Q1", "2030-01", "2027"]) {
    const scorecard = await read(given.as("admin"), { period });
    expect(scorecard, period).toMatchObject({ kind: "outside", header: { people: 0, period: { name: period } } });
  }
});

test("what a longer period alone makes larger is not compared with a period the data cover in part", async () => {
  const scorecard = shown(await read(given.as("admin")));
  const reason = "Not compared: the data cover only part of one of the two periods.";
  expect(scorecard.tile("reach").change).toEqual({ kind: "none", reason });
  expect(scorecard.tile("error_rate").change).toMatchObject({ kind: "difference" });
  await given.take({
    "learning_events.csv": "event_id,employee_id,activity,verb,at\nfirst,n1,tip,accessed,2026-01-05T10:00:00Z\n",
  });
  expect(shown(await read(given.as("admin"))).tile("reach").change).toMatchObject({ kind: "difference" });
});

test("what nobody records is no data, never nobody", async () => {
  const bare = await givenData({
    "people.csv": `employee_id\n${[1, 2, 3, 4, 5].map((i) => `p${i}`).join("\n")}\n`,
    "work_events.csv": "event_id,employee_id,task,completed_at,outcome\na,p1,file,2026-05-05T10:00:00Z,ok\n",
  });
  const unrecorded = shown(await read(bare.as("admin")));
  const none = ["reach", "reach_in_flow", "minutes_per_person", "completions", "promotion_rate", "retention"];
  for (const id of [...none, "observed_by_others"])
    expect(unrecorded.tile(id).state, id).toMatchObject({ kind: "no-data" });
});

test("an organisation without data is told what to bring", async () => {
  const bare = await givenOrganisation();
  expect(await read(bare.as("admin"))).toEqual({ kind: "empty" });
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

test("engagement is what people did in the period before", async () => {
  const scorecard = shown(
    await read(given.as("executive"), { by: "engagement", show: "error_rate", period: "2026-Q2" }),
  );
  expect(scorecard.breakdown).toBeNull();
  await given.take({
    "learning_events.csv": `event_id,employee_id,activity,verb,at\n${[1, 2, 3, 4, 5]
      .flatMap((i) => ["2026-01-05", "2026-01-06"].map((day) => `x${i}${day},n${i},tip,accessed,${day}T10:00:00Z`))
      .join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome\n${[0, 1, 2, 3, 4, 5, 6]
      .map((i) => `y${i},s${i},file,2026-06-05T10:00:00Z,error`)
      .join("\n")}\n`,
  });
  const later = shown(await read(given.as("executive"), { by: "engagement", show: "error_rate", period: "2026-Q2" }));
  const states = Object.fromEntries(later.breakdown?.groups.map((group) => [group.id, group.state]) ?? []);
  // n1 to n5 learned on three days of the first quarter; n0 and n6 to n8 on one. Errors in June: 1 for odd numbers.
  expect(states.engaged).toMatchObject({ kind: "figure", people: 5, numerator: 3, denominator: 50 });
  expect(states.others).toMatchObject({ kind: "figure", people: 4 + 7, numerator: 1 + 7, denominator: 40 + 7 });
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
  const guardrail = { metric: "reach", name: "", unit: "share", side: "below", bound: 0.9, because: "" } as const;
  const judged = judgeGuardrails([guardrail], [scorecard.tile("reach")]);
  const rows: Record<string, string>[] = parse(scorecardCsv(scorecard, { metricId: null, judged }), {
    columns: true,
    bom: true,
  });
  expect(rows.find(({ metric }) => metric === "reach")).toMatchObject({
    value: "0.65",
    people: "20",
    numerator: "13",
    no_less_than: "0.9",
    no_more_than: "",
    guardrail: "crossed",
  });
  expect(scorecardCsv(scorecard, { metricId: "reach", judged: [] }).trim().split("\r\n")).toHaveLength(
    1 + scorecard.tile("reach").history.length,
  );
});
