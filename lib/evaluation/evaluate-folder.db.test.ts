import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { givenOrganisation } from "@/test/factory";
import {
  cohortHeader,
  cohortRows,
  csv,
  documentOf,
  faultsOf,
  ids,
  isTreated,
  kpiHeader,
  kpiRows,
  plainFolder,
  plan,
} from "@/test/study-folder";
import { evaluateFolder } from "./evaluate-folder";

afterAll(closePool);

const study = { ...plan, design: "randomised", covariates: [] as string[] };
const armOf = (at: number) => (isTreated(at) ? "treatment" : "control");
const folder = {
  ...plainFolder,
  "study.json": JSON.stringify(study),
  "kpis.csv": "kpi,name,direction\nerrors,Errors,down\n",
};

test("a folder without people.csv is evaluated, in the keys of the format and no others", async () => {
  const { warnings: _, ...document } = await documentOf(folder);
  expect(Object.keys(document)).toEqual(["study", "results", "checks", "claim"]);
  expect(Object.keys(document.study)).toEqual(["title", "design", "people", "clusters", "data_version"]);
  expect(Object.keys(document.results[0] ?? {}).toSorted()).toEqual([
    "ci",
    "detail",
    "df",
    "estimate",
    "headline",
    "kpi",
    "method",
    "n",
    "p",
    "reason",
    "role",
    "standard_error",
    "status",
  ]);
  expect(Object.keys(document.checks[0] ?? {})).toEqual(["id", "status", "value", "says"]);
  expect(Object.keys(document.claim)).toEqual(["grade", "sentence", "limits", "would_raise"]);
  expect(document.study).toMatchObject({
    people: 24,
    clusters: 24,
    data_version: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
  });
});

test("line ends, a byte order mark, more columns and another order of rows change no figure", async () => {
  const plain = await documentOf(folder);
  const other = await documentOf({
    ...folder,
    "kpi.csv": `\uFEFF${csv(`${kpiHeader},remark`, ...kpiRows.toReversed().map((row) => `${row},"a, ""b"""`)).replaceAll("\n", "\r\n")}`,
    "kpis.csv": "kpi,name,direction,owner\nerrors,Errors,down,somebody\n",
  });
  expect(other.results).toEqual(plain.results);
});

test("columns of people.csv serve as covariates", async () => {
  const people = csv(
    "employee_id,name,age,shift",
    ...ids.map((id, at) => `${id},N${at},${30 + ((at * 3) % 11)},${at % 3 ? "day" : "night"}`),
  );
  const document = await documentOf({
    ...folder,
    "people.csv": people,
    "study.json": JSON.stringify({ ...study, covariates: ["age", "shift"] }),
  });
  const lin = document.results.find(({ method }) => method === "lin_hc2");
  expect(lin?.detail.adjusted_for).toEqual(["value before", "age", "shift: night"]);
});

test("KPIs without kpis.csv are taken as the plan and the values name them, with people.csv or without", async () => {
  const { "kpis.csv": _, ...bare } = folder;
  const plain = await documentOf(folder);
  expect((await documentOf(bare)).results[0]?.estimate).toBe(plain.results[0]?.estimate);
  const named = await documentOf({ ...bare, "people.csv": csv("employee_id", ...ids) });
  expect(named.results[0]?.estimate).toBe(plain.results[0]?.estimate);
});

test("a KPI that exists only by team is compared team by team", async () => {
  const team = (at: number) => `T${at % 8}`;
  const teams = Array.from({ length: 8 }, (_, at) => team(at));
  const document = await documentOf({
    "study.json": JSON.stringify({ ...study, design: "comparison", unit_of_analysis: "team", cluster: "team" }),
    "kpis.csv": folder["kpis.csv"],
    "cohort.csv": csv("employee_id,arm,exposed_on,cluster", ...ids.map((id, at) => `${id},${armOf(at)},,${team(at)}`)),
    "kpi.csv": csv(
      "kpi,date,team,value",
      ...teams.flatMap((name, at) => [
        `errors,2025-03-31,${name},${at + 1}`,
        `errors,2025-05-31,${name},${at + 1 + (at % 2 === 0 ? -2 - at / 10 : at / 5)}`,
      ]),
    ),
  });
  const changes = { treated: [-2, -2.2, -2.4, -2.6], control: [0.2, 0.6, 1, 1.4] };
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(document.results[0]).toMatchObject({ method: "did_cr1", df: 7, n: { treated: 4, control: 4 } });
  expect(document.results[0]?.estimate).toBeCloseTo(mean(changes.treated) - mean(changes.control), 12);
  expect(document.study).toMatchObject({ people: 24, clusters: 8 });
});

test("a study that has no second arm is read, and says that it cannot be estimated", async () => {
  const document = await documentOf({
    ...folder,
    "cohort.csv": csv(cohortHeader, ...cohortRows.filter((row) => !row.includes("control"))),
  });
  expect(document.results.every(({ status, reason }) => status === "not_estimable" && reason !== null)).toBe(true);
  expect(document.claim.grade).toBe("E");
});

test.each([
  ["no plan", { "study.json": undefined }, { file: "study.json", reason: /no plan/i }],
  ["no cohort", { "cohort.csv": undefined }, { file: "cohort.csv", reason: /arm/ }],
  ["a plan that is not JSON", { "study.json": "{ title: }" }, { file: "study.json", reason: /JSON/ }],
  [
    "an unknown design",
    { "study.json": JSON.stringify({ ...study, design: "hope" }) },
    { file: "study.json", column: "design" },
  ],
  [
    "a KPI nobody defined",
    { "study.json": JSON.stringify({ ...study, primary_kpi: "luck" }) },
    { file: "study.json", column: "primary_kpi" },
  ],
  [
    "a date that is none",
    { "kpi.csv": csv(kpiHeader, ...kpiRows.slice(0, 2), "errors,31.5.2025,P01,4") },
    { file: "kpi.csv", line: 4, column: "date" },
  ],
  [
    "a value that is no number",
    { "kpi.csv": csv(kpiHeader, ...kpiRows.slice(0, 1), "errors,2025-05-31,P01,four") },
    { file: "kpi.csv", line: 3, column: "value" },
  ],
  [
    "an arm spelt otherwise",
    { "cohort.csv": csv(cohortHeader, ...cohortRows, "P99,Versuchsgruppe,") },
    { file: "cohort.csv", line: 26, column: "arm" },
  ],
  [
    "a required column missing",
    { "kpi.csv": csv(kpiHeader, ...kpiRows).replace("date", "day") },
    { file: "kpi.csv", reason: /date/ },
  ],
  ["a member people.csv does not know", { "people.csv": csv("employee_id", ...ids.slice(1)) }, { file: "cohort.csv" }],
] as const)("is unusable, with file and place: %s", async (_, change, { file, ...place }) => {
  const files = Object.entries({ ...folder, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const faults = await faultsOf(Object.fromEntries(files));
  const reason = "reason" in place ? { reason: expect.stringMatching(place.reason) } : {};
  expect(faults).toContainEqual(expect.objectContaining({ ...place, ...reason, file: expect.stringContaining(file) }));
});

test("a folder that does not exist is a fault, not a failure", async () => {
  const { orgId } = await givenOrganisation();
  const missing = path.join(import.meta.dirname, "nowhere");
  expect(await evaluateFolder({ orgId, folder: missing, today: "2026-11-22" })).toMatchObject({
    kind: "unusable",
    faults: [{ reason: expect.stringContaining("nowhere") }],
  });
});
