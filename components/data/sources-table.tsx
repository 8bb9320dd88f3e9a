import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import { kindsInOrder, kindWords } from "@/lib/intake/kind-words";
import type { Source } from "@/lib/intake/read-sources";

type SourcesTableProps = { sources: Source[]; formats: Formats; now: Date };

/** Every kind of file with its freshness; what was never imported stands there, too, because it is missing somewhere. */
export function SourcesTable({ sources, formats, now }: SourcesTableProps) {
  const found = new Map(sources.map((source) => [source.kind, source]));
  return (
    <FactsTable
      caption="Freshness of each kind of data"
      hideCaption
      columns={[
        { id: "kind", header: "Source" },
        { id: "last", header: "Last import" },
        { id: "newest", header: "Newest fact" },
        { id: "added", header: "Rows", align: "end" },
        { id: "rejected", header: "Rejected", align: "end", wide: true },
        { id: "waiting", header: "Waiting", align: "end", wide: true },
      ]}
      rows={kindsInOrder.map((kind) => {
        const source = found.get(kind);
        const { label } = kindWords[kind];
        if (!source) return { id: kind, cells: { kind: label, last: "not yet" } };
        return {
          id: kind,
          cells: {
            kind: label,
            last: {
              text: formats.age(source.lastImport, now),
              node: (
                <time dateTime={source.lastImport.toISOString()} title={formats.moment(source.lastImport)}>
                  {formats.age(source.lastImport, now)}
                </time>
              ),
            },
            newest: source.newestFact ? formats.shortDate(source.newestFact) : null,
            added: formats.number(source.added),
            rejected: formats.number(source.rejected),
            waiting: formats.number(source.waiting),
          },
        };
      })}
    />
  );
}
