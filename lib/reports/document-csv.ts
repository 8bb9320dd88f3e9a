import { stringify } from "csv-stringify/sync";
import { chartData } from "./chart-data";
import type { ReportDocument } from "./document";
import { imprintOf } from "./imprint";

const options = { header: true, bom: true, escape_formulas: true, record_delimiter: "windows" } as const;

/**
 * A report as CSV: one row for each figure with what limits it, or one table or chart by its title. Figures in full precision. Null where the report has no
 * such table.
 */
export function documentCsv(report: ReportDocument, title: string | null): string | null {
  if (title === null) return figuresCsv(report);
  const block = report.blocks.find((one) => one.title === title);
  if (block?.kind === "chart") {
    const { header, rows } = chartData(block.chart);
    return stringify(rows, { ...options, columns: header.map(({ name }) => name) });
  }
  if (block?.kind !== "table") return null;
  const records = block.rows.map((row) => block.columns.map(({ id }) => row[id]?.value ?? row[id]?.text ?? ""));
  return stringify(records, { ...options, columns: block.columns.map(({ header }) => header) });
}

function figuresCsv(report: ReportDocument): string {
  const { made, data, sources, filters, signatures, unsigned } = imprintOf(report);
  const about = {
    report: report.title,
    may_be_said: report.lead,
    limits: report.limits.join("; "),
    data_version: data.replace("Data version ", ""),
    sources: sources.join("; "),
    made,
    filters,
    signatures,
    not_signed: unsigned.join("; "),
  };
  const rows = report.blocks.flatMap((block) =>
    block.kind === "figures"
      ? block.figures.map(({ id, label, text, value, unit, interval, intervalText, grade, note }) => ({
          part: block.title,
          figure: id,
          name: label,
          value,
          unit: unit === "money" ? report.currency : unit,
          low: interval?.[0],
          high: interval?.[1],
          written: [text, intervalText].filter(Boolean).join(" "),
          grade,
          note,
          ...about,
        }))
      : [],
  );
  return stringify(rows, options);
}
