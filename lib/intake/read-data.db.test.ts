import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { givenOrganisation } from "@/test/factory";
import { readImports } from "./read-imports";
import { readParkedRows } from "./read-parked-rows";
import { readSources } from "./read-sources";
import { rejectedCsv } from "./rejected-csv";
import { undoBatch } from "./undo-batch";

const bad =
  'employee_id,"name, given",hire_date,hourly_cost\nE1,Ada,2024-01-01,30\nE2,"Bo ""B""",soon,much\n,,2024-01-01,\n';

async function givenImports() {
  const organisation = await givenOrganisation();
  const [people] = await organisation.take({ "people.csv": bad });
  const kpi =
    "kpi,date,employee_id,value\nerrors,2025-03-31,E1,0.2\nerrors,2025-04-30,E9,0.2\nerrors,2025-05-31,E9,0.2\n";
  await organisation.take({ "kpis.csv": "kpi,name\nerrors,Errors\n" });
  await organisation.take({ "march.csv": kpi }, {});
  return { ...organisation, batchId: people?.batchId ?? "" };
}

test("rejected rows come back as they stood in the file, once each, with everything that is wrong with them", async () => {
  const { as, batchId } = await givenImports();
  const csv = await rejectedCsv(as("ld_lead"), batchId);
  expect(csv?.fileName).toBe("people-rejected.csv");
  const rows = parse(await new Response(csv?.body).text(), { bom: true, columns: true });
  expect(rows).toEqual([
    {
      employee_id: "E2",
      "name, given": 'Bo "B"',
      hire_date: "soon",
      hourly_cost: "much",
      line: "3",
      column: "hire_date; hourly_cost",
      reason: expect.stringMatching(/^hire_date: .*; hourly_cost: /),
    },
    {
      employee_id: "",
      "name, given": "",
      hire_date: "2024-01-01",
      hourly_cost: "",
      line: "4",
      column: "employee_id",
      reason: expect.any(String),
    },
  ]);
});

test("sources are as fresh as what was taken in and not undone", async () => {
  const { as, batchId } = await givenImports();
  const before = await readSources(as("ld_lead"), null);
  expect(before.find(({ kind }) => kind === "kpi")).toMatchObject({
    files: 1,
    added: 1,
    waiting: 2,
    newestFact: "2025-05-31",
    lastFile: "march.csv",
  });
  expect(before.find(({ kind }) => kind === "people")).toMatchObject({ added: 1, rejected: 2 });
  expect(before.every(({ lastImport }) => Date.now() - lastImport.getTime() < 60_000)).toBe(true);
  const history = await readImports(as("admin"), {});
  for (const { id } of history.batches) if (id !== batchId) await undoBatch(as("admin"), { batchId: id });
  await undoBatch(as("admin"), { batchId });
  expect(await readSources(as("ld_lead"), null)).toEqual([]);
});

test("waiting rows are gathered by the person they wait for", async () => {
  const { as } = await givenImports();
  expect(await readParkedRows(as("admin"), null)).toMatchObject({
    allRows: 2,
    allIdentities: 1,
    identities: [{ identity: "E9", rows: 2, files: ["march.csv"], kinds: ["kpi"] }],
  });
});

test("the history goes back page by page without losing or repeating a file", async () => {
  const { as, take } = await givenOrganisation();
  const files = Array.from({ length: 60 }, (_, at) => [`kpis ${at}.csv`, `kpi,name\nk${at},K\n`]);
  await take(Object.fromEntries(files));
  const first = await readImports(as("admin"), {});
  const second = await readImports(as("admin"), { before: first.next ?? undefined });
  expect([first.batches.length, second.batches.length, second.next]).toEqual([50, 10, null]);
  expect(new Set([...first.batches, ...second.batches].map(({ fileName }) => fileName)).size).toBe(60);
});

test("what another organisation imported does not exist, and roles without data see nothing", async () => {
  const theirs = await givenImports();
  const ours = await givenOrganisation();
  expect(await rejectedCsv(ours.as("admin"), theirs.batchId)).toBeNull();
  expect(await readImports(ours.as("admin"), {})).toEqual({ batches: [], next: null });
  expect(await readSources(ours.as("admin"), null)).toEqual([]);
  expect(await readParkedRows(ours.as("admin"), null)).toEqual({ identities: [], allIdentities: 0, allRows: 0 });
  await expect(readImports(theirs.as("hrbp"), {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(rejectedCsv(theirs.as("executive"), theirs.batchId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(undoBatch(theirs.as("ld_lead"), { batchId: theirs.batchId })).rejects.toMatchObject({
    code: "forbidden",
  });
});
