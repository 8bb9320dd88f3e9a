import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import type { CountedTable } from "@/lib/governance/read-own-tables";

/** What is stored about oneself, what for, and who sees it. */
export function StoredTable({ tables, formats }: { tables: readonly CountedTable[]; formats: Formats }) {
  const stored = tables.filter(({ rows }) => rows > 0);
  const none = tables.filter(({ rows }) => rows === 0);
  return (
    <>
      <FactsTable
        caption="What is stored about you"
        hideCaption
        columns={[
          { id: "what", header: "What" },
          { id: "rows", header: "Rows", align: "end" },
          { id: "use", header: "What for" },
          { id: "seenBy", header: "Who sees it beside you", wide: true },
        ]}
        rows={stored.map(({ table, label, use, seenBy, rows, development }) => ({
          id: table,
          cells: {
            what: development ? { text: label, node: <Development label={label} /> } : label,
            rows: { text: formats.number(rows), sort: rows },
            use,
            seenBy,
          },
        }))}
      />
      {none.length > 0 ? (
        <p className="mt-3 max-w-prose text-table text-ink-2">
          Could be stored, but nothing is: {none.map(({ label }) => label.toLowerCase()).join("; ")}.
        </p>
      ) : null}
    </>
  );
}

function Development({ label }: { label: string }) {
  return (
    <>
      {label}
      <span className="block text-caption text-ink-3">development evidence</span>
    </>
  );
}
