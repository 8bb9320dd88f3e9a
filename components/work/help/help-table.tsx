import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Guidance } from "@/lib/work/help/guidance";
import type { HelpFigures } from "@/lib/work/help/help-figures";
import { guidanceCell } from "./guidance-cell";

type HelpTableProps = {
  by: "topic" | "task";
  rows: readonly (HelpFigures & {
    label: string;
    detail?: string | null;
    documented?: boolean;
    guidance: Guidance[];
  })[];
  withheld: { groups: number; requests: number };
  minimum: number;
  formats: Formats;
};

const captions = { topic: "Topics people ask about", task: "Tasks people ask about" };

export function HelpTable({ by, rows, withheld, minimum, formats }: HelpTableProps) {
  const hidden = { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> };
  const orHidden = (value: number | null | "withheld", text: (value: number) => string): Cell =>
    value === "withheld" ? hidden : value === null ? null : { text: text(value), sort: value };
  return (
    <>
      <DataTable
        id={by}
        caption={captions[by]}
        hideCaption
        csv={`help-by-${by}.csv`}
        filter
        columns={[
          { id: "label", header: by === "topic" ? "Topic" : "Task", rowHeader: true },
          { id: "requests", header: "Requests", align: "end" },
          { id: "askers", header: "People who asked", align: "end", wide: true },
          { id: "again", header: "Came back with it", align: "end", wide: true },
          { id: "three", header: "Took three people", align: "end", wide: true },
          { id: "waited", header: "Hours to an answer", align: "end" },
          { id: "hours", header: "Helpers' hours", align: "end", wide: true },
          { id: "cost", header: "Cost", align: "end" },
          { id: "said", header: "What stands out" },
          { id: "answer", header: "Where the answer stands", wide: true },
          { id: "minutesKnown", header: "Requests with minutes", fileOnly: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          cells: {
            label: row.detail ? `${row.label} (${row.detail})` : row.label,
            requests: { text: formats.number(row.requests), sort: row.requests },
            askers: { text: formats.number(row.askers), sort: row.askers },
            again: { text: formats.percent(row.again / row.askers), sort: row.again / row.askers },
            three: { text: formats.percent(row.three / row.questions), sort: row.three / row.questions },
            waited: orHidden(row.waitedMedian, formats.figure),
            hours: orHidden(
              row.minutes === "withheld" || row.minutes === null ? row.minutes : row.minutes / 60,
              formats.figure,
            ),
            cost: orHidden(row.cost, formats.money),
            said: standsOut(row, minimum) || null,
            answer: guidanceCell(row.guidance, row.keepsComing),
            minutesKnown: row.minutesKnown,
          },
        }))}
      />
      {withheld.groups > 0 ? (
        <p className="mt-2 text-caption text-ink-3">
          {formats.number(withheld.groups)} more with {formats.number(withheld.requests)} requests together: asked about
          by fewer than {minimum} people, or given away by such ones.
        </p>
      ) : null}
    </>
  );
}

function standsOut({ keepsComing, restsOnFew, documented }: HelpTableProps["rows"][number], minimum: number): string {
  return [
    keepsComing ? "repeatedly unclear" : null,
    restsOnFew ? `rests on fewer than ${minimum} people` : null,
    documented === false ? "no good path is written down" : null,
  ]
    .filter(Boolean)
    .join("; ");
}
