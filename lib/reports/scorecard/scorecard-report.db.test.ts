import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { addAnnotation } from "@/lib/marks/annotations/write-annotation";
import { setGuardrail } from "@/lib/marks/guardrails/set-guardrail";
import { buildScorecardDocument } from "@/lib/reports/build-scorecard-document";
import { documentCsv } from "@/lib/reports/document-csv";
import { renderFullPdf, renderOnePagePdf } from "@/lib/reports/pdf/render-pdf";
import { renderSlides } from "@/lib/reports/slides/render-slides";
import { renderWorkbook } from "@/lib/reports/workbook/render-workbook";
import { parseRequest } from "@/lib/scorecard/input";
import { knownPeople } from "@/lib/sharing/names-in";
import { scrubbed } from "@/lib/sharing/scrub";
import { setTarget } from "@/lib/targets/targets";
import { pdfText, plain, slidesText, workbookRows } from "@/test/file-texts";
import { givenScorecard } from "@/test/given-scorecard";
import { givenTwoLeads } from "@/test/given-two-leads";

vi.setConfig({ testTimeout: 180_000 });
afterAll(closePool);

const href = "/scorecard";
const remark = "The tip came to every phone";

async function reported({ isMarked }: { isMarked: boolean }) {
  const { given } = await givenScorecard();
  const [lead] = await givenTwoLeads(given);
  if (isMarked) {
    await setTarget(lead, { metric: "reach", target: 0.97, basedOn: null });
    const guard = {
      metric: "reach",
      side: "below",
      bound: 0.99,
      because: "Nobody is left behind",
      basedOn: null,
    } as const;
    await setGuardrail(lead, guard);
    await addAnnotation(lead, { entryId: randomUUID(), metric: "reach", unitId: null, on: "2026-05-04", text: remark });
  }
  const request = parseRequest({ period: "2026-Q2", against: "previous" });
  const report = request && (await buildScorecardDocument(lead, { request, href }));
  if (!report) throw new Error("There is nothing to report");
  return report;
}

test("a file of the scorecard says what its page says: targets that are not reached, guardrails that are crossed, remarks", async () => {
  const report = await reported({ isMarked: true });
  const rows = await workbookRows(await renderWorkbook(report));
  const files = {
    onePage: await pdfText(await renderOnePagePdf(report)),
    full: await pdfText(await renderFullPdf(report)),
    slides: await slidesText(await renderSlides(report)),
    workbook: plain(rows.flat().join(" ")),
    csv: plain(documentCsv(report, null) ?? ""),
  };
  for (const [name, text] of Object.entries(files)) {
    if (name !== "onePage") expect(text, name).toContain("Target 97.0% not reached, 32.0 points to go");
    if (name !== "onePage") expect(text, name).toContain("Guardrail: no less than 99.0%, crossed");
    if (name !== "csv")
      expect(text, name).toContain("Reached at all: 65.0%, target 97.0% not reached, 32.0 points to go");
    if (name !== "csv") expect(text, name).toContain("Reached at all: 65.0%, and should be no less than 99.0%");
    if (name === "full" || name === "workbook") {
      expect(text, name).toContain("Nobody is left behind");
      expect(text, name).toContain(remark);
      expect(text, name).toContain("Ada Example");
    }
  }
  expect(rows.flat()).toContain(0.97);
  // What people wrote for each other, and who they are, stays inside.
  expect(JSON.stringify(scrubbed(report, knownPeople([])))).not.toMatch(/every phone|Ada Example/);
});

test("where nothing is set and nobody wrote anything, nothing is said of it", async () => {
  const report = await reported({ isMarked: false });
  expect(report.blocks.map(({ title }) => title)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/uardrail|Targets|Remarks/)]),
  );
});
