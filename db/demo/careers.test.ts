import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateDemo } from "./generate";
import { type Row, readCsv } from "./simple-arithmetic";

const folder = mkdtempSync(join(tmpdir(), "demo-careers-"));
let people: Row[] = [];
const events = new Map<string, Row[]>();

beforeAll(async () => {
  await generateDemo({ folder, only: ["people", "employment_events"] });
  people = readCsv(join(folder, "organisation", "people.csv"));
  for (const event of readCsv(join(folder, "organisation", "employment_events.csv"))) {
    const id = event.employee_id ?? "";
    events.set(id, [...(events.get(id) ?? []), event]);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Undoes a person's events, last first; says what does not fit. */
function walkBack(person: Row): string | null {
  let { role, unit } = person;
  let employed = person.exit_date === "";
  for (const event of [...(events.get(person.employee_id ?? "") ?? [])].reverse()) {
    if (event.event === "exit") {
      if (employed || event.date !== person.exit_date || event.from !== role) return "exit";
      employed = true;
    } else if (!employed) return "event after exit";
    else if (event.event === "transfer") {
      if (event.to !== unit) return "unit";
      unit = event.from;
    } else if (event.event === "promotion" || event.event === "lateral_move") {
      if (event.to !== role || event.from === "") return "role";
      role = event.from;
    } else if (event.event === "hire") {
      if (event.to !== role || event.date !== person.hire_date) return "hire";
      employed = false;
    }
  }
  return employed ? "never hired" : null;
}

test("walking everybody's events backwards ends at their hire", () => {
  expect(people.map((person) => [person.employee_id, walkBack(person)]).filter(([, fault]) => fault !== null)).toEqual(
    [],
  );
});

test("there are moves of each kind, and exits of each type", () => {
  const kinds = new Set([...events.values()].flat().map(({ event }) => event));
  expect([...kinds].sort()).toEqual(["exit", "hire", "lateral_move", "leave", "promotion", "return", "transfer"]);
  expect(new Set(people.map((person) => person.exit_type)).size).toBe(4);
});

test("teams have about 8 to 14 people, six units and one manager each", () => {
  const present = people.filter((person) => person.exit_date === "");
  const teams = groupByTeam(present);
  const sizes = [...teams.values()].map((team) => team.length).sort((left, right) => left - right);
  const usual = sizes.filter((size) => size >= 8 && size <= 14);
  expect(usual.length / sizes.length).toBeGreaterThan(0.85);
  expect(new Set(people.map(({ unit }) => unit)).size).toBe(6);
  const inside = [...teams.values()].map((team) => {
    const ids = new Set(team.map((person) => person.employee_id));
    return new Set(team.map((person) => person.manager_id).filter((manager) => ids.has(manager ?? ""))).size;
  });
  expect(inside.every((managers) => managers <= 1)).toBe(true);
  expect(inside.filter((managers) => managers === 1).length / inside.length).toBeGreaterThan(0.95);
});

function groupByTeam(rows: Row[]): Map<string, Row[]> {
  const teams = new Map<string, Row[]>();
  for (const row of rows) teams.set(row.team ?? "", [...(teams.get(row.team ?? "") ?? []), row]);
  return teams;
}
