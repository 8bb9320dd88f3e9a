import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { NamedType, TicketTypes } from "@/lib/work/workflows/read-ticket-types";

type TypesTableProps = Pick<TicketTypes, "types" | "minimum"> & { formats: Formats };

/** Types of tickets by the time their cases lose waiting, with the hand-off that takes most of it. */
export function TypesTable({ types, minimum, formats }: TypesTableProps) {
  const hidden = { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> };
  const known = (value: number | null, text: (value: number) => string): Cell =>
    value === null ? { text: "not known", sort: null } : { text: text(value), sort: value };
  return (
    <DataTable
      id="types"
      caption="Types of tickets by time lost"
      hideCaption
      csv="ticket-types.csv"
      filter
      columns={[
        { id: "type", header: "Type of ticket", rowHeader: true },
        { id: "jobs", header: "Jobs", align: "end", wide: true },
        { id: "waited", header: "Hours waited, together", align: "end" },
        { id: "perCase", header: "Hours waited per case, at least", align: "end", wide: true },
        { id: "errors", header: "Errors", align: "end", wide: true },
        { id: "reopened", header: "Re-opened", align: "end", wide: true },
        { id: "escalated", header: "Escalated", align: "end", wide: true },
        { id: "assisted", header: "With help", align: "end", wide: true },
        { id: "neck", header: "Bottleneck" },
        { id: "cases", header: "Cases", fileOnly: true },
        { id: "handOffs", header: "Hand-offs", fileOnly: true },
        { id: "trouble", header: "Hours of work in jobs gone wrong", fileOnly: true },
      ]}
      rows={types.map((one) => {
        const cell = (made: Cell): Cell => (one.withheld ? hidden : made);
        const count = (value: number): Cell => cell({ text: formats.number(value), sort: value });
        const neck = neckWords(one, formats);
        return {
          id: one.type,
          cells: {
            type: one.type,
            jobs: count(one.jobs),
            waited: cell(known(one.waited, formats.figure)),
            perCase: cell(known(one.perCase, formats.figure)),
            errors: cell(known(one.errors, formats.percent)),
            reopened: cell(known(one.reopened, formats.percent)),
            escalated: cell(known(one.escalated, formats.percent)),
            assisted: cell(known(one.assisted, formats.percent)),
            neck: cell(
              neck
                ? { text: neck, sort: one.bottleneck?.hours ?? null, saved: neck }
                : { text: "not known", sort: null },
            ),
            cases: count(one.cases),
            handOffs: count(one.handOffs),
            trouble: cell(known(one.troubleHours, formats.figure)),
          },
        };
      })}
    />
  );
}

function neckWords({ bottleneck, waited }: NamedType, formats: Formats): string | null {
  if (!bottleneck) return null;
  const { from, to, hours, known, median, interval } = bottleneck;
  const name = (task: typeof from) => (task.role ? `${task.name} (${task.role})` : task.name);
  const share = waited ? `${formats.percent(hours / waited)} of the waiting` : "";
  const range = interval ? ` (${formats.figure(interval[0])} to ${formats.figure(interval[1])})` : "";
  return `${name(from)} → ${name(to)}: ${share}, half of ${formats.number(known)} wait longer than ${formats.figure(median)} hours${range}`;
}
