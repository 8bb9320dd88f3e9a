import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { nudgeTemplates } from "@/lib/team/nudges/nudge-words";
import type { SentNudge } from "@/lib/team/nudges/read-sent-nudges";

type NudgeTableProps = { nudges: readonly SentNudge[]; formats: Formats; ofOne?: boolean };

/** Nudges sent. Whether one was seen is not told: that would tell which are held back. */
export function NudgeTable({ nudges, formats, ofOne = false }: NudgeTableProps) {
  return (
    <DataTable
      id="nudges"
      caption="Nudges of the last 90 days"
      hideCaption
      csv="nudges.csv"
      columns={[
        ...(ofOne ? [] : [{ id: "person", header: "To" }]),
        { id: "text", header: "Words" },
        { id: "on", header: "Sent" },
        { id: "kind", header: "Kind", wide: true },
        { id: "skill", header: "Skill", wide: true },
        { id: "by", header: "By", wide: true },
      ]}
      rows={nudges.map(({ id, personId, person, text, sentAt, kind, skill, by }) => ({
        id,
        cells: {
          person: { text: person, href: `/team/${personId}` },
          text,
          on: { text: formats.shortDate(sentAt), sort: sentAt.getTime() },
          kind: nudgeTemplates[kind].label,
          skill,
          by,
        },
      }))}
      empty={<Empty title="No nudge was sent in the last 90 days" />}
    />
  );
}
