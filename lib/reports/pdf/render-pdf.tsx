import "server-only";
import { renderToBuffer } from "@react-pdf/renderer";
import { formatsFor } from "@/lib/format/formats";
import type { ReportDocument } from "@/lib/reports/document";
import { drawable } from "./drawable";
import { isDrawn, loadFonts } from "./fonts";
import { FullReport } from "./full-report";
import { OnePage, onePageFits } from "./one-page";

/** The whole report as A4 pages, from nothing but the document. */
export async function renderFullPdf(document: ReportDocument): Promise<Buffer> {
  await loadFonts();
  const report = drawable(document, isDrawn);
  return renderToBuffer(<FullReport report={report} formats={formatsFor(report)} />);
}

/**
 * The report on one A4 page. What is left out where it would not fit is said on the page and stands in the full report.
 * @throws Error where not even the least of it fits
 */
export async function renderOnePagePdf(document: ReportDocument): Promise<Buffer> {
  await loadFonts();
  const report = drawable(document, isDrawn);
  for (const fit of onePageFits) {
    const file = await renderToBuffer(<OnePage report={report} formats={formatsFor(report)} fit={fit} />);
    if (pagesOf(file) === 1) return file;
  }
  throw new Error(`The report "${document.title}" does not fit on a page`);
}

/** Page objects are never compressed, so they can be counted in the file. */
const pagesOf = (file: Buffer) => file.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
