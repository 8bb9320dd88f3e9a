import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cases } from "./all-cases";
import { compareCase } from "./compare";
import { coverageTable } from "./coverage-table";
import { idlePatterns, methodResults } from "./method-results";
import { patternFor } from "./reference-case";

const root = new URL("../fixtures/reference/", import.meta.url);
const methods = new URL("../../METHODS.md", import.meta.url);
const shown = new URL("../../lib/methods/reference-results.json", import.meta.url);

type Expected = { software: Record<string, string>; results: Record<string, { values: unknown }> };
const expectedOf = (folder: string): Expected =>
  JSON.parse(readFileSync(new URL(`${folder}/expected.json`, root), "utf8"));
const resultsOf = (folder: string) => expectedOf(folder).results;

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, root)).includes("expected.json"))
  .map((entry) => entry.name)
  .sort();

test("every folder of reference values has its case", () => {
  expect(cases.map(({ folder }) => folder).sort()).toEqual(folders);
});

const found = cases.map((reference) => ({ reference, ...compareCase(reference, resultsOf(reference.folder)) }));

for (const { reference, wrong, missing, left, met } of found) {
  test(`${reference.folder}: what we compute equals what R computed`, () => {
    expect(wrong).toEqual([]);
    expect(met).toBeGreaterThan(0);
  });

  test(`${reference.folder}: what we do not compute is named with its reason, and nothing else is`, () => {
    expect(missing).toEqual([]);
    expect(Object.keys(reference.without).filter((pattern) => !left.has(pattern))).toEqual([]);
    const unknown = Object.keys(reference.computed).filter((id) => !(id in resultsOf(reference.folder)));
    expect(unknown).toEqual([]);
  });
}

test("METHODS.md lists what is covered and what is not, as it is (UPDATE_METHODS=1 writes it)", () => {
  const [begin, end] = ["<!-- reference values: begin -->\n", "<!-- reference values: end -->"];
  const text = readFileSync(methods, "utf8");
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  const table = coverageTable(found);
  if (process.env.UPDATE_METHODS) writeFileSync(methods, `${before}${table}${after}`);
  expect(readFileSync(methods, "utf8").slice(before.length, -after.length)).toBe(table);
});

test("the methods page shows what is found here (UPDATE_METHODS=1 writes it)", () => {
  const compared = found.map(({ reference: { folder }, values }) => {
    return { folder, values, software: expectedOf(folder).software };
  });
  expect(idlePatterns(compared)).toEqual([]);
  const text = `${JSON.stringify(methodResults(compared), null, 2)}\n`;
  if (process.env.UPDATE_METHODS) writeFileSync(shown, text);
  expect(readFileSync(shown, "utf8")).toBe(text);
});

test("a pattern names a value, the values inside it, or with a star all that begin so", () => {
  expect(patternFor({ "a.b": "" }, "a.b.0")).toBe("a.b");
  expect(patternFor({ "a.b": "" }, "a.bc")).toBeUndefined();
  expect(patternFor({ "a.b*": "" }, "a.bc.1")).toBe("a.b*");
});
