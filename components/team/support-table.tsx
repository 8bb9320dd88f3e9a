import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Support } from "@/lib/team/support-log/read-support";
import { supportKindWords } from "@/lib/team/support-log/support-words";
import { RemoveSupport } from "./remove-support";

type SupportTableProps = {
  support: readonly Support[];
  formats: Formats;
  /** Who looks: what they logged themselves can be removed. */
  viewerId: string | null;
  /** Leaves the person out, on a page about one. */
  ofOne?: boolean;
};

/** Stretch tasks, coaching and modelling, as logged. */
export function SupportTable({ support, formats, viewerId, ofOne = false }: SupportTableProps) {
  return (
    <DataTable
      id="support"
      caption="What was done for their skills in the last year"
      hideCaption
      csv="manager-actions.csv"
      columns={[
        ...(ofOne ? [] : [{ id: "person", header: "For" }]),
        { id: "kind", header: "What" },
        { id: "on", header: "When" },
        { id: "skill", header: "Skill", wide: true },
        { id: "note", header: "Note", wide: true },
        { id: "by", header: "Logged by", wide: true },
        { id: "remove", header: "Change", screenOnly: true },
      ]}
      rows={support.map(({ id, personId, person, kind, doneOn, skill, note, by, loggedBy }) => ({
        id,
        cells: {
          person: { text: person, href: `/team/${personId}` },
          kind: supportKindWords[kind].label,
          on: { text: formats.shortDate(doneOn), sort: doneOn },
          skill,
          note,
          by,
          remove:
            loggedBy === viewerId
              ? {
                  text: "",
                  node: (
                    <RemoveSupport
                      personId={personId}
                      id={id}
                      what={`${supportKindWords[kind].label} for ${person} on ${formats.shortDate(doneOn)}`}
                    />
                  ),
                }
              : null,
        },
      }))}
      empty={
        <Empty title="Nothing was logged in the last year">
          Log stretch tasks, coaching and learning in front of them, so that it can be seen whether people here use
          learning and apply it more where their manager supports it.
        </Empty>
      }
    />
  );
}
