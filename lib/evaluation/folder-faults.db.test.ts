import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { csv, documentOf, faultsOf, ids, kpiHeader, kpiRows, plainFolder, planText } from "@/test/study-folder";

afterAll(closePool);

test("members people.csv does not name are faults, each with its line", async () => {
  const people = csv("employee_id", ...ids.slice(0, -2));
  expect(await faultsOf({ ...plainFolder, "people.csv": people })).toMatchObject([
    { file: "cohort.csv", line: 24, column: "employee_id", value: "P22" },
    { file: "cohort.csv", line: 25, column: "employee_id", value: "P23" },
  ]);
});

test.each([
  ["kpis.csv", csv("kpi,direction", "errors,sideways"), { line: 2, column: "direction", value: "sideways" }],
  ["people.csv", "", { line: 0, reason: "The file is empty" }],
  ["study.json", planText({ confidence: 95 }), { column: "confidence", value: "95" }],
  ["study.json", planText({ primary_kpi: undefined }), { column: "primary_kpi", reason: "This is missing" }],
  ["study.json", planText({ seed: 2 ** 40 }), { column: "seed" }],
  ["study.json", `{\n  "title": "x",\n}`, { line: 3, reason: expect.stringMatching(/not JSON/) }],
])("a broken %s is one fault, and not one for every row that builds on it", async (file, text, place) => {
  expect(await faultsOf({ ...plainFolder, [file]: text })).toMatchObject([{ file, ...place }]);
});

test("an arm the plan allocates to and nobody is in is a fault of the plan", async () => {
  const shares = (named: object) => ({ ...plainFolder, "study.json": planText({ allocation: named }) });
  expect(await faultsOf(shares({ control: 1, treatment: 1, "wave-1": 1 }))).toMatchObject([
    { file: "study.json", column: "allocation.wave-1", value: "wave-1" },
  ]);
  expect((await documentOf(shares({ control: 1, treatment: 1 }))).warnings).toEqual([]);
});

test.each([
  ["a NUL", "errors,2025-03-31,P\u000000,5", { column: "employee_id" }],
  ["a NUL in a number", "errors,2025-03-31,P00,5\u0000", { column: "value" }],
  ["a number beyond double precision", "errors,2025-03-31,P00,1e400", { column: "value" }],
  ["a number whose square is beyond it", "errors,2025-03-31,P00,1e300", { column: "value" }],
  ["a day that is none", "errors,2025-02-30,P00,5", { column: "date" }],
  ["a year that is a slip", "errors,9999-12-31,P00,5", { column: "date" }],
  ["a quotation mark inside a cell", 'errors,2025-03-31,P"00,5', { column: "" }],
  ["a cell too few", "errors,2025-03-31,P00", { column: "" }],
  ["a cell as long as a book", `errors,2025-03-31,P00,${"9".repeat(70_000)}`, { column: "value" }],
])("%s names its line after quoted line breaks", async (_, row, place) => {
  const [first = "", ...others] = kpiRows;
  const noted = [`${first},"over\nthree\nlines"`, ...others.map((line) => `${line},`), `${row},`];
  const kpi = csv(`${kpiHeader},note`, ...noted);
  expect(await faultsOf({ ...plainFolder, "kpi.csv": kpi })).toMatchObject([
    { file: "kpi.csv", line: kpiRows.length + 4, ...place },
  ]);
});

test("a number too small for double precision is zero", async () => {
  const rows = ["errors,2025-04-30,P00,1e-400", ...kpiRows];
  const zero = ["errors,2025-04-30,P00,0", ...kpiRows];
  const [tiny, plain] = [
    await documentOf({ ...plainFolder, "kpi.csv": csv(kpiHeader, ...rows) }),
    await documentOf({ ...plainFolder, "kpi.csv": csv(kpiHeader, ...zero) }),
  ];
  expect(tiny.results).toEqual(plain.results);
});

test("lines that end in a carriage return alone are said", async () => {
  const kpi = csv(kpiHeader, ...kpiRows).replaceAll("\n", "\r");
  expect(await faultsOf({ ...plainFolder, "kpi.csv": kpi })).toMatchObject([
    { file: "kpi.csv", reason: expect.stringMatching(/carriage return alone/) },
  ]);
});
