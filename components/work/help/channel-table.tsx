import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { HelpGroups } from "@/lib/work/help/help-figures";

type ChannelTableProps = { by: "channel" | "path"; groups: HelpGroups["groups"]; minimum: number; formats: Formats };

const words = {
  channel: { caption: "Requests by channel", header: "Channel", id: "channels" },
  path: { caption: "Questions by the way they went", header: "Asked in turn", id: "paths" },
};

/** What an answer takes by where people ask: time until it comes, and minutes and cost of who gives it. */
export function ChannelTable({ by, groups, minimum, formats }: ChannelTableProps) {
  const { caption, header, id } = words[by];
  const withheld = { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> };
  const known = (value: number | null, text: (value: number) => string): Cell =>
    value === null ? { text: "not known", sort: null } : { text: text(value), sort: value };
  const each = (sum: number | null | "withheld", of: number, text: (value: number) => string): Cell =>
    sum === "withheld" ? withheld : known(sum === null || of === 0 ? null : sum / of, text);
  return (
    <DataTable
      id={id}
      caption={caption}
      hideCaption
      csv={`help-by-${by}.csv`}
      filter
      columns={[
        { id: "name", header, rowHeader: true },
        { id: "questions", header: "Questions", align: "end" },
        { id: "requests", header: "Requests", align: "end", wide: true },
        { id: "askers", header: "People who asked", align: "end", wide: true },
        { id: "median", header: "Hours to an answer, median", align: "end" },
        { id: "most", header: "Hours, 90th percentile", align: "end", wide: true },
        { id: "minutes", header: "Helper's minutes each", align: "end", wide: true },
        { id: "cost", header: "Cost each", align: "end" },
        { id: "known", header: "Requests with minutes", fileOnly: true },
      ]}
      rows={groups.map((group) => ({
        id: group.id,
        cells: {
          name: group.id,
          questions: { text: formats.number(group.questions), sort: group.questions },
          requests: { text: formats.number(group.requests), sort: group.requests },
          askers: { text: formats.number(group.askers), sort: group.askers },
          median: known(group.waitedMedian, formats.figure),
          most: known(group.waitedMost, formats.figure),
          minutes: each(group.minutes, group.minutesKnown, formats.figure),
          cost: each(group.cost, group.costKnown, formats.money),
          known: group.minutesKnown,
        },
      }))}
    />
  );
}
