import ExcelJS from "exceljs";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { givenReport } from "@/test/given-report";
import { renderSlides } from "./render-slides";

async function opened(report = givenReport()) {
  const zip = await JSZip.loadAsync(await renderSlides(report));
  const read = async (pattern: RegExp) => {
    const names = Object.keys(zip.files).filter((name) => pattern.test(name));
    const number = (name: string) => Number(/\d+/.exec(name)?.[0]);
    return Promise.all(names.sort((a, b) => number(a) - number(b)).map((name) => zip.file(name)?.async("text") ?? ""));
  };
  const text = (xml: string) =>
    [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
      .map(([, run]) => run)
      .join("\n")
      .replaceAll("&amp;", "&")
      .replaceAll("&apos;", "'");
  const [slides, charts, notes, layouts] = await Promise.all(
    [/^ppt\/slides\/slide\d+\.xml$/, /^ppt\/charts\/chart\d+\.xml$/, /notesSlide\d+\.xml$/, /slideLayout\d+\.xml$/].map(
      read,
    ),
  );
  return {
    boxes: slides?.map(boxesOf) ?? [],
    slides: slides?.map(text) ?? [],
    charts: charts ?? [],
    notes: notes?.map(text) ?? [],
    layouts: layouts?.map(text) ?? [],
    zip,
  };
}

type Box = { left: number; top: number; right: number; bottom: number };

/** Where everything on a slide stands, in inches. */
function boxesOf(xml: string): Box[] {
  const found = xml.matchAll(/<(?:a|p):xfrm[^>]*><a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/g);
  return [...found].flatMap(([, ...numbers]) => {
    const [left = 0, top = 0, width = 0, height = 0] = numbers.map((emu) => Number(emu) / 914_400);
    // The group that holds all of a slide has no size.
    return width === 0 && height === 0 ? [] : [{ left, top, right: left + width, bottom: top + height }];
  });
}

/** Values of each series of a chart, by their place, and how far its error bars reach up. */
const seriesOf = (xml: string, part: "val" | "plus" = "val") =>
  [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
    const values = new RegExp(`<c:${part}>.*?</c:${part}>`, "s").exec(series)?.[0] ?? "";
    const all = Array<number | null>(Number(/ptCount val="(\d+)"/.exec(values)?.[1] ?? 0)).fill(null);
    for (const [, at, value] of values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]+)<\/c:v>/g))
      all[Number(at)] = Number(value);
    return all;
  });

test("slides lead with what may be said, then figures, the picture, and what may not be said", async () => {
  const { slides } = await opened();
  const titles = [
    "Refund handling, phased roll-out",
    "What it was worth",
    "Did errors fall where people were trained?",
    "What may be said, and what not",
    "Decisions asked",
    "Of what these figures are",
  ];
  expect(slides.map((text) => titles.find((title) => text.startsWith(title)))).toEqual(titles);
  expect(slides[1]).toContain("€1.24m");
  expect(slides[1]).toContain("(€806k to €2.10m)");
  expect(slides[3]).toContain("It may not be said of sites outside the roll-out.");
  expect(slides[5]).toContain("Not signed: Hours per refund; =cmd|'/c calc'!A0");
  expect(slides[5]).toContain(
    "KPI values from CRM, ERP, service or production systems: 3 files, the last of 3 November 2026, data to 31 October 2026",
  );
});

test("charts are PowerPoint's own, made of the figures", async () => {
  const { charts, zip } = await opened();
  expect(charts).toHaveLength(1);
  const [trained, comparison] = seriesOf(charts[0] ?? "");
  expect(trained).toEqual([0.037, 0.0368, 0.0371, 0.034, 0.032, 0.031]);
  expect(comparison).toEqual([0.036, 0.0362, null, 0.0361, 0.0358, 0.036]);
  // An interval is a bar at its value, of the series it belongs to, not lines of their own.
  const [up, none] = seriesOf(charts[0] ?? "", "plus");
  expect(up).toEqual(Array.from({ length: 6 }, () => expect.closeTo(0.002, 9)));
  expect(none).toEqual([]);
  // An axis no program has to choose, with room for both ends.
  const end = (which: string) => Number(new RegExp(`<c:${which} val="([^"]+)"`).exec(charts[0] ?? "")?.[1]);
  expect(end("min")).toBeLessThanOrEqual(0.029);
  expect(end("max")).toBeGreaterThanOrEqual(0.0391);
  expect((end("max") - end("min")) / end("majorUnit")).toBeCloseTo(
    Math.round((end("max") - end("min")) / end("majorUnit")),
    9,
  );
  expect(charts[0]).toContain("0.0%");

  const embedded = Object.keys(zip.files).find((name) => /embeddings\/.*\.xlsx$/.test(name)) ?? "";
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await zip.file(embedded)?.async("nodebuffer")) as unknown as ExcelJS.Buffer);
  const sheet = book.getWorksheet("Sheet1");
  // What the chart refers to stands where it says.
  const [refers] = /<c:plus><c:numRef><c:f>Sheet1!\$([A-Z])\$2/.exec(charts[0] ?? "")?.slice(1) ?? [];
  expect(sheet?.getCell(`${refers}1`).value).toBe("Trained, up to the high end of 95%");
  expect(sheet?.getCell(`${refers}2`).value).toBeCloseTo(0.002, 9);
  expect(sheet?.getCell("A2").value).toBe("Jan 2026");
});

test("figures there is no room for go on to a slide of their own", async () => {
  const [block] = givenReport().blocks;
  const figures = block?.kind === "figures" ? Array.from({ length: 4 }, () => block.figures).flat() : [];
  const { slides } = await opened(
    givenReport({
      blocks: [
        {
          kind: "figures",
          title: "Operational KPIs",
          full: false,
          internal: false,
          figures: figures.map((one, at) => ({ ...one, label: `KPI number ${at};` })),
        },
      ],
    }),
  );
  expect(figures).toHaveLength(16);
  expect(slides.filter((text) => text.startsWith("Operational KPIs, ")).length).toBe(2);
  for (const [at] of figures.entries()) expect(slides.join()).toContain(`KPI number ${at};`);
});

test("the portfolio, intervals and bars have native charts, too", async () => {
  const chart = { kind: "chart" as const, full: false, internal: false, answer: "", caption: "" };
  const { charts } = await opened(
    givenReport({
      blocks: [
        {
          ...chart,
          title: "One",
          chart: {
            type: "portfolio",
            unit: "share",
            marks: [{ label: "A & B", value: 2, interval: [1, 4], grade: "B", size: 9 }],
          },
        },
        {
          ...chart,
          title: "Two",
          chart: { type: "intervals", unit: "money", rows: [{ label: "A", value: 5, interval: [1, 9], grade: null }] },
        },
        {
          ...chart,
          title: "Three",
          chart: {
            type: "bars",
            unit: "hours",
            rows: [
              { label: "A", value: 5 },
              { label: "B", value: 3 },
            ],
          },
        },
      ],
    }),
  );
  expect(charts.map((xml) => seriesOf(xml))).toEqual([[[2]], [[5]], [[3, 5]]]);
  expect(charts.map((xml) => seriesOf(xml, "plus"))).toEqual([[[2]], [[4]], [[]]]);
  expect(charts[0]).toContain("<c:barChart>");
  expect(charts[0]).toContain("A &amp; B (B): 200.0% (100.0% to 400.0%); spent €9");
  // A unit its marks do not say is named.
  expect(charts[1]).toContain("<a:t>EUR</a:t>");
  expect(charts[2]).toContain("<a:t>hours</a:t>");
});

const wordy = "What somebody took the time to write down in full, with every condition it depends on and more. ";

test.each([
  ["a usual report", givenReport()],
  [
    "a report far too long",
    givenReport({
      limits: Array.from({ length: 30 }, (_, at) => `${at} ${wordy}`),
      signatures: {
        used: 60,
        signed: 0,
        unsigned: Array.from({ length: 60 }, (_, at) => `${at} ${wordy}`),
        last: null,
      },
      blocks: givenReport().blocks.map((block) => {
        const own = { ...block, full: false };
        if (own.kind === "table")
          return { ...own, rows: own.rows.map((row) => ({ ...row, name: { text: wordy.repeat(3) } })) };
        if (own.kind === "list") return { ...own, items: Array.from({ length: 40 }, (_, at) => `${at} ${wordy}`) };
        return own.kind === "figures" ? { ...own, figures: [...own.figures, ...own.figures, ...own.figures] } : own;
      }),
    }),
  ],
])("nothing of %s lies outside its slide, on its foot or on something else", async (_, report) => {
  const { boxes } = await opened(report);
  for (const [slide, own] of boxes.entries()) {
    expect(own.length).toBeGreaterThan(slide === 0 ? 3 : 1);
    for (const [at, one] of own.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0.5);
      expect(one.right).toBeLessThanOrEqual(13.33 - 0.5);
      expect(one.top).toBeGreaterThanOrEqual(0.3);
      // The number of the slide stands in its foot.
      expect(one.bottom).toBeLessThanOrEqual(one.top > 6.95 ? 7.5 : 6.95);
      for (const other of own.slice(at + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const along = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        expect(across > 0.01 && along > 0.01).toBe(false);
      }
    }
  }
});

test("every slide carries date, data version, grade and signatures, and its sources in the notes", async () => {
  const { layouts, notes, slides } = await opened();
  const foot = layouts.find((text) => text.includes("Grade B: Strong"));
  for (const said of [
    "Łódź & Αθήνα Services",
    "Figures of 20 Nov 2026",
    "Data version 5f3c9a1be27d44089a1",
    "1 of 3 assumptions signed",
  ]) {
    expect(foot).toContain(said);
  }
  expect(notes).toHaveLength(slides.length);
  for (const note of notes) expect(note).toContain("In Throughline: /initiatives/1");
  expect(notes[1]).toContain("Counted benefit in the first year: €1.24m (€806k to €2.10m). From fewer errors");
});
