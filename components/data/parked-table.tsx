import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import { kindLabel } from "@/lib/intake/kind-words";
import type { ParkedRows } from "@/lib/intake/read-parked-rows";

type ParkedTableProps = { parked: ParkedRows; formats: Formats };

/** Whom rows wait for, those with most rows first. */
export function ParkedTable({ parked: { identities, allIdentities }, formats }: ParkedTableProps) {
  const all = allIdentities > identities.length;
  return (
    <DataTable
      id="waiting"
      caption={all ? `The ${identities.length} people with most rows waiting` : "People that rows wait for"}
      hideCaption={!all}
      csv="waiting-rows.csv"
      columns={[
        { id: "identity", header: "Named in the files as" },
        { id: "rows", header: "Rows", align: "end" },
        { id: "kinds", header: "About" },
        { id: "files", header: "Files", wide: true },
        { id: "since", header: "Since" },
      ]}
      rows={identities.map(({ identity, rows, kinds, files, since }) => ({
        id: identity,
        cells: {
          identity,
          rows: { text: formats.number(rows), sort: rows },
          kinds: kinds.map(kindLabel).join(", "),
          files: files.join(", "),
          since: { text: formats.shortDate(since), sort: since },
        },
      }))}
    />
  );
}
