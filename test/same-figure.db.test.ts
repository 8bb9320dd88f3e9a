import ExcelJS from "exceljs";
import JSZip from "jszip";
import { afterAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { costs } from "@/db/schema/costs";
import { assumptions } from "@/db/schema/money";
import { buildInitiativeDocument } from "@/lib/reports/build-initiative-document";
import { buildRoiDocument } from "@/lib/reports/build-roi-document";
import type { ReportDocument, ReportFigure } from "@/lib/reports/document";
import { documentCsv } from "@/lib/reports/document-csv";
import { renderFullPdf, renderOnePagePdf } from "@/lib/reports/pdf/render-pdf";
import { renderSlides } from "@/lib/reports/slides/render-slides";
import { renderWorkbook } from "@/lib/reports/workbook/render-workbook";
import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { readMoney } from "@/lib/roi/results/read-money";
import { inTenant } from "@/lib/server/tenant-access";
import { givenBenefitLine, givenCaseStudy } from "./given-case-study";
import { pdfPages } from "./pdf-pages";

vi.setConfig({ testTimeout: 180_000 });
afterAll(closePool);

async function given() {
  const study = await givenCaseStudy();
  const { orgId, initiativeId } = study;
  await givenBenefitLine(study, {
    volume: { value: 900, low: 800, high: 1000 },
    value_per_unit: { value: 55, low: 30, high: 90 },
  });
  await inTenant(orgId, async (tx) => {
    await tx.insert(costs).values([
      { orgId, initiativeId, item: "Design", kind: "content", amount: 60_123 },
      { orgId, initiativeId, item: "Coaches", kind: "facilitation", amount: 24_456 },
    ]);
    const shared = { orgId, origin: "stated" as const, source: "Finance" };
    await tx.insert(assumptions).values({ ...shared, key: "discount_rate", unit: "share a year", value: 0.08 });
  });
  return study;
}

/** Every format of a report as text, and the numbers of its workbook. */
async function formatsOf(report: ReportDocument, workbook: Buffer) {
  const text = async (file: Buffer) => (await pdfPages(file)).pages.map((page) => page.text).join(" ");
  const zip = await JSZip.loadAsync(await renderSlides(report));
  const slides = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map((name) => zip.file(name)?.async("text") ?? ""),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbook as unknown as ExcelJS.Buffer);
  const numbers = new Set<number>();
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell(({ value, result }) => {
        for (const one of [value, result]) if (typeof one === "number") numbers.add(one);
      }),
    ),
  );
  return {
    onePage: await text(await renderOnePagePdf(report)),
    full: await text(await renderFullPdf(report)),
    slides: slides.join(" "),
    csv: documentCsv(report, null) ?? "",
    numbers,
  };
}

const figuresOf = (report: ReportDocument): ReportFigure[] =>
  report.blocks.flatMap((block) => (block.kind === "figures" ? block.figures : []));
/** PDFs and slides set spaces as they like. */
const plain = (text: string) => text.replace(/\s+/g, " ");

async function expectEverywhere(report: ReportDocument, expected: Record<string, number>, workbook: Buffer) {
  const found = await formatsOf(report, workbook);
  const figures = figuresOf(report);
  for (const [id, value] of Object.entries(expected)) {
    const figure = figures.find((one) => one.id === id);
    expect(figure?.value, id).toBe(value);
    const written = plain(figure?.text ?? "");
    expect(plain(found.full), id).toContain(written);
    expect(plain(found.slides), id).toContain(written);
    expect(found.csv, id).toContain(`${id},${figure?.label},${value},`);
    expect(
      [...found.numbers].some((one) => Math.abs(one - value) <= 1e-9 * Math.abs(value)),
      `${id} in the workbook`,
    ).toBe(true);
  }
  const [first] = figures;
  expect(plain(found.onePage)).toContain(plain(first?.text ?? ""));
}

test("an initiative's figures are the same in the read model, PDF, slides, workbook and CSV", async () => {
  const study = await given();
  const viewer = study.as("executive");
  const money = await readMoney(viewer, study.initiativeId);
  const report = await buildInitiativeDocument(viewer, { initiativeId: study.initiativeId });
  if (!money || !report) throw new Error("There is nothing to report");
  const { result } = money;
  await expectEverywhere(
    report,
    {
      benefit: result.benefit.central,
      cost: result.cost.total,
      net: result.net.central,
      roi: result.returnOnInvestment?.central ?? Number.NaN,
      loss: result.lossProbability,
      present_value: result.presentValue?.central ?? Number.NaN,
      break_even: result.breakEven?.multiple ?? Number.NaN,
    },
    await renderWorkbook(report, money),
  );
  expect(report.signatures).toMatchObject({ used: money.used, signed: money.signed });
});

test("the portfolio's figures are the same in the API's answer, PDF, slides, workbook and CSV", async () => {
  const study = await given();
  const viewer = study.as("executive");
  // The route answers with what this gives, as JSON (app/api/roi/route.ts).
  const { roi } = JSON.parse(JSON.stringify(await readRoi(viewer))) as Awaited<ReturnType<typeof readRoi>>;
  const report = await buildRoiDocument(viewer, null);
  if (!report) throw new Error("There is nothing to report");
  const { rollUp } = roi;
  await expectEverywhere(
    report,
    {
      spent: rollUp.spent,
      benefit: rollUp.benefit.central,
      net: rollUp.net.central,
      roi: rollUp.returnOnInvestment?.central ?? Number.NaN,
      loss: rollUp.lossProbability,
    },
    await renderWorkbook(report),
  );
  expect(report.signatures).toEqual(roi.signatures);
});
