import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shapes } from "./file-shapes";
import { generateDemo } from "./generate";
import { type Row, readCsv } from "./simple-arithmetic";
import { initiativeCodes } from "./truth";

const folder = mkdtempSync(join(tmpdir(), "demo-format-"));
const tables: Record<string, Row[]> = {};
const table = (name: string) => tables[name] ?? [];

beforeAll(async () => {
  await generateDemo({ folder, people: 200 });
  const names = [
    "people",
    "employment_events",
    "skills",
    "activities",
    "learning_events",
    "work_events",
    "observations",
    "help_requests",
  ];
  for (const name of [...names, "kpis", "kpi", "surveys"])
    tables[name] = readCsv(join(folder, "organisation", `${name}.csv`));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(shapes))("every cell of %s.csv is valid", (name, shape) => {
  expect(table(name).length).toBeGreaterThan(10);
  const wrong = table(name).find((row) => !shape.safeParse(row).success);
  expect(wrong).toBeUndefined();
});

function values(name: string, column: string): Set<string> {
  return new Set(table(name).map((row) => row[column] ?? ""));
}

test.each([
  ["people", "manager_id", "people", "employee_id"],
  ["employment_events", "employee_id", "people", "employee_id"],
  ["learning_events", "employee_id", "people", "employee_id"],
  ["learning_events", "activity", "activities", "activity"],
  ["learning_events", "before_task", "skills", "task"],
  ["work_events", "employee_id", "people", "employee_id"],
  ["work_events", "task", "skills", "task"],
  ["observations", "employee_id", "people", "employee_id"],
  ["observations", "rater_id", "people", "employee_id"],
  ["observations", "behaviour", "skills", "behaviour"],
  ["help_requests", "employee_id", "people", "employee_id"],
  ["help_requests", "helper_id", "people", "employee_id"],
  ["help_requests", "task", "skills", "task"],
  ["activities", "behaviour", "skills", "behaviour"],
  ["kpi", "employee_id", "people", "employee_id"],
  ["kpi", "team", "people", "team"],
  ["kpi", "kpi", "kpis", "kpi"],
  ["kpis", "kpi", "kpi", "kpi"],
  ["surveys", "employee_id", "people", "employee_id"],
  ["people", "role", "skills", "role"],
])("%s.%s refers to %s.%s", (from, column, to, key) => {
  const known = values(to, key).add("");
  expect([...values(from, column)].filter((value) => !known.has(value))).toEqual([]);
});

test.each([
  ["learning_events", "event_id"],
  ["work_events", "event_id"],
  ["observations", "observation_id"],
  ["help_requests", "request_id"],
  ["people", "employee_id"],
  ["people", "email"],
  ["activities", "activity"],
])("%s.%s is unique", (name, column) => {
  expect(values(name, column).size).toBe(table(name).length);
});

test.each([
  ["learning_events", "at"],
  ["work_events", "completed_at"],
  ["observations", "observed_at"],
  ["help_requests", "asked_at"],
  ["employment_events", "date"],
  ["kpi", "date"],
  ["surveys", "date"],
])("%s is ordered by %s", (name, column) => {
  const moments = table(name).map((row) => row[column] ?? "");
  expect(moments.every((moment, index) => index === 0 || moment >= (moments[index - 1] ?? ""))).toBe(true);
});

test.each([
  ["learning_events", "employee_id", "at"],
  ["work_events", "employee_id", "started_at"],
  ["observations", "employee_id", "observed_at"],
  ["observations", "rater_id", "observed_at"],
  ["help_requests", "employee_id", "asked_at"],
  ["help_requests", "helper_id", "asked_at"],
  ["surveys", "employee_id", "date"],
  ["kpi", "employee_id", "date"],
])("%s happens while %s is employed and present", (name, who, when) => {
  const people = new Map(table("people").map((row) => [row.employee_id, row]));
  const leaves = new Map(
    table("employment_events")
      .filter(({ event }) => event === "leave")
      .map((row) => [row.employee_id, row.date ?? ""]),
  );
  const returns = new Map(
    table("employment_events")
      .filter(({ event }) => event === "return")
      .map((row) => [row.employee_id, row.date ?? ""]),
  );
  const outside = table(name).filter((row) => {
    const person = people.get(row[who] ?? "");
    if (!person) return false;
    const date = (row[when] ?? "").slice(0, 10);
    const away = leaves.get(row[who] ?? "");
    const back = returns.get(row[who] ?? "") ?? "9999";
    const employed = date >= (person.hire_date ?? "") && (person.exit_date === "" || date <= (person.exit_date ?? ""));
    return !employed || (away !== undefined && date >= away && date < back);
  });
  expect(outside).toEqual([]);
});

test("a KPI value belongs to a person or a team, and has what its kind needs", () => {
  const kinds = new Map(table("kpis").map((row) => [row.kpi, row.kind ?? ""]));
  const odd = table("kpi").filter((row) => {
    const kind = kinds.get(row.kpi) ?? "";
    // A ratio is part of its denominator, a rate counts per unit of time.
    const fits = kind === "rate" || Number(row.numerator) <= Number(row.denominator);
    const complete = ["ratio", "rate"].includes(kind)
      ? row.value === "" && Number(row.denominator) > 0 && fits
      : row.value !== "";
    return (row.employee_id === "") === (row.team === "") || !complete;
  });
  expect(odd).toEqual([]);
});

test.each(initiativeCodes)("the plan of %s names what exists", (code) => {
  const home = join(folder, "initiatives", code);
  const study = JSON.parse(readFileSync(join(home, "study.json"), "utf8"));
  const people = values("people", "employee_id");
  const { chain } = study;
  expect(
    [study.primary_kpi, ...study.secondary_kpis, ...Object.values(chain.kpis).flat()].filter(
      (kpi) => !values("kpis", "kpi").has(kpi),
    ),
  ).toEqual([]);
  expect(chain.behaviours.filter((behaviour: string) => !values("skills", "behaviour").has(behaviour))).toEqual([]);
  expect(chain.skills.filter((skill: string) => !values("skills", "skill").has(skill))).toEqual([]);
  expect(chain.role.filter((role: string) => !values("skills", "role").has(role))).toEqual([]);
  expect(chain.activities.filter((activity: string) => !values("activities", "activity").has(activity))).toEqual([]);
  expect(chain.behaviours.length).toBeGreaterThanOrEqual(3);
  expect(chain.behaviours.length).toBeLessThanOrEqual(5);

  const cohort = readCsv(join(home, "cohort.csv"));
  expect(cohort.filter((row) => !people.has(row.employee_id ?? ""))).toEqual([]);
  expect(cohort.every(({ arm, exposed_on }) => (arm === "control") === (exposed_on === ""))).toBe(true);
  expect(
    readCsv(join(home, "costs.csv")).every(({ initiative, amount }) => initiative === code && Number(amount) > 0),
  ).toBe(true);
});
