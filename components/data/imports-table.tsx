import { FactsTable } from "@/components/ui/facts-table";
import { StatusText } from "@/components/ui/status-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { kindLabel } from "@/lib/intake/kind-words";
import type { ImportedBatch } from "@/lib/intake/read-imports";
import { RejectedLink } from "./rejected-link";
import { UndoImport } from "./undo-import";

const words = {
  waiting: ["waiting", "Waiting"],
  running: ["running", "Running"],
  done: ["pass", "Taken"],
  refused: ["fail", "Refused"],
  failed: ["fail", "Failed"],
} as const;

type ImportsTableProps = { batches: ImportedBatch[]; formats: Formats; mayUndo: boolean };

/** Who sent what when, and what came of it. */
export function ImportsTable({ batches, formats, mayUndo }: ImportsTableProps) {
  const count = (value: number): Cell => ({ text: formats.number(value), sort: value });
  return (
    <FactsTable
      caption="Imported files, newest first"
      hideCaption
      columns={[
        { id: "file", header: "File" },
        { id: "when", header: "When and who" },
        { id: "status", header: "Status" },
        { id: "added", header: "New", align: "end" },
        { id: "corrected", header: "Corrected", align: "end" },
        { id: "unchanged", header: "Here already", align: "end" },
        { id: "parked", header: "Waiting", align: "end" },
        { id: "rejected", header: "Rejected", align: "end" },
        ...(mayUndo ? [{ id: "undo", header: "Undo" }] : []),
      ]}
      rows={batches.map((batch) => ({
        id: batch.id,
        cells: {
          file: { text: batch.fileName, node: <FileCell batch={batch} /> },
          when: { text: formats.moment(batch.startedAt), node: <WhenCell batch={batch} formats={formats} /> },
          status: {
            text: batch.status,
            node: <StatusCell status={batch.status} />,
          },
          added: count(batch.added),
          corrected: count(batch.corrected),
          unchanged: count(batch.unchanged),
          parked: count(batch.parked),
          rejected: {
            text: formats.number(batch.rejected),
            node: <RejectedCell batch={batch} formats={formats} />,
          },
          undo: mayUndo && batch.status === "done" ? { text: "Undo", node: <UndoImport batch={batch} /> } : null,
        },
      }))}
    />
  );
}

function StatusCell({ status }: Pick<ImportedBatch, "status">) {
  if (status === "undone") return <span className="font-medium text-ink-2">Undone</span>;
  const [look, word] = words[status];
  return <StatusText status={look}>{word}</StatusText>;
}

function FileCell({ batch: { fileName, kind, initiativeCode, error, notices } }: { batch: ImportedBatch }) {
  return (
    <span className="block min-w-48 max-w-sm">
      <span className="wrap-anywhere">{fileName}</span>
      <span className="block text-caption font-normal text-ink-3">
        {kindLabel(kind)}
        {initiativeCode ? `, ${initiativeCode}` : ""}
      </span>
      {[...(error ? [error] : []), ...notices].map((sentence) => (
        <span key={sentence} className="mt-1 block text-caption font-normal text-ink-2">
          {sentence}
        </span>
      ))}
    </span>
  );
}

function WhenCell({ batch, formats }: { batch: ImportedBatch; formats: Formats }) {
  const undone = batch.undoneAt
    ? `Undone ${formats.moment(batch.undoneAt)}${batch.undoneBy ? ` by ${batch.undoneBy}` : ""}`
    : "";
  return (
    <span className="block min-w-36">
      {formats.moment(batch.startedAt)}
      <span className="block text-caption text-ink-3">{batch.startedBy ?? "Command line"}</span>
      {undone ? <span className="block text-caption text-ink-2">{undone}</span> : null}
    </span>
  );
}

function RejectedCell({ batch, formats }: { batch: ImportedBatch; formats: Formats }) {
  if (batch.rejected === 0 || batch.kind === "study") return formats.number(batch.rejected);
  return <RejectedLink batchId={batch.id} fileName={batch.fileName} rejected={batch.rejected} brief />;
}
