import type { ReactNode } from "react";
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
        { id: "kind", header: "Source", rowHeader: true },
        { id: "feeds", header: "What it feeds", wide: true },
        { id: "last", header: "Last import" },
        { id: "newest", header: "Newest fact" },
        { id: "added", header: "Rows", align: "end" },
        { id: "rejected", header: "Rejected", align: "end", wide: true },
        { id: "waiting", header: "Waiting", align: "end", wide: true },
      ]}
      rows={kindsInOrder.map((kind) => {
        const source = found.get(kind);
        const { label, from, feeds } = kindWords[kind];
        const name = { text: label, node: <Beneath text={`Usually from ${from}`}>{label}</Beneath> };
        if (!source) return { id: kind, cells: { kind: name, feeds, last: "not yet" } };
        return {
          id: kind,
          cells: {
            kind: name,
            feeds,
            last: {
              text: formats.age(source.lastImport, now),
              node: (
                <Beneath text={source.lastFile}>
                  <time dateTime={source.lastImport.toISOString()} title={formats.moment(source.lastImport)}>
                    {formats.age(source.lastImport, now)}
                  </time>
                </Beneath>
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

function Beneath({ text, children }: { text: string; children: ReactNode }) {
  return (
    <>
      {children}
      <span className="block text-caption font-normal [overflow-wrap:anywhere] text-ink-3">{text}</span>
    </>
  );
}
