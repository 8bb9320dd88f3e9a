import { expect, test, vi } from "vitest";
import { givenReport } from "@/test/given-report";
import { type PdfPage, pdfPages } from "@/test/pdf-pages";
import { renderFullPdf, renderOnePagePdf } from "./render-pdf";

// Drawing pages to pixels takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const said = [
  "Grade B: Strong",
  "Data version 5f3c9a1be27d44089a1",
  "Figures of 20 Nov 2026, 09:30 UTC",
  "1 of 3 assumptions signed by finance, last by Жанна Kovač on 18 November 2026",
  "Not signed: Hours per refund",
  "It may not be said of sites outside the roll-out.",
  "Whole organisation; Baseline January to March 2026",
];

/** Share of the pixels of a box (in points) that are not paper. */
function inkIn({ pixels, width, scale }: PdfPage, box: { left: number; top: number; right: number; bottom: number }) {
  let inked = 0;
  let all = 0;
  const across = width * scale;
  for (let y = Math.ceil(box.top * scale); y < Math.floor(box.bottom * scale); y += 1) {
    for (let x = Math.ceil(box.left * scale); x < Math.floor(box.right * scale); x += 1) {
      const at = 4 * (y * across + x);
      all += 1;
      if ([0, 1, 2].some((channel) => (pixels[at + channel] ?? 255) < 250)) inked += 1;
    }
  }
  return inked / all;
}

function expectCleanMargins(page: PdfPage) {
  const { width, height } = page;
  const strip = 26;
  for (const box of [
    { left: 0, right: width, top: 0, bottom: strip },
    { left: 0, right: width, top: height - strip, bottom: height },
    { left: 0, right: 50, top: 0, bottom: height },
    { left: width - 50, right: width, top: 0, bottom: height },
  ]) {
    expect(inkIn(page, box)).toBe(0);
  }
}

/** Runs of text that stand on each other by more than a hair. */
function overlaps({ runs }: PdfPage): string[] {
  const depth = (a: [number, number], b: [number, number]) => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return runs.flatMap((one, at) =>
    runs
      .slice(at + 1)
      .filter(
        (other) =>
          depth([one.left, one.right], [other.left, other.right]) > 1 &&
          depth([one.top, one.bottom], [other.top, other.bottom]) > 2,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

const boxOf = ({ runs }: PdfPage, from: string, to: string) => {
  const [above, below] = [from, to].map((text) => runs.find((run) => run.text.includes(text)));
  if (!above || !below) throw new Error(`${from} or ${to} is not on the page`);
  return { left: 100, right: 460, top: above.bottom + 20, bottom: below.top - 20 };
};

test("the one page is one A4 page that says what it is of, how strongly, and who signed", async () => {
  const { pages, info } = await pdfPages(await renderOnePagePdf(givenReport()));
  expect(pages).toHaveLength(1);
  const [page] = pages as [PdfPage];
  expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
  for (const text of [...said, "€1.24m", "(€806k to €2.10m)", "Too early to tell until 1 March 2027"]) {
    expect(page.text).toContain(text);
  }
  expect(page.text.replace(/\s+/g, " ")).toContain(
    "Data from CRM, ERP, service or production systems and the finance system.",
  );
  expectCleanMargins(page);
  expect(overlaps(page)).toEqual([]);
  expect(inkIn(page, boxOf(page, "Did errors fall", "n = 412 people"))).toBeGreaterThan(0.05);
  expect(info).toMatchObject({
    Title: "Refund handling, phased roll-out, Łódź & Αθήνα Services",
    Author: "Łódź & Αθήνα Services",
    Language: "en-GB",
  });
});

test("the full report has everything, its pages numbered, its tables headed again", async () => {
  const { pages } = await pdfPages(await renderFullPdf(givenReport()));
  expect(pages.length).toBeGreaterThan(2);
  const text = pages.map((page) => page.text).join("\n");
  for (const one of [...said, "Assumption 60, as someone", "Signed by Νίκος on 18 Nov 2026"])
    expect(text).toContain(one);
  expect(text.replace(/\s+/g, " ")).toContain(
    "KPI values from CRM, ERP, service or production systems: 3 files, the last of 3 November 2026, data to 31 October 2026.",
  );
  for (const [index, page] of pages.entries()) {
    expect(page.text).toContain(`${index + 1} of ${pages.length}`);
    expect(page.text).toContain("Łódź & Αθήνα Services · Initiative");
    expect(page.text).toContain("Data version 5f3c9a1be27d44089a1");
    expectCleanMargins(page);
    expect(overlaps(page)).toEqual([]);
  }
  const withRows = pages.filter((page) => /Assumption \d+, as/.test(page.text));
  expect(withRows.length).toBeGreaterThan(1);
  expect(withRows.every((page) => page.text.includes("Assumption Value Signed"))).toBe(true);
  expect(pages.find((page) => page.text.includes("Assumptions Assumption"))).toBe(withRows[0]);
});

test("a report far too long for a page is shortened to one, and says so", async () => {
  const long = "A limit that somebody took the time to write down in full, with every condition it depends on. ".repeat(
    4,
  );
  const report = givenReport({
    lead: long,
    limits: Array.from({ length: 30 }, (_, at) => `${at + 1}. ${long}`),
    signatures: {
      used: 40,
      signed: 0,
      unsigned: Array.from({ length: 40 }, (_, at) => `Assumption number ${at + 1}`),
      last: null,
    },
  });
  const { pages } = await pdfPages(await renderOnePagePdf(report));
  expect(pages).toHaveLength(1);
  expect(pages[0]?.text).toMatch(/and \d+ more, in the full report/);
  expect(pages[0]?.text).toContain("Shortened to one page");
  expect(pages[0]?.text).toContain("None of 40 assumptions signed by finance");
});

test("a table has the rows there is room for, and is never said to have one more", async () => {
  const rows = (count: number) =>
    renderOnePagePdf(
      givenReport({
        blocks: givenReport().blocks.flatMap((block) =>
          block.kind === "table" ? [{ ...block, full: false, rows: block.rows.slice(0, count) }] : [],
        ),
      }),
    );
  const [page] = (await pdfPages(await rows(60))).pages as [PdfPage];
  const small = page.runs.find(({ text }) => text.startsWith("What may not be said"))?.top ?? 0;
  const above = page.runs.filter(({ bottom }) => bottom < small).map(({ bottom }) => bottom);
  expect(small - Math.max(...above)).toBeLessThan(44);
  const shown = page.runs.filter(({ text }) => /^Assumption \d+, as/.test(text)).length;
  expect(shown).toBeGreaterThan(8);
  const [few] = (await pdfPages(await rows(shown + 2))).pages as [PdfPage];
  expect(few.text).not.toContain("and 1 more");
  expectCleanMargins(page);
  expect(overlaps(page)).toEqual([]);
});

test("every chart draws, also the portfolio and bars", async () => {
  const chart = { kind: "chart" as const, full: false, internal: false, answer: "", caption: "End of it." };
  const report = givenReport({
    blocks: [
      {
        ...chart,
        title: "Portfolio",
        chart: {
          type: "portfolio",
          unit: "share",
          marks: [
            { label: "Refund handling", value: 2, interval: [0.9, 3], grade: "B", size: 412_000 },
            { label: "Safe lifting", value: -0.4, interval: [-0.8, 0.1], grade: "C", size: 90_000 },
          ],
        },
      },
      {
        ...chart,
        title: "Bars",
        caption: "End of the bars.",
        chart: {
          type: "bars",
          unit: "hours",
          rows: [
            { label: "Portal", value: 1200 },
            { label: "Workshop", value: 300 },
          ],
        },
      },
    ],
  });
  const { pages } = await pdfPages(await renderFullPdf(report));
  const [page] = pages as [PdfPage];
  expect(inkIn(page, boxOf(page, "Portfolio", "End of it."))).toBeGreaterThan(0.004);
  expect(page.text).toContain("C, suggestive");
  expect(page.text).toContain("1,200 hours");
  // The last tick ends where the drawing does.
  expect(page.runs.find(({ text }) => text === "300%")?.right).toBeLessThanOrEqual(page.width - 54);
  expect(overlaps(page)).toEqual([]);
  expectCleanMargins(page);
});

test("euro, minus, dashes and names of many scripts come out as they went in", async () => {
  const hard = "€1 −0.6 1–2 × ½ Ωδυσσέας Жанна Đặng Łódź office";
  const { pages } = await pdfPages(await renderOnePagePdf(givenReport({ title: hard, lead: hard, limits: [hard] })));
  expect(pages[0]?.text.split(hard)).toHaveLength(4);
});

test("what the fonts cannot draw is marked and counted, not dropped", async () => {
  const { pages } = await pdfPages(await renderOnePagePdf(givenReport({ title: "漢字 and 😀", lead: "From 1 → 2" })));
  expect(pages[0]?.text).toContain("[?] and [?]");
  expect(pages[0]?.text).toContain("From 1 to 2");
  expect(pages[0]?.text).toContain("3 characters of other scripts cannot be drawn in a PDF");
});
