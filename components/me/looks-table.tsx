import { FactsTable } from "@/components/ui/facts-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { actionWords } from "@/lib/governance/action-words";
import type { Look } from "@/lib/governance/own-record";

export function LooksTable({ looks, formats }: { looks: readonly Look[]; formats: Formats }) {
  if (looks.length === 0) {
    return <Empty title="Nobody looked at anything of yours">A look at your own evidence leaves a row here.</Empty>;
  }
  return (
    <FactsTable
      caption="Who looked at or changed something about you, newest first"
      hideCaption
      columns={[
        { id: "at", header: "When" },
        { id: "actor", header: "Who" },
        { id: "action", header: "What" },
      ]}
      rows={looks.map(({ at, actor, action, where, times }, index) => ({
        id: `${at.toISOString()} ${index}`,
        cells: {
          at: formats.moment(at),
          actor: actor ?? "The system itself",
          action: `${actionWords(action)}${where ? `, ${pageWords[where] ?? where}` : ""}${times > 1 ? ` (${formats.number(times)} times that day)` : ""}`,
        },
      }))}
    />
  );
}

const pageWords: Record<string, string> = {
  team: "on the team page",
  "team/ready": "on the team page, who is ready alone",
  "team/support": "on the team page, support",
  "team/person": "on a page about you alone",
};
