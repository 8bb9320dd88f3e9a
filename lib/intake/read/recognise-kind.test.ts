import { expect, test } from "vitest";
import { date, text } from "@/lib/intake/column";
import { kindOfName, recogniseKind } from "./recognise-kind";

test.each([
  ["people.csv", "people"],
  ["People 2025-03.csv", "people"],
  ["export/learning_events (2).csv", "learning_events"],
  ["Learning-Events.CSV", "learning_events"],
  ["kpi.csv", "kpi"],
  ["kpis.csv", "kpis"],
  ["kpi_2025.csv", "kpi"],
  ["study.json", "study"],
  ["peopleware.csv", null],
])("a file called %s is %s", (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});

const shapes = [
  { kind: "kpi" as const, columns: [text("kpi", { required: true }), date("date", { required: true }), text("value")] },
  { kind: "kpis" as const, columns: [text("kpi", { required: true }), text("layer")] },
  { kind: "people" as const, columns: [text("employee_id", { required: true })] },
];

test("the header decides where the name does not, and the kind that knows most of it wins", () => {
  expect(recogniseKind("export.csv", ["KPI", "Date", "Value"], shapes)).toEqual(["kpi"]);
  expect(recogniseKind("export.csv", ["KPI", "layer"], shapes)).toEqual(["kpis"]);
});

test("two kinds that fit equally well are both named, and none where nothing fits", () => {
  expect(recogniseKind("export.csv", ["kpi", "employee_id"], shapes)).toEqual(["kpis", "people"]);
  expect(recogniseKind("export.csv", ["colour"], shapes)).toEqual([]);
});
