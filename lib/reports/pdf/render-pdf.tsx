import "server-only";
import { renderToBuffer } from "@react-pdf/renderer";
import { formatsFor } from "@/lib/format/formats";
import type { ReportDocument } from "@/lib/reports/document";
import { drawable } from "./drawable";
import { isDrawn, loadFonts } from "./fonts";
import { FullReport } from "./full-report";
import { OnePage } from "./one-page";
import { type Fit, grownFits, leastFits } from "./one-page-fits";

/** The whole report as A4 pages, from nothing but the document. */
export async function renderFullPdf(document: ReportDocument): Promise<Buffer> {
  await loadFonts();
  const report = drawable(document, isDrawn);
  return renderToBuffer(<FullReport report={report} formats={formatsFor(report)} />);
}

/**
 * The report on one A4 page: as many of its parts as fit, with as much in each as there is room for. What is left out is said on the page and stands in the
 * full report.
 * @throws Error where not even the least of it fits
 */
export async function renderOnePagePdf(document: ReportDocument): Promise<Buffer> {
  await loadFonts();
  const report = drawable(document, isDrawn);
  const formats = formatsFor(report);
  const draw = async (fit: Fit): Promise<Drawn | null> => {
    const file = await renderToBuffer(<OnePage report={report} formats={formats} fit={fit} />);
    return pagesOf(file) === 1 ? { fit, file } : null;
  };
  const least = leastFits(report);
  const [all] = least.slice(-1).flatMap((fit) => grownFits(report, fit).slice(-1));
  const whole = all && (await draw(all));
  if (whole) return whole.file;
  const parts = await mostThatFits(least, draw);
  if (!parts) throw new Error(`The report "${document.title}" does not fit on a page`);
  return ((await mostThatFits(grownFits(report, parts.fit).slice(1), draw)) ?? parts).file;
}

type Drawn = { fit: Fit; file: Buffer };

/** The last that fits, looked for by halves. */
async function mostThatFits(fits: readonly Fit[], draw: (fit: Fit) => Promise<Drawn | null>): Promise<Drawn | null> {
  let best: Drawn | null = null;
  let [from, to] = [0, fits.length - 1];
  while (from <= to) {
    const at = Math.floor((from + to) / 2);
    const fit = fits[at];
    const drawn = fit ? await draw(fit) : null;
    if (drawn) {
      best = drawn;
      from = at + 1;
    } else to = at - 1;
  }
  return best;
}

/** Page objects are never compressed, so they can be counted in the file. */
const pagesOf = (file: Buffer) => file.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
