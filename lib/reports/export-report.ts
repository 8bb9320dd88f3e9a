import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import type { ReportDocument } from "./document";
import { documentCsv } from "./document-csv";
import type { ReportFormat } from "./formats";
import { renderFullPdf, renderOnePagePdf } from "./pdf/render-pdf";
import { renderSlides } from "./slides/render-slides";
import { renderWorkbook } from "./workbook/render-workbook";

export type ReportFile = { name: string; type: string; body: Buffer | string };

type Asked = {
  report: ReportDocument;
  /** Of an initiative: its workbook then computes. */
  money?: InitiativeMoney | null;
  format: ReportFormat;
  /** Of CSV: one table of the report by its title. */
  table?: string | null;
  subject?: string;
};

/** A report as a file. Who took it away, of what and in which format, stands in the audit log. Null where it has no such table. */
export async function exportReport(
  viewer: Viewer,
  { report, money, format, table = null, subject }: Asked,
): Promise<ReportFile | null> {
  const body = await render(report, format, { money: money ?? null, table });
  if (body === null) return null;
  const { kind, dataVersion, title, madeAt } = report;
  await recordExport(viewer, {
    ...(subject && { subject }),
    detail: { kind, format: format.id, dataVersion },
  });
  const name = [
    kind,
    slug(title),
    ...(table ? [slug(table)] : []),
    ...(format.id === "pdf-full" ? ["full"] : []),
    madeAt.slice(0, 10),
  ];
  return { name: `${name.join("-")}.${format.extension}`, type: format.type, body };
}

function render(
  report: ReportDocument,
  { id }: ReportFormat,
  { money, table }: { money: InitiativeMoney | null; table: string | null },
): Promise<Buffer> | string | null {
  switch (id) {
    case "pdf":
      return renderOnePagePdf(report);
    case "pdf-full":
      return renderFullPdf(report);
    case "pptx":
      return renderSlides(report);
    case "xlsx":
      return renderWorkbook(report, money);
    case "csv":
      return documentCsv(report, table);
  }
}

type Kept = { subject?: string; detail: Record<string, unknown> };

/** Whoever could build the report may take it away: the reads it is built of have asked for their permission. */
const recordExport = query("self.read", (tx, trace: Kept, viewer) => leaveTrace(tx, viewer, "report.export", trace));

/** `Refund handling, phased roll-out` is `refund-handling-phased-roll-out`; letters of every script stay. */
const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
