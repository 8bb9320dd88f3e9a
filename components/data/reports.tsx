"use client";
import { FactsTable } from "@/components/ui/facts-table";
import { useFormats } from "@/components/ui/formats-provider";
import { Section } from "@/components/ui/section";
import { StatusText } from "@/components/ui/status-text";
import { kindLabel } from "@/lib/intake/kind-words";
import type { Upload } from "@/lib/intake/read-upload";
import { ReportDetail } from "./report-detail";
import { isTaken } from "./upload-words";

type Report = NonNullable<Upload["reports"]>[number];
type Counts = Pick<Report, "rows" | "added" | "corrected" | "unchanged" | "rejected" | "parked">;
type ReportsProps = { reports: Report[]; isDryRun: boolean };

/** File by file: what would become of its rows, or became of them, and everything worth knowing about it. */
export function Reports({ reports, isDryRun }: ReportsProps) {
  const formats = useFormats();
  // Of a file that was refused nobody knows what its rows are.
  const count = (report: Report, name: keyof Counts) => (isTaken(report) ? formats.number(report[name]) : null);
  const rows = reports.map((report, at) => ({
    id: `${at} ${report.fileName}`,
    cells: {
      file: {
        text: report.fileName,
        node: (
          <>
            <span className="block min-w-32 wrap-anywhere">{report.fileName}</span>
            <span className="block text-caption font-normal text-ink-3">{kindLabel(report.kind)}</span>
          </>
        ),
      },
      result: { text: report.status, node: <span className="whitespace-nowrap">{resultOf(report, isDryRun)}</span> },
      rows: count(report, "rows"),
      added: count(report, "added"),
      corrected: count(report, "corrected"),
      unchanged: count(report, "unchanged"),
      rejected: count(report, "rejected"),
      parked: count(report, "parked"),
    },
  }));
  const notable = reports.filter(
    ({ error, faults, notices, difference }) =>
      error || faults.length > 0 || notices.length > 0 || Object.keys(difference).length > 0,
  );
  return (
    <>
      <Section title={isDryRun ? "What would change" : "What came of it"}>
        <FactsTable
          caption="Rows of each file"
          hideCaption
          columns={[
            { id: "file", header: "File" },
            { id: "result", header: "Result" },
            { id: "rows", header: "Rows", align: "end", wide: true },
            { id: "added", header: "New", align: "end" },
            { id: "rejected", header: "Rejected", align: "end" },
            { id: "corrected", header: "Corrected", align: "end" },
            { id: "unchanged", header: "Here already", align: "end" },
            { id: "parked", header: "Waiting", align: "end" },
          ]}
          rows={rows}
        />
      </Section>
      {notable.length > 0 ? (
        <Section title="Worth a look">
          {notable.map((report) => (
            <ReportDetail key={`${report.fileName} ${report.batchId}`} report={report} />
          ))}
        </Section>
      ) : null}
    </>
  );
}

function resultOf(report: Report, isDryRun: boolean) {
  if (!isTaken(report))
    return <StatusText status="fail">{report.status === "failed" ? "Failed" : "Refused"}</StatusText>;
  if (report.rejected > 0)
    return <StatusText status="warn">{isDryRun ? "Can be taken in part" : "Taken in part"}</StatusText>;
  return <StatusText status="pass">{isDryRun ? "Can be taken" : "Taken"}</StatusText>;
}
