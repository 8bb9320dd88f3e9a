"use client";
import Link from "next/link";
import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import { useFormats } from "@/components/ui/formats-provider";
import type { Column, Row } from "@/components/ui/table-types";
import type { Upload } from "@/lib/intake/read-upload";
import { RejectedLink } from "./rejected-link";

type Report = NonNullable<Upload["reports"]>[number];

const mostShown = 100;

const columns: Column[] = [
  { id: "line", header: "Line" },
  { id: "column", header: "Column" },
  { id: "value", header: "Value" },
  { id: "reason", header: "Reason" },
];

/** What is to know about one file: why it was refused, what it changes, which rows were not taken and why. */
export function ReportDetail({ report }: { report: Report }) {
  const formats = useFormats();
  const { fileName, error, faults, notices, difference, rejected, batchId } = report;
  const lineFaults = faults.filter(({ reason }) => reason !== error);
  const rows = lineFaults.map(toRow);
  const changes = Object.entries(difference).map(([word, count]) => `${formats.number(count)} ${word}`);
  return (
    <article className="mb-8">
      <h3 className="mb-1 text-lead wrap-anywhere">{fileName}</h3>
      {error ? <p className="max-w-prose font-medium">{ended(error)}</p> : null}
      {report.kind === null ? (
        <p className="max-w-prose text-ink-2">
          Name it as its template is named, people.csv for example, and send it again.{" "}
          <Link href="/data/files" className="link">
            File formats
          </Link>
        </p>
      ) : null}
      {changes.length > 0 ? <p>People: {changes.join(", ")}.</p> : null}
      {notices.map((notice) => (
        <p key={notice} className="max-w-prose text-ink-2">
          {ended(notice)}
        </p>
      ))}
      {rows.length > 0 ? (
        <div className="mt-3 space-y-2">
          <FactsTable
            columns={columns}
            rows={rows.slice(0, mostShown)}
            caption={captionOf(rows.length, rejected, formats)}
          />
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {batchId ? (
              <RejectedLink batchId={batchId} fileName={fileName} rejected={rejected} />
            ) : (
              <DownloadCsv columns={columns} rows={rows} fileName={`${fileName.replace(/\W+/g, "-")}-faults.csv`} />
            )}
          </div>
        </div>
      ) : null}
    </article>
  );
}

function toRow({ line, column, value, reason }: Report["faults"][number], at: number): Row {
  return {
    id: String(at),
    cells: {
      line: line > 0 ? line : null,
      column: column || null,
      value:
        value === null ? null : { text: value, node: <code className="block min-w-20 wrap-anywhere">{value}</code> },
      reason,
    },
  };
}

function captionOf(faults: number, rejected: number, formats: ReturnType<typeof useFormats>): string {
  const rows = rejected === 1 ? "One row is" : `${formats.number(rejected)} rows are`;
  const all = `${rows} not taken`;
  return faults > mostShown ? `${all}; the first ${mostShown} faults` : all;
}

const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
