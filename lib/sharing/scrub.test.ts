import { expect, test } from "vitest";
import type { ReportBlock, ReportChart, ReportDocument } from "@/lib/reports/document";
import { knownPeople, leftOut, withoutPeople } from "./names-in";
import { scrubbed } from "./scrub";

const people = knownPeople([
  { name: "Mara Manager", employeeId: "E1042" },
  { name: "Ana María de la Cruz", employeeId: "20451" },
  { name: "Zoë", employeeId: "7" },
  { name: null, employeeId: null },
]);
/** A name, a turned name, an id and an address in one text. */
const named = "Mara Manager (E1042), Manager, Mara and mara@example.com";
const unnamed = `${leftOut} (${leftOut}), ${leftOut} and ${leftOut}`;

const block = (part: Record<string, unknown>): ReportBlock =>
  ({ title: named, full: false, internal: false, ...part }) as ReportBlock;
const chart = (part: ReportChart) => block({ kind: "chart", answer: named, caption: named, chart: part });

const figure = {
  id: "f",
  label: named,
  text: "20451 tickets",
  value: 20451,
  interval: [1, 2],
  intervalText: "(1 to 2)",
  grade: "B",
  note: named,
  href: "/team/1",
};
const blocks: ReportBlock[] = [
  block({ kind: "figures", figures: [figure] }),
  block({ kind: "text", paragraphs: [named, "Nobody"] }),
  block({ kind: "list", items: [named] }),
  block({
    kind: "table",
    columns: [
      { id: "a", header: named },
      { id: "b", header: "" },
      { id: "c", header: "" },
      { id: "owner", header: "Owner", internal: true },
      { id: "signed", header: "Finance" },
    ],
    rows: [
      {
        a: { text: named },
        b: { text: "20451", value: 20451 },
        c: { text: "20451" },
        owner: { text: "Zoë" },
        signed: { text: "Signed by Zoë", outside: "Signed by finance" },
        unlisted: { text: "Zoë" },
      },
    ],
  }),
  chart({ type: "intervals", unit: "money", rows: [{ label: named, value: 1, interval: [0, 2], grade: "C" }] }),
  chart({ type: "bars", unit: "money", rows: [{ label: named, value: 1 }] }),
  chart({
    type: "lines",
    unit: "share",
    periods: ["Oct 2026"],
    days: [],
    series: [{ label: named, arm: null, supposed: false, values: [1], bands: null }],
    exposure: { at: 0, label: named },
  }),
  chart({
    type: "portfolio",
    unit: "money",
    marks: [{ label: named, value: 1, interval: [0, 2], grade: "C", size: 3 }],
  }),
  block({ kind: "text", paragraphs: ["Inside only"], internal: true }),
];
const document: ReportDocument = {
  kind: "roi",
  title: named,
  lead: named,
  grade: "B",
  organisation: "Meridian Works",
  locale: "en-GB",
  currency: "EUR",
  madeAt: "2026-11-22T10:00:00Z",
  dataVersion: "sha256:1",
  sources: [],
  filters: [named],
  signatures: { used: 2, signed: 1, unsigned: [named], last: { by: "Finn Finance", on: "2026-11-01" } },
  limits: [named],
  notices: [named],
  href: "/roi",
  blocks,
};

test("no name, id or address of a person is left in any block of any kind", () => {
  const text = JSON.stringify(scrubbed(document, people));
  expect(text).not.toMatch(/mara|manager|e1042|example\.com|finn/i);
  // Titles of nine blocks less the internal one, the document's own six texts, and what stands in the blocks.
  expect(text.split(leftOut).length - 1).toBeGreaterThan(50);
});

test("what is marked internal and every way into the app is gone", () => {
  const { blocks: kept, href } = scrubbed(document, people);
  expect(kept.map(({ kind }) => kind)).toEqual([
    "figures",
    "text",
    "list",
    "table",
    "chart",
    "chart",
    "chart",
    "chart",
  ]);
  expect(JSON.stringify(kept)).not.toContain("Inside only");
  expect(JSON.stringify(kept)).not.toContain("/team/");
  expect(href).toBe("");
});

test("figures stay to the digit, also where an id has the same digits; in words those are left out", () => {
  const kept = scrubbed(document, people).blocks;
  expect(kept[0]).toMatchObject({
    figures: [{ text: "20451 tickets", value: 20451, interval: [1, 2], note: unnamed }],
  });
  expect(kept[3]).toMatchObject({ rows: [{ a: { text: unnamed }, b: { text: "20451" }, c: { text: leftOut } }] });
  expect(kept[4]).toMatchObject({ chart: { rows: [{ label: unnamed, value: 1, interval: [0, 2] }] } });
});

test("of a table the columns that name people are gone, and what says who did something says it without the name", () => {
  const kept = scrubbed(document, people).blocks[3];
  expect(kept).toMatchObject({ columns: [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "signed" }] });
  expect(kept?.kind === "table" && kept.rows.map(({ signed }) => signed)).toEqual([{ text: "Signed by finance" }]);
  // A name of one word is found in no text, so it must not be there.
  expect(JSON.stringify(kept)).not.toContain("Zoë");
});

test("who signed last is finance; when, and how many, stays", () => {
  expect(scrubbed(document, people).signatures).toEqual({
    used: 2,
    signed: 1,
    unsigned: [unnamed],
    last: { by: "finance", on: "2026-11-01" },
  });
});

test("names are found in every spelling of case, with accents, particles and a possessive, and within no other word", () => {
  const clean = (text: string) => withoutPeople(text, people);
  expect(clean("By MARA MANAGER's team")).toBe(`By ${leftOut} team`);
  expect(clean("ana maría DE LA CRUZ wrote")).toBe(`${leftOut} wrote`);
  expect(clean("Mara Managers and Tamara Manager")).toBe("Mara Managers and Tamara Manager");
  // One word may be any word, and a short number any number.
  expect(clean("Zoë in 7 weeks")).toBe("Zoë in 7 weeks");
  expect(clean("")).toBe("");
});
