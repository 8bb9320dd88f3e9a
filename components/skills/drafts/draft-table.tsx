import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { ListedDraft } from "@/lib/skills/drafts/read-drafts";
import { draftStatusWords } from "./draft-status-words";

const columns: Column[] = [
  { id: "title", header: "Draft" },
  { id: "status", header: "Status", whole: true },
  { id: "author", header: "Started by", wide: true },
  { id: "changes", header: "Changes", align: "end" },
  { id: "changed", header: "Last changed", align: "end", wide: true },
  { id: "age", header: "Age", align: "end", wide: true },
];

export function DraftTable({ drafts, formats, now }: { drafts: readonly ListedDraft[]; formats: Formats; now: Date }) {
  const rows = drafts.map((draft) => ({
    id: draft.id,
    cells: {
      title: { text: draft.title, href: `/skills/drafts/${draft.id}` },
      status:
        draft.publishedAs === null
          ? draftStatusWords[draft.status]
          : `${draftStatusWords[draft.status]} as version ${draft.publishedAs}`,
      author: draft.author ?? "Somebody who has left",
      changes: { text: formats.number(draft.changes), sort: draft.changes },
      changed: { text: formats.date(draft.changedAt), sort: draft.changedAt.toISOString() },
      age: { text: formats.age(draft.createdAt, now), sort: draft.createdAt.toISOString() },
    },
  }));
  return <DataTable id="drafts" caption="Drafts" hideCaption columns={columns} rows={rows} csv="drafts" filter />;
}
