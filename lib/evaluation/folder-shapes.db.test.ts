import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { givenOrganisation } from "@/test/factory";
import {
  cohortRows,
  csv,
  documentOf,
  faultsOf,
  ids,
  isTreated,
  kpiHeader,
  kpiRows,
  plainFolder,
  planText,
} from "@/test/study-folder";
import { evaluateFolder } from "./evaluate-folder";

afterAll(closePool);

test("files of no study are named and left out, whatever their columns", async () => {
  const { results, warnings } = await documentOf({
    ...plainFolder,
    "README.md": "Read me",
    "Thumbs.db": "\0",
    "expected.json": "{}",
    "notes.csv": csv("employee_id,remark", "P00,late"),
    "kpi_old.csv": csv(kpiHeader, "errors,2025-05-31,P00,999"),
    ".hidden.csv": csv("a", "1"),
  });
  const plain = await documentOf(plainFolder);
  expect(results).toEqual(plain.results);
  expect(plain.warnings).toEqual([]);
  expect(warnings).toEqual([
    "Left out, for the format knows no such files: README.md, Thumbs.db, expected.json, kpi_old.csv, notes.csv",
  ]);
});

test("values may be spread over several files of one name", async () => {
  const { results } = await documentOf({
    "STUDY.JSON": planText(),
    "Cohort.CSV": plainFolder["cohort.csv"] ?? "",
    "kpi (1).csv": csv(kpiHeader, ...kpiRows.slice(0, 20)),
    "kpi 2025-06.csv": csv(kpiHeader, ...kpiRows.slice(20)),
  });
  expect(results).toEqual((await documentOf(plainFolder)).results);
});

test("links to files are files", async () => {
  const [real, linked] = await Promise.all([0, 1].map(() => mkdtemp(path.join(tmpdir(), "throughline-links-"))));
  if (!real || !linked) throw new Error("No folder");
  try {
    for (const [name, text] of Object.entries(plainFolder)) {
      await writeFile(path.join(real, name), text);
      await symlink(path.join(real, name), path.join(linked, name));
    }
    const { orgId } = await givenOrganisation();
    expect(await evaluateFolder({ orgId, folder: linked, today: "2026-11-22" })).toMatchObject({ kind: "evaluated" });
  } finally {
    await Promise.all([real, linked].map((folder) => rm(folder, { recursive: true })));
  }
});

test("ratings without a skills.csv are left out with a word, for nobody says which behaviours they rate", async () => {
  const { warnings } = await documentOf({
    ...plainFolder,
    "observations.csv": csv(
      "observation_id,employee_id,behaviour,level,source,observed_at",
      "o1,P00,Greets,3,manager,2025-04-02",
    ),
  });
  expect(warnings).toEqual([expect.stringMatching(/^observations\.csv: left out, .*skills\.csv/)]);
});

test("an empty value is a missing one, and said; half a ratio is a fault", async () => {
  const gaps = kpiRows.map((row, at) => (at === 1 || at === 4 ? row.replace(/[^,]*$/, "") : row));
  const { results, warnings } = await documentOf({ ...plainFolder, "kpi.csv": csv(kpiHeader, ...gaps) });
  expect(results[0]?.n).toEqual({ treated: 10, control: 12 });
  expect(warnings).toEqual(["kpi.csv: Rows without a value, which count as missing: 2"]);
  const half = csv("kpi,date,employee_id,numerator,denominator", "errors,2025-05-31,P00,1,");
  expect(await faultsOf({ ...plainFolder, "kpi.csv": half })).toMatchObject([{ line: 2, column: "value" }]);
});

test("times of day behind a date, arms in capitals, an empty cluster and rows of commas change nothing", async () => {
  const plain = await documentOf(plainFolder);
  const { results } = await documentOf({
    "study.json": planText({ cluster: "", baseline: { from: "2025-01-01T00:00:00Z", to: "2025-03-31" } }),
    "cohort.csv": csv(
      "employee_id,arm,exposed_on",
      ...cohortRows.map((row) => row.replace("treatment", "Treatment").replace("control", "CONTROL")),
      ",,",
    ),
    "kpi.csv": csv(kpiHeader, ...kpiRows.map((row) => row.replace(/-31,/, "-31T00:00:00Z,")), ",,,", " "),
  });
  expect(results).toEqual(plain.results);
});

test("a time in another zone is no day", async () => {
  const rows = kpiRows.with(2, "errors,2025-03-31T23:00:00-05:00,P01,4");
  const faults = await faultsOf({ ...plainFolder, "kpi.csv": csv(kpiHeader, ...rows) });
  expect(faults).toMatchObject([{ file: "kpi.csv", line: 4, column: "date" }]);
});

test("clusters may be a column of people.csv that the plan names", async () => {
  const state = (at: number) => `S${at % 6}`;
  const people = csv("employee_id,state", ...ids.map((id, at) => `${id},${state(at)}`));
  const byColumn = await documentOf({
    ...plainFolder,
    "people.csv": people,
    "study.json": planText({ cluster: "state" }),
  });
  const byCohort = await documentOf({
    ...plainFolder,
    "study.json": planText({ cluster: "team" }),
    "cohort.csv": csv("employee_id,arm,exposed_on,cluster", ...cohortRows.map((row, at) => `${row},${state(at)}`)),
  });
  expect(byColumn.study.clusters).toBe(6);
  expect(byColumn.results[0]?.df).toBe(5);
  expect(byColumn.results).toEqual(byCohort.results);
});

test("further columns of cohort.csv serve as covariates, also where people.csv has one of that name", async () => {
  const rank = (at: number) => (at * 5) % 7;
  const rows = cohortRows.map((row, at) => `${row},${rank(at)}`);
  const plan = planText({ design: "randomised", covariates: ["rank"] });
  const people = (value: (at: number) => number) =>
    csv("employee_id,rank", ...ids.map((id, at) => `${id},${value(at)}`));
  const ofCohort = await documentOf({
    ...plainFolder,
    "study.json": plan,
    "cohort.csv": csv("employee_id,arm,exposed_on,rank", ...rows),
    "people.csv": people((at) => at),
  });
  const ofPeople = await documentOf({ ...plainFolder, "study.json": plan, "people.csv": people(rank) });
  expect(ofCohort.results[0]?.detail.adjusted_for).toEqual(["value before", "rank"]);
  expect(ofCohort.results).toEqual(ofPeople.results);
  expect(ofCohort.warnings).toEqual([]);
});

test("clusters that nobody asked for, and clusters that nobody named, are said", async () => {
  const named = csv("employee_id,arm,exposed_on,cluster", ...cohortRows.map((row, at) => `${row},C${at % 6}`));
  const unasked = await documentOf({ ...plainFolder, "cohort.csv": named });
  expect(unasked.claim.limits).toContainEqual(expect.stringMatching(/cohort\.csv names clusters, but the plan asks/));
  const unnamed = await documentOf({ ...plainFolder, "study.json": planText({ cluster: "team" }) });
  expect(unnamed.claim.limits).toContainEqual(expect.stringMatching(/Nobody's team is on file/));
});

test("a follow-up the plan leaves out begins after the baseline, and windows that overlap are said", async () => {
  const undated = csv("employee_id,arm", ...ids.map((id, at) => `${id},${isTreated(at) ? "treatment" : "control"}`));
  const plain = await documentOf(plainFolder);
  const open = await documentOf({
    ...plainFolder,
    "cohort.csv": undated,
    "study.json": planText({ follow_up: undefined }),
  });
  expect(open.results[0]?.estimate).toBe(plain.results[0]?.estimate);
  const overlapping = planText({ follow_up: { from: "2025-03-01", to: "2025-06-30" } });
  const { claim } = await documentOf({ ...plainFolder, "study.json": overlapping });
  expect(claim.limits).toContainEqual(expect.stringMatching(/overlap: values from 2025-03-01 to 2025-03-31/));
});

test("in a phased roll-out whoever is never exposed is a control, and the comparison the plan chose leads", async () => {
  const treatedOnly = cohortRows.map((row) => row.replace("control", "treatment"));
  const { results } = await documentOf({
    ...plainFolder,
    "study.json": planText({ design: "phased", control: "not_yet_treated" }),
    "cohort.csv": csv("employee_id,arm,exposed_on", ...treatedOnly),
  });
  expect(results.map(({ method, status }) => [method, status])).toEqual([
    ["callaway_santanna_not_yet_treated", "estimated"],
    ["callaway_santanna_never_treated", "estimated"],
    ["twfe_cr1", "estimated"],
    ["did_cr1", "estimated"],
    ["did_welch", "estimated"],
  ]);
  expect(results[0]).toMatchObject({ headline: true, n: { treated: 12, control: 12 } });
  // One wave, two periods: every method is the difference of the mean changes.
  for (const { estimate } of results) expect(estimate).toBeCloseTo(results[0]?.estimate ?? Number.NaN, 12);
});

test("the four cell means stand with the difference they make", async () => {
  const { results } = await documentOf(plainFolder);
  const values = kpiRows.map((row) => Number(row.split(",")[3]));
  const mean = (arm: number, wave: number) =>
    values.filter((_, at) => Math.floor(at / 2) % 2 === arm && at % 2 === wave).reduce((sum, value) => sum + value, 0) /
    12;
  const cells = (arm: number) => ({
    before: { n: 12, mean: expect.closeTo(mean(arm, 0), 12) },
    after: { n: 12, mean: expect.closeTo(mean(arm, 1), 12) },
  });
  expect(results[0]?.detail).toMatchObject({ cells: { treated: cells(0), control: cells(1) } });
});
