import { FactsTable } from "@/components/ui/facts-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Support } from "@/lib/team/support-log/read-support";
import { supportKindWords } from "@/lib/team/support-log/support-words";

export function OwnSupport({ support, formats }: { support: readonly Support[]; formats: Formats }) {
  if (support.length === 0) return <Empty title="Nothing was logged in the last year" />;
  return (
    <FactsTable
      caption="What a manager did for you, newest first"
      hideCaption
      columns={[
        { id: "on", header: "When" },
        { id: "kind", header: "What" },
        { id: "skill", header: "Skill" },
        { id: "note", header: "Note", wide: true },
        { id: "by", header: "Logged by", wide: true },
      ]}
      rows={support.map(({ id, doneOn, kind, skill, note, by }) => ({
        id,
        cells: { on: formats.shortDate(doneOn), kind: supportKindWords[kind].label, skill, note, by },
      }))}
    />
  );
}
