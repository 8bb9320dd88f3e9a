import { FactsTable } from "@/components/ui/facts-table";
import type { Fault } from "@/lib/intake/fault";

/** What could not be read, by file, line and column. */
export function FileFaults({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <FactsTable
      caption={`Could not be read, and left out (${faults.length === 200 ? "the first 200" : faults.length})`}
      columns={[
        { id: "file", header: "File", rowHeader: true },
        { id: "line", header: "Line", align: "end" },
        { id: "column", header: "Column" },
        { id: "value", header: "Value", wide: true },
        { id: "reason", header: "Reason" },
      ]}
      rows={faults.map(({ file, line, column, value, reason }, at) => ({
        id: String(at),
        cells: { file, line: line === 0 ? "" : line, column, value: value ?? "", reason },
      }))}
    />
  );
}
