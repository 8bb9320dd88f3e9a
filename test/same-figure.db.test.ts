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
import { pdfText, plain, slidesText, workbookRows } from "./file-texts";
import { givenBenefitLine, givenCaseStudy } from "./given-case-study";

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

/** Every format of a report as text, and the rows of its workbook. */
const formatsOf = async (report: ReportDocument, workbook: Buffer) => ({
  onePage: await pdfText(await renderOnePagePdf(report)),
  full: await pdfText(await renderFullPdf(report)),
  slides: await slidesText(await renderSlides(report)),
  csv: documentCsv(report, null) ?? "",
  rows: await workbookRows(workbook),
});

const figuresOf = (report: ReportDocument): ReportFigure[] =>
  report.blocks.flatMap((block) => (block.kind === "figures" ? block.figures : []));

async function expectEverywhere(report: ReportDocument, expected: Record<string, number>, workbook: Buffer) {
  const found = await formatsOf(report, workbook);
  const figures = figuresOf(report);
  for (const [id, value] of Object.entries(expected)) {
    const figure = figures.find((one) => one.id === id);
    expect(figure?.value, id).toBe(value);
    const written = plain(figure?.text ?? "");
    expect(found.full, id).toContain(written);
    expect(found.slides, id).toContain(written);
    expect(found.csv, id).toContain(`${id},${figure?.label},${value},`);
    const rows = found.rows.filter(([label]) => String(label).startsWith(figure?.label ?? "?"));
    expect(
      rows.flat().some((one) => typeof one === "number" && Math.abs(one - value) <= 1e-9 * Math.abs(value)),
      `${id} in the workbook`,
    ).toBe(true);
  }
  const [first] = figures;
  expect(found.onePage).toContain(plain(first?.text ?? ""));
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
